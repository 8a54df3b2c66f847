import { join } from 'node:path'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadLakeside } from '../testing/lakeside.ts'
import { loadEvaluations } from './load-evaluations.ts'
import { makePapers } from './papers/make-papers.ts'
import { readEvaluations } from './read-evaluations.ts'

const { db } = await testDatabase()
const folder = join(import.meta.dirname, '..', '..', '..', 'regions', 'lakeside')

describe('the evaluations of the invented city', () => {
  beforeAll(() => loadLakeside(db))

  it('are replayed by the rules, once', async () => {
    const written = readEvaluations(folder)
    expect(await loadEvaluations(db, 'lakeside', written)).toBe(written.evaluations.length)
    expect(await loadEvaluations(db, 'lakeside', written)).toBe(0)
    const rows = await db.selectFrom('evaluation.exercise').select(['kind', 'state']).orderBy('kind').execute()
    expect(rows).toEqual([
      { kind: 'final', state: 'concluded' },
      { kind: 'yearly', state: 'self-assessing' },
    ])
  })

  it('have papers, the brief on one page', async () => {
    const { id } = await db
      .selectFrom('evaluation.exercise')
      .select('id')
      .where('kind', '=', 'final')
      .executeTakeFirstOrThrow()
    await makePapers(db, id)
    const papers = await db.selectFrom('evaluation.paper').select(['name', 'format', 'content']).execute()
    expect(papers).toHaveLength(5)
  }, 60_000)
})
