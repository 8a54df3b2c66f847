import { setTimeout as sleep } from 'node:timers/promises'
import { actor } from '@opensti/accounts/testing'
import { databaseNow } from '@opensti/db'
import { type Actor, personOf } from '@opensti/kernel'
import { fixedFigures, publicValues } from '@opensti/plans'
import { correctFigures, lockRound, openRound, type Round } from '@opensti/reporting/testing'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ProposeRelease } from '../contract.ts'
import { decideRelease } from './decide-release.ts'
import { proposeRelease } from './propose-release.ts'
import { retractRelease, withdrawRelease } from './take-back-release.ts'
import { takeEffect } from './take-effect.ts'
import { getReleaseDraft } from './views/draft-view.ts'
import { findPublicRelease, publicReleases } from './views/public-views.ts'
import { getReleaseView } from './views/release-views.ts'

const { db } = await testDatabase()
let round: Round
let planner: Actor
let leader: Actor

const place = { cycle: 'quarterly', period: '2026-Q3' }
const wish = (more: Partial<ProposeRelease> = {}): ProposeRelease => ({
  ...place,
  leaveOut: [],
  papers: [],
  title: { zh: '2026年第三季度科技创新主要数据', en: 'Main figures of the third quarter of 2026' },
  note: null,
  embargoAt: null,
  doubts: [],
  ...more,
})
const propose = (more: Partial<ProposeRelease> = {}) => proposeRelease(db, planner, 'lakeside', wish(more), 'test')
const approve = async (id: string, who = leader) => {
  const { version } = await getReleaseView(db, personOf(planner), id)
  await decideRelease(db, who, id, { verb: 'approve', version, text: null }, 'test')
}
const inSeconds = async (seconds: number) => new Date((await databaseNow(db)).getTime() + seconds * 1000).toISOString()
const seen = async () => {
  const asOf = await databaseNow(db)
  const rows = await publicValues(
    db,
    { regionId: 'lakeside', indicator: 'high-tech-enterprises' },
    { asOf, limit: 500 },
  )
  // The city's papers say something of the quarter already; that is vintage 1.
  return rows
    .filter((row) => row.period === '2026-Q3' && row.releaseId !== null)
    .map(({ value, vintage, current }) => ({ value, vintage, current }))
}

