import type { Database, Reader } from '@opensti/db'
import { conflict, notFound } from '@opensti/kernel'
import { digestOf } from '../move-exercise.ts'

export type PaperFile = 'report.pdf' | 'report.docx' | 'brief.pdf' | 'brief.docx' | 'data.json'

export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const

function partsOf(file: PaperFile) {
  const [name, format] = file.split('.')
  return { name: name as 'report' | 'brief' | 'data', format: format as 'pdf' | 'docx' | 'json' }
}

/** Keeps a paper of a concluded evaluation with its digest. The one that is kept first stays. */
export async function keepPaper(db: Reader, exerciseId: string, file: PaperFile, bytes: Uint8Array): Promise<void> {
  const { name, format } = partsOf(file)
  await db
    .insertInto('evaluation.paper')
    .values({
      exercise_id: exerciseId,
      name,
      format,
      digest: digestOf(bytes),
      size: bytes.length,
      content: Buffer.from(bytes),
    })
    .onConflict((clash) => clash.doNothing())
    .execute()
}

export interface StoredPaper {
  content: Buffer
  digest: string
  mediaType: string
  fileName: string
}

/**
 * A paper byte by byte.
 * @throws `not_found` (404) before the conclusion; `paper_being_made` (409) in the moments after it.
 */
export async function getPaper(db: Database, exerciseId: string, file: PaperFile): Promise<StoredPaper> {
  const { name, format } = partsOf(file)
  const row = await db
    .selectFrom('evaluation.exercise as e')
    .leftJoin('evaluation.paper as p', (join) =>
      join.onRef('p.exercise_id', '=', 'e.id').on('p.name', '=', name).on('p.format', '=', format),
    )
    .select(['e.title', 'e.concluded_at', 'p.content', 'p.digest'])
    .where('e.id', '=', exerciseId)
    .executeTakeFirst()
  if (!row?.concluded_at) throw notFound()
  if (!row.content || !row.digest) throw beingMade()
  const what = { report: '评估报告', brief: '一页纸专报', data: '数据' }[name]
  return {
    content: row.content,
    digest: row.digest,
    mediaType: mediaTypes[format],
    fileName: `${row.title}-${what}.${format}`,
  }
}

function beingMade() {
  return conflict(
    'paper_being_made',
    { zh: '文件正在生成。', en: 'The paper is being made.' },
    { remedy: { zh: '一般几秒钟，请稍后再试。', en: 'That takes a few seconds; try again soon.' } },
  )
}
