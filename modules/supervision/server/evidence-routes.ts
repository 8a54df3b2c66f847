import { defineRoute, type Route } from '@opensti/http'
import { unprocessable } from '@opensti/kernel'
import { z } from 'zod'
import { addEvidence, getEvidence, largestFile } from './add-evidence.ts'
import { itemObject } from './policy-objects.ts'

const Item = z.object({ item: z.uuid() })

/** Files that show what was done. They are given out as downloads, never shown by the house itself. */
export const evidenceRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST',
    url: '/api/items/:item/evidence',
    action: 'supervision.evidence.add',
    summary: { zh: '上传办结材料', en: 'Add evidence' },
    params: Item,
    object: ({ db, params }) => itemObject(db, params.item),
    upload: true,
    bodyLimit: largestFile + 1_000_000,
    answer: z.object({ id: z.uuid() }),
    handle: async ({ db, actor, params, request, requestId }) => {
      const part = await request.file()
      if (!part) {
        throw unprocessable(
          'no_file',
          { zh: '没有收到文件。', en: 'No file came.' },
          { remedy: { zh: '请选择一个文件。', en: 'Choose a file.' } },
        )
      }
      return addEvidence(db, actor, params.item, { name: part.filename, content: await part.toBuffer() }, requestId)
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/api/items/:item/evidence/:evidence',
    action: 'supervision.item.read',
    summary: { zh: '下载办结材料', en: 'Fetch evidence' },
    params: Item.extend({ evidence: z.uuid() }),
    object: ({ db, params }) => itemObject(db, params.item),
    answer: 'page',
    handle: async ({ db, params }) => {
      const file = await getEvidence(db, params.item, params.evidence)
      return {
        body: file.content,
        contentType: file.media_type,
        headers: {
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.file_name)}`,
          'cache-control': 'no-store',
        },
      }
    },
  }),
]