describe('a release', () => {
  beforeAll(async () => {
    round = await openRound(db)
    planner = round.planner
    leader = await actor(db, 'zhou.guoliang')
    await lockRound(db, round, { 'high-tech-enterprises': '1385', 'fiscal-science-share': '5.3' })
  })

  it('shows beforehand exactly what would become public', async () => {
    const draft = await getReleaseDraft(db, 'lakeside', place)
    expect(draft.periods).toMatchObject([{ period: '2026-Q3', locked: 1, returns: 2, waiting: 2 }])
    expect(draft.figures.map(({ indicatorId, value, before }) => [indicatorId, value, before])).toEqual([
      ['high-tech-enterprises', '1385', '1480'],
      ['fiscal-science-share', '5.3', null],
    ])
  })

  it('does not pass the gate with a telephone number of somebody, however it is written', async () => {
    const note = { zh: '数据咨询：陈梅，１３８－００１３－８０００。', en: null }
    await expect(propose({ note })).rejects.toMatchObject({
      code: 'personal_data',
      details: [{ place: { field: 'note.zh name-with-number' } }, { place: { field: 'note.zh mobile' } }],
    })
    expect((await getReleaseDraft(db, 'lakeside', place)).figures).toHaveLength(2)
  })

  it('passes with an office number once somebody has said that it is one', async () => {
    const note = { zh: '数据咨询：0755-82012345', en: null }
    await expect(propose({ note })).rejects.toMatchObject({ code: 'personal_data' })
    const doubts = [{ place: 'note.zh', kind: 'landline' as const, reason: '科技局办公电话，已对外公布' }]
    const { id } = await propose({ note, doubts })
    const view = await getReleaseView(db, personOf(leader), id)
    expect(view.findings).toMatchObject([{ kind: 'landline', reason: '科技局办公电话，已对外公布' }])
    await withdrawRelease(db, planner, id, { version: 0, text: '改用其他标题' }, 'test')
  })

  it('is approved by somebody else only, and holds its figures alone', async () => {
    const { id } = await propose({ embargoAt: await inSeconds(3600) })
    await expect(propose()).rejects.toMatchObject({ code: 'nothing_to_release' })
    await expect(approve(id, planner)).rejects.toMatchObject({ code: 'own_proposal' })
    await approve(id)
    await expect(
      decideRelease(db, leader, id, { verb: 'approve', version: 0, text: null }, 'test'),
    ).rejects.toMatchObject({ code: 'moved_meanwhile' })
    expect(await findPublicRelease(db, id)).toBeUndefined()
    await withdrawRelease(db, leader, id, { version: 1, text: '口径待核' }, 'test')
    const ids = (await getReleaseDraft(db, 'lakeside', place)).figures.map((figure) => figure.id)
    expect((await fixedFigures(db, ids)).map((figure) => figure.publicFrom)).toEqual([null, null])
  })

  it('does not go out with a figure that was corrected after it had been proposed', async () => {
    const { id } = await propose()
    await correctFigures(db, round, { reason: '核减重复一家', values: { 'high-tech-enterprises': '1384' } })
    await expect(approve(id)).rejects.toMatchObject({ code: 'figures_changed' })
    await decideRelease(db, leader, id, { verb: 'decline', version: 0, text: '按更正数重报' }, 'test')
    const draft = await getReleaseDraft(db, 'lakeside', place)
    expect(draft.figures.map((figure) => figure.value)).toEqual(['1384', '5.3'])
  })

  it('is nowhere before its second and everywhere after it, with nothing written in between', async () => {
    const embargoAt = await inSeconds(2)
    const { id } = await propose({ embargoAt })
    await approve(id)
    expect(await seen()).toEqual([])
    expect(await findPublicRelease(db, id)).toBeUndefined()
    expect(await takeEffect(db)).toBe(0)
    await expect(withdrawRelease(db, planner, id, { version: 1, text: '晚了' }, 'test')).rejects.toMatchObject({
      code: 'too_late',
    })
    await sleep(Date.parse(embargoAt) - (await databaseNow(db)).getTime() - 50)
    expect(await seen()).toEqual([])
    await sleep(60)
    expect(await seen()).toEqual([{ value: '1384', vintage: 2, current: true }])
    expect((await publicReleases(db, 'lakeside')).map((one) => one.id)).toEqual([id])
    expect((await getReleaseView(db, personOf(planner), id)).state).toBe('in-effect')
    expect(await takeEffect(db)).toBe(1)
    expect(await takeEffect(db)).toBe(0)
  })

  it('is corrected by a further one, which says why; both vintages stay to be read', async () => {
    await correctFigures(db, round, { reason: '年报核减两家', values: { 'high-tech-enterprises': '1382' } })
    expect(await seen()).toHaveLength(1)
    const [first] = await publicReleases(db, 'lakeside')
    const { id } = await propose({ title: { zh: '更正第三季度高新技术企业数', en: null } })
    await approve(id)
    await takeEffect(db)
    expect(await seen()).toEqual([
      { value: '1384', vintage: 2, current: false },
      { value: '1382', vintage: 3, current: true },
    ])
    const old = await findPublicRelease(db, first!.id)
    expect(old?.release?.figures[0]).toMatchObject({
      value: '1384',
      correctedBy: { id, value: '1382', because: { zh: '年报核减两家' } },
    })
    expect((await findPublicRelease(db, id))?.release?.figures).toMatchObject([
      { before: '1384', value: '1382', because: { zh: '年报核减两家' } },
    ])
  })

  it('keeps what was public from being changed or taken back, whoever writes', async () => {
    const change = sql`update plans.value set public_from = null, release_id = null where release_id is not null`
    await expect(change.execute(db)).rejects.toThrow(/stays as it is/)
    const [last] = await publicReleases(db, 'lakeside')
    await expect(withdrawRelease(db, planner, last!.id, { version: 2, text: '收回' }, 'test')).rejects.toMatchObject({
      code: 'wrong_state',
    })
    const late = sql`update publication.release set state = 'withdrawn' where id = ${last!.id}`
    await expect(late.execute(db)).rejects.toThrow(/has taken effect/)
  })

  it('can have its page taken down, which then says why; the figures stay', async () => {
    const [last] = await publicReleases(db, 'lakeside')
    await retractRelease(db, leader, last!.id, { version: 2, text: '标题有误' }, 'test')
    expect(await findPublicRelease(db, last!.id)).toMatchObject({ release: null, retracted: { because: '标题有误' } })
    expect(await seen()).toHaveLength(2)
    expect((await publicReleases(db, 'lakeside')).map((one) => one.id)).not.toContain(last!.id)
  })
})
