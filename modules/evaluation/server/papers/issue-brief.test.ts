import { createHash } from 'node:crypto'
import { actor } from '@opensti/accounts/testing'
import { type Actor, personOf } from '@opensti/kernel'
import { readWorkbook } from '@opensti/office'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BriefFormat } from '../../contract.ts'
import { loadLakeside } from '../../testing/lakeside.ts'
import { getPeriodBriefs } from '../views/period-briefs.ts'
import { briefFacts, digestOfFacts } from './brief-facts.ts'
import { type BriefData, issueBrief } from './issue-brief.ts'
import { findIssuedBrief, getBriefPaper } from './issued-briefs.ts'
import { makeDraft } from './make-period-brief.ts'
import { judgedOf } from './period-brief.ts'

const { db } = await testDatabase()
const place = { region: 'lakeside', period: '2026-Q3' }
let planner: Actor

const look = () => getPeriodBriefs(db, personOf(planner), place.region, place.period)
const issue = (seen: string) => issueBrief(db, planner, { ...place, seen }, 'test')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('issuing the brief of a period', () => {
  beforeAll(async () => {
    await loadLakeside(db)
    planner = await actor(db, 'chen.mei')
  })

  it('is previewed as a draft, the same bytes for the same figures, which nobody finds at the check', async () => {
    const facts = await briefFacts(db, place.region, place.period)
    const [one, other] = await Promise.all([makeDraft(facts, 'pdf'), makeDraft(facts, 'pdf')])
    expect(sha256(one)).toBe(sha256(other))
    expect(await findIssuedBrief(db, sha256(one))).toBeUndefined()
    expect(await look()).toMatchObject({ issued: [], draft: { digest: digestOfFacts(facts), issued: false } })
  }, 60_000)

  it('keeps what the issuer saw, byte by byte, and each paper is known by its digest', async () => {
    await expect(issue('0'.repeat(64))).rejects.toMatchObject({ code: 'figures_changed' })
    const { draft } = await look()
    await issue(draft!.digest)
    const [brief] = (await look()).issued
    expect(brief?.papers.map(({ format }) => format)).toEqual(['pdf', 'docx', 'xlsx', 'json'])
    for (const paper of brief!.papers) {
      const { content } = await getBriefPaper(db, brief!.id, paper.format)
      expect(sha256(content)).toBe(paper.digest)
      expect(await findIssuedBrief(db, paper.digest.toUpperCase())).toMatchObject({
        title: { zh: '2026年第三季度' },
        region: { name: { zh: '湖畔市' } },
      })
    }
    const data = await paperOf(brief!.id, 'json')
    const { indicators } = (JSON.parse(data.toString()) as BriefData).plan
    expect(indicators).toEqual(
      JSON.parse(JSON.stringify((await briefFacts(db, place.region, place.period)).plan.indicators)),
    )
    const { sheets } = await readWorkbook({ name: '附表.xlsx', bytes: await paperOf(brief!.id, 'xlsx') })
    const listed = sheets[0]?.cells.filter(({ row, column }) => row > 2 && column === 2)
    expect(listed).toHaveLength(draft!.indicators)
  }, 60_000)

  it('is not issued twice with the same figures; changed ones make another edition, and the first stays', async () => {
    const seen = (await look()).draft!
    expect(seen.issued).toBe(true)
    await expect(issue(seen.digest)).rejects.toMatchObject({ code: 'already_issued' })
    const [changed] = judgedOf(await briefFacts(db, place.region, place.period)).filter(({ latest }) => latest)
    await db.updateTable('plans.value').set({ value: '987' }).where('id', '=', changed!.latest!.id).execute()
    await db.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', '=', 'lakeside').execute()
    await expect(issue(seen.digest)).rejects.toMatchObject({ code: 'figures_changed' })
    const now = await look()
    const both = await Promise.allSettled([issue(now.draft!.digest), issue(now.draft!.digest)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await look()).issued.map(({ edition }) => edition)).toEqual([2, 1])
    await expect(db.deleteFrom('evaluation.brief_paper').execute()).rejects.toThrow()
    await expect(db.updateTable('evaluation.brief').set({ edition: 9 }).execute()).rejects.toThrow()
  }, 60_000)

  it('has nothing to say where no plan runs, and of no region that nobody knows', async () => {
    expect(await getPeriodBriefs(db, personOf(planner), 'lakeside', '1999-Q1')).toMatchObject({
      draft: null,
      mayIssue: false,
    })
    await expect(briefFacts(db, 'lakeside', '1999-Q1')).rejects.toMatchObject({ code: 'no_plan' })
    await expect(briefFacts(db, 'nowhere', '2026-Q3')).rejects.toMatchObject({ kind: 'not-found' })
  })
})

const paperOf = async (id: string, format: BriefFormat) => (await getBriefPaper(db, id, format)).content
