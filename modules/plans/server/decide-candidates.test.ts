import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actor, loadLakeside } from '@opensti/accounts/testing'
import type { Actor } from '@opensti/kernel'
import { systemClock } from '@opensti/kernel'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Candidate, Decision } from '../contract-reading.ts'
import { decideCandidates } from './decide-candidates.ts'
import { findInLedger } from './find-in-ledger.ts'
import { loadRegions } from './load-regions.ts'
import { publishPlan } from './publish-plan.ts'
import { startReading } from './start-reading.ts'
import { publicViewer } from './views/ledger.ts'
import { getPlanView } from './views/plan-view.ts'
import { getCandidates, getReadingView } from './views/reading-view.ts'

const root = join(import.meta.dirname, '..', '..', '..', 'regions')
const report = readFileSync(join(root, 'lakeside', 'sources', 'work-report-2025.txt'), 'utf8')
const { db } = await testDatabase()
let planner: Actor
let id: string

const decision = (candidate: Candidate, verb: Decision['verb'], more: Partial<Decision> = {}): Decision => ({
  candidateId: candidate.id,
  version: candidate.version,
  verb,
  ...more,
})
const decide = (...decisions: Decision[]) => decideCandidates(db, planner, id, decisions, 'test')
const fresh = async (candidate: Candidate) => (await getCandidates(db, id, { ids: [candidate.id] }))[0]!
const ledgerSize = async () => {
  const [targets, values, tasks] = await Promise.all(
    (['plans.target', 'plans.value', 'plans.task'] as const).map((table) =>
      db.selectFrom(table).select('id').where('origin', '=', 'reading').execute(),
    ),
  )
  return targets!.length + values!.length + tasks!.length
}

describe('a document read into the ledger', () => {
  beforeAll(async () => {
    await loadRegions(
      db,
      readRegions(root).map((reading) => reading.content),
    )
    await loadLakeside(db)
    planner = await actor(db, 'chen.mei')
    const file = { fileName: 'report.txt', mediaType: 'text/plain', encoding: 'utf-8' }
    ;({ id } = await startReading(db, planner, { ...file, regionId: 'lakeside', text: report }, 'test'))
  })

  it('enters nothing by itself', async () => {
    const view = await getReadingView(db, id)
    expect(view.candidates).toHaveLength(100)
    expect(view.progress.states).toMatch(/^o{101,}$/)
    expect(view.candidates.every((candidate) => candidate.state === 'open')).toBe(true)
    expect(await ledgerSize()).toBe(0)
  })

  it('the same text is not read twice', async () => {
    const again = {
      fileName: 'copy.txt',
      mediaType: 'text/plain',
      encoding: 'utf-8',
      regionId: 'lakeside',
      text: report,
    }
    await expect(startReading(db, planner, again, 'test')).rejects.toMatchObject({
      code: 'already_read',
    })
  })

  it('accepting writes the ledger, reopening takes it back, correcting keeps the correction', async () => {
    const view = await getReadingView(db, id)
    const one = view.candidates.find((candidate) => candidate.figure && candidate.missing === null)!
    await decide(decision(one, 'accept'))
    expect(await ledgerSize()).toBe(1)
    await decide(decision(await fresh(one), 'reopen'))
    expect(await ledgerSize()).toBe(0)
    await decide(decision(await fresh(one), 'accept', { figure: { ...one.figure!, value: 4321 } }))
    expect((await fresh(one)).figure?.value).toBe(4321)
    expect((await fresh(one)).decidedBy?.zh).toBe('陈梅')
  })

  it('of two people who decide one item, the second is told and changes nothing', async () => {
    const view = await getReadingView(db, id)
    const [first, second] = view.candidates.filter(
      (candidate) => candidate.state === 'open' && candidate.missing === null,
    )
    await decide(decision(first!, 'reject'))
    const before = await ledgerSize()
    await expect(decide(decision(second!, 'accept'), decision(first!, 'accept'))).rejects.toMatchObject({
      code: 'overtaken',
    })
    expect(await ledgerSize()).toBe(before)
    expect((await fresh(second!)).state).toBe('open')
  })

  it('one item twice in one request is refused, and nothing is decided', async () => {
    const [first] = await getCandidates(db, id, { from: 0 })
    await expect(decide(decision(first!, 'reject'), decision(first!, 'reject'))).rejects.toMatchObject({
      code: 'decided_twice',
    })
    expect((await fresh(first!)).state).toBe(first!.state)
  })

  it('an actual value without a year cannot enter, and the answer says why', async () => {
    const view = await getReadingView(db, id)
    const one = view.candidates.find((candidate) => candidate.figure?.kind === 'actual' && candidate.state === 'open')!
    const figure = { ...one.figure!, year: null, startYear: null }
    await expect(decide(decision(one, 'accept', { figure }))).rejects.toMatchObject({ code: 'candidate_incomplete' })
  })

  it('a draft is for its region only, until it is published, and again when it is withdrawn', async () => {
    const { plan } = await getReadingView(db, id)
    const inside = { insideRegions: ['lakeside'] }
    const seenBy = (viewer: typeof inside) => getPlanView(db, systemClock, 'lakeside', plan.id, viewer)
    const found = async () =>
      (await findInLedger(db, publicViewer, { q: plan.name.zh.slice(0, 8), limit: 50 })).filter((one) =>
        one.href.includes(plan.id),
      )
    expect((await seenBy(inside)).published).toBe(false)
    await expect(seenBy({ insideRegions: [] })).rejects.toMatchObject({ kind: 'not-found' })
    expect(await found()).toEqual([])
    await publishPlan(db, planner, { regionId: 'lakeside', code: plan.id }, true, 'test')
    expect((await seenBy({ insideRegions: [] })).published).toBe(true)
    expect(await found()).not.toEqual([])
    await publishPlan(db, planner, { regionId: 'lakeside', code: plan.id }, false, 'test', '指标口径需要核对')
    await expect(seenBy({ insideRegions: [] })).rejects.toMatchObject({
      kind: 'gone',
      text: { zh: expect.stringMatching(/^这份规划曾经公布，已由湖畔市科学技术局于\d{4}-\d\d-\d\d撤回。$/) },
      remedy: { zh: '原因：指标口径需要核对' },
    })
    expect((await seenBy(inside)).published).toBe(false)
    expect(await found()).toEqual([])
  })
})
