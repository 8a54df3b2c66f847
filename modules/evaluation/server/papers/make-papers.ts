import { type Database, type Sender, transaction, Undeliverable } from '@opensti/db'
import { makePdf, makeWord } from '@opensti/office'
import { z } from 'zod'
import type { Conclusion } from '../conclusion.ts'
import { briefOf } from './evaluation-brief.ts'
import { onePage } from './one-page.ts'
import { oneByOne } from './queue.ts'
import { reportOf } from './report.ts'
import { keepPaper, type PaperFile } from './store-papers.ts'

/** Makes the papers of conclusions, once each has been kept. Sent again after a crash, it makes those that are missing. */
export function evaluationSenders(db: Database, { publicUrl }: { publicUrl: () => string }): Record<string, Sender> {
  return {
    'evaluation.make-papers': async ({ payload }) => {
      const read = z.object({ evaluationId: z.uuid() }).safeParse(payload)
      if (!read.success) throw new Undeliverable('The message does not say which evaluation.')
      await makePapers(db, read.data.evaluationId, `${publicUrl()}/verify`)
    },
  }
}

/** All papers of a region's concluded evaluations that are not there yet. */
export async function makeMissingPapers(db: Database, regionId: string): Promise<void> {
  const rows = await db
    .selectFrom('evaluation.exercise')
    .select('id')
    .where('region_id', '=', regionId)
    .where('state', '=', 'concluded')
    .execute()
  for (const { id } of rows) await makePapers(db, id)
}

/** All papers of a concluded evaluation, made of its frozen data alone. They say where they can be checked. */
export async function makePapers(db: Database, exerciseId: string, checkAt: string | null = null): Promise<void> {
  const row = await db
    .selectFrom('evaluation.exercise')
    .select(['data', 'data_digest'])
    .where('id', '=', exerciseId)
    .executeTakeFirst()
  if (!row?.data || !row.data_digest) throw new Undeliverable('There is no such conclusion.')
  const made = await db
    .selectFrom('evaluation.paper')
    .select(['name', 'format'])
    .where('exercise_id', '=', exerciseId)
    .execute()
  const has = (file: PaperFile) => made.some(({ name, format }) => `${name}.${format}` === file)
  const conclusion = JSON.parse(row.data) as Conclusion
  const means = { madeAt: new Date(conclusion.concludedAt), author: conclusion.region.name.zh }
  const report = reportOf(conclusion, row.data_digest, checkAt)
  const make = async (file: PaperFile, work: () => Promise<Uint8Array>) => {
    if (has(file)) return
    const bytes = await oneByOne(work)
    await transaction(db, 'evaluation.keep-paper', (tx) => keepPaper(tx, exerciseId, file, bytes))
  }
  await make('report.pdf', async () => (await makePdf(report, means)).bytes)
  await make('report.docx', () => makeWord(report, means))
  const brief = await oneByOne(() =>
    onePage((room) => briefOf(conclusion, { digest: row.data_digest!, checkAt }, room), means),
  )
  await make('brief.pdf', async () => brief.pdf)
  await make('brief.docx', () => makeWord(brief.paper, means))
}
