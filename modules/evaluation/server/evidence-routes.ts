import { defineRoute, type Route } from '@opensti/http'
import { unprocessable } from '@opensti/kernel'
import { z } from 'zod'
import { AddLink } from '../contract.ts'
import { addFile, addLink, getEvidenceFile, largestFile, removeEvidence } from './add-evidence.ts'
import { lineObject } from './policy-objects.ts'

const Line = z.object({ line: z.uuid() })
const Piece = Line.extend({ proof: z.uuid() })
const Added = z.object({ id: z.uuid() })

/** What shows how a line stands. Files are given out as downloads, never shown by the house itself. */
export const evidenceRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST',
    url: '/api/evaluation-lines/:line/evidence',
    action: 'evaluation.own.write',
    summary: { zh: '上传佐证材料', en: 'Add evidence' },
    params: Line,
    object: ({ db, params }) => lineObject(db, params.line),
    upload: true,
    bodyLimit: largestFile + 1_000_000,
    answer: Added,
    handle: async ({ db, actor, params, request, requestId }) => {
      const part = await request.file()
      if (!part)
        throw unprocessable(
          'no_file',
          { zh: '没有收到文件。', en: 'No file came.' },
          { remedy: { zh: '请选择一个文件。', en: 'Choose a file.' } },
        )
      return addFile(db, actor, params.line, { name: part.filename, content: await part.toBuffer() }, requestId)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/evaluation-lines/:line/links',
    action: 'evaluation.own.write',
    summary: { zh: '引用台账数据、报表或督查事项', en: 'Point to a value, a return or an item' },
    params: Line,
    object: ({ db, params }) => lineObject(db, params.line),
    body: AddLink,
    answer: Added,
    handle: ({ db, actor, params, body, requestId }) => addLink(db, actor, params.line, body, requestId),
  }),
  defineRoute({
    method: 'DELETE',
    url: '/api/evaluation-lines/:line/evidence/:proof',
    action: 'evaluation.own.write',
    summary: { zh: '撤下佐证材料', en: 'Take evidence away' },
    params: Piece,
    object: ({ db, params }) => lineObject(db, params.line),
    answer: 'nothing',
    handle: async ({ db, actor, params, requestId }) => {
      await removeEvidence(db, actor, params.line, params.proof, requestId)
      return undefined
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/api/evaluation-lines/:line/evidence/:proof',
    action: 'evaluation.exercise.read',
    summary: { zh: '下载佐证材料', en: 'Fetch evidence' },
    params: Piece,
    object: ({ db, params }) => lineObject(db, params.line),
    answer: 'page',
    handle: async ({ db, params }) => {
      const file = await getEvidenceFile(db, params.line, params.proof)
      return {
        body: file.content,
        contentType: file.mediaType,
        headers: {
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          'cache-control': 'no-store',
        },
      }
    },
  }),
]
