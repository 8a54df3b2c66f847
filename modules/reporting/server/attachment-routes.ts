import { defineRoute, type Route } from '@opensti/http'
import { personOf, unprocessable } from '@opensti/kernel'
import { z } from 'zod'
import { AttachFile, RequestView } from '../contract.ts'
import { attachFile, getAttachment, largestFile } from './attach-file.ts'
import { readableReturn, requestObject } from './policy-objects.ts'
import { removeFile } from './remove-file.ts'
import { getRequestView } from './views/request-view.ts'

const Return = z.object({ return: z.uuid() })
const Attached = Return.extend({ attachment: z.uuid() })

/** Files beside a return. They are given out as attachments, never shown by the house itself. */
export const attachmentRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST',
    url: '/api/returns/:return/attachments',
    action: 'reporting.entry.write',
    summary: { zh: '附上文件', en: 'Attach a file' },
    params: Return,
    query: AttachFile,
    object: ({ db, params }) => requestObject(db, params.return),
    upload: true,
    bodyLimit: largestFile + 1_000_000,
    answer: z.object({ id: z.uuid() }),
    handle: async ({ db, actor, params, query, request, requestId }) => {
      const part = await request.file()
      if (!part) {
        throw unprocessable(
          'no_file',
          { zh: '没有收到文件。', en: 'No file came.' },
          { remedy: { zh: '请选择一个文件。', en: 'Choose a file.' } },
        )
      }
      const file = { name: part.filename, bytes: await part.toBuffer(), indicatorId: query.indicatorId ?? null }
      return attachFile(db, actor, params.return, file, requestId)
    },
  }),
  ...[true, false].map((removed) =>
    defineRoute({
      method: removed ? 'DELETE' : 'PUT',
      url: '/api/returns/:return/attachments/:attachment',
      action: 'reporting.entry.write',
      summary: removed ? { zh: '去掉附件', en: 'Take a file away' } : { zh: '放回附件', en: 'Put a file back' },
      params: Attached,
      object: ({ db, params }) => requestObject(db, params.return),
      answer: RequestView,
      handle: async ({ db, actor, params, requestId }) => {
        await removeFile(db, actor, { requestRef: params.return, id: params.attachment, removed }, requestId)
        return getRequestView(db, personOf(actor), params.return)
      },
    }),
  ),
  defineRoute({
    method: 'GET',
    url: '/api/returns/:return/attachments/:attachment',
    action: 'reporting.request.read',
    summary: { zh: '下载附件', en: 'Fetch an attached file' },
    params: Attached,
    object: ({ db, params }) => readableReturn(db, params.return),
    answer: 'page',
    handle: async ({ db, params }) => {
      const file = await getAttachment(db, params.return, params.attachment)
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
