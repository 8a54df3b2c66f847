import { actor } from '@opensti/accounts/testing'
import { type Actor, personOf } from '@opensti/kernel'
import { ledgerFigures } from '@opensti/plans'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RequestAct } from '../contract.ts'
import { finance, openRound, quarterly, type Round, science } from '../testing/index.ts'
import { createCycle } from './create-cycle.ts'
import { lockPeriod } from './lock-period.ts'
import { lockedFigures } from './locked-figures.ts'
import { moveRequest } from './move-request.ts'
import { openCorrection } from './open-correction.ts'
import { openPeriod } from './open-period.ts'
import { readableReturn, requestObject } from './policy-objects.ts'
import { saveEntries } from './save-entries.ts'
import { getRequest } from './store.ts'
import { getDeskView } from './views/desk-view.ts'
import { getRequestView } from './views/request-view.ts'

const { db } = await testDatabase()
let round: Round
let reporter: Actor
let checker: Actor
let leader: Actor
let financeLeader: Actor

const stateOf = async (id: string) => (await getRequest(db, id)).state
const move = async (who: Actor, id: string, act: RequestAct, reason: string | null = null) => {
  const { version } = await getRequest(db, id)
  await moveRequest(db, who, id, { act, version, reason }, 'test')
  return stateOf(id)
}
const fill = async (who: Actor, id: string, values: Record<string, string>) => {
  const view = await getRequestView(db, personOf(who), id)
  const cells = view.entries
    .filter((entry) => values[entry.indicatorId] !== undefined)
    .map(({ indicatorId, nature, version }) => ({
      indicatorId,
      nature,
      version,
      value: values[indicatorId] ?? null,
      absentReason: null,
      note: null,
    }))
  await saveEntries(db, who, id, cells, 'test')
}
const ledger = () =>
  db
    .selectFrom('plans.value')
    .select(['indicator_code', 'period', 'value', 'figure_kind', 'status', 'reason', 'reported_by', 'due'])
    .where('origin', '=', 'reporting')
    .orderBy('vintage')
    .orderBy('indicator_code')
    .execute()

/** What somebody has been told, in order. */
const told = async (who: string) => {
  const rows = await db
    .selectFrom('accounts.notice as n')
    .innerJoin('accounts.person as p', 'p.id', 'n.person')
    .select(['n.kind', 'n.seen_at'])
    .where('p.sign_in_name', '=', who)
    .orderBy('n.id')
    .execute()
  return rows.map(({ kind, seen_at }) => `${kind.split('.')[1]}${seen_at ? ' (settled)' : ''}`)
}

describe('a quarterly round', () => {
  beforeAll(async () => {
    round = await openRound(db)
    reporter = await actor(db, 'lin.yuan')
    checker = await actor(db, 'he.jing')
    leader = await actor(db, 'zhou.guoliang')
    financeLeader = await actor(db, 'sun.li')
  })

  it('asks each unit once, due at the end of the fifth working day after the quarter and its holiday', async () => {
    const again = await openPeriod(db, round.planner, { regionId: 'lakeside', cycle: 'quarterly' }, '2026-Q3', 'test')
    expect(again.opened).toBe(0)
    expect(again.dueAt.toISOString()).toBe('2026-10-13T15:59:59.999Z')
    expect(Object.keys(round.returns).sort()).toEqual([finance, science])
  })

  it('waits on the reporter’s desk first', async () => {
    const desk = await getDeskView(db, personOf(reporter))
    expect(desk.waiting.map((one) => one.id)).toEqual([round.returns[science]])
    expect((await getDeskView(db, personOf(leader))).waiting).toEqual([])
  })

  it('is not handed in with an empty cell, and says which', async () => {
    const id = round.returns[science]!
    await fill(reporter, id, { 'high-tech-enterprises': '1385' })
    await expect(move(reporter, id, 'pass-on')).rejects.toMatchObject({
      code: 'cells_empty',
      details: [{ place: { field: 'fiscal-science-share' } }],
    })
  })

  it('keeps two writers of one cell from losing each other’s figure', async () => {
    const id = round.returns[science]!
    const stale = {
      indicatorId: 'high-tech-enterprises',
      nature: 'working' as const,
      version: 0,
      value: '9',
      absentReason: null,
      note: null,
    }
    await expect(saveEntries(db, reporter, id, [stale], 'test')).rejects.toMatchObject({ code: 'cell_changed' })
    expect((await getRequestView(db, personOf(reporter), id)).entries[0]?.value).toBe('1385')
  })

  it('goes from hand to hand: prepared, checked, sent back, corrected, signed, countersigned, collated', async () => {
    const id = round.returns[science]!
    await fill(reporter, id, { 'fiscal-science-share': '5.2' })
    await expect(move(checker, id, 'pass-on')).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await move(reporter, id, 'pass-on')).toBe('checking')
    await expect(fill(reporter, id, { 'fiscal-science-share': '5.3' })).rejects.toMatchObject({ code: 'not_preparing' })
    await expect(move(checker, id, 'send-back')).rejects.toMatchObject({ code: 'reason_missing' })
    expect(await move(checker, id, 'send-back', '占比与快报不符')).toBe('preparing')
    await fill(reporter, id, { 'fiscal-science-share': '5.3' })
    expect(await move(reporter, id, 'pass-on')).toBe('checking')
    expect(await move(checker, id, 'pass-on')).toBe('signing')
    expect(await move(leader, id, 'pass-on')).toBe('countersigning')
    await expect(move(leader, id, 'pass-on')).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('lets only the countersigning unit’s last step countersign', async () => {
    const id = round.returns[science]!
    const financeReporter = await actor(db, 'xu.ning')
    await expect(move(financeReporter, id, 'pass-on')).rejects.toMatchObject({ kind: 'forbidden' })
    await db
      .insertInto('reporting.chain_step')
      .values([
        { region_id: 'lakeside', unit_id: finance, position: 0, kind: 'prepare', person_id: null },
        { region_id: 'lakeside', unit_id: finance, position: 1, kind: 'check', person_id: null },
      ])
      .execute()
    expect((await getDeskView(db, personOf(financeLeader))).waiting.map((one) => one.id)).toContain(id)
    expect(await move(financeLeader, id, 'pass-on')).toBe('submitted')
  })

  it('is returned by the lead bureau with a reason, but never changed by it', async () => {
    const id = round.returns[science]!
    await expect(fill(round.planner, id, { 'fiscal-science-share': '6' })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(move(reporter, id, 'accept')).rejects.toMatchObject({ kind: 'forbidden' })
    const { version } = await getRequest(db, id)
    const wanted = { act: 'return' as const, version, reason: '请附决算依据', completeBy: '2020-01-01' }
    await expect(moveRequest(db, round.planner, id, wanted, 'test')).rejects.toMatchObject({
      code: 'complete_by_wrong',
    })
    expect(await move(round.planner, id, 'return', '请附决算依据')).toBe('preparing')
    const back = await getRequestView(db, personOf(reporter), id)
    expect(back).toMatchObject({ returned: true, completeBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
    await expect(fill(round.planner, id, { 'fiscal-science-share': '6' })).rejects.toMatchObject({ kind: 'forbidden' })
    for (const who of [reporter, checker, leader, financeLeader]) await move(who, id, 'pass-on')
    expect(await move(round.planner, id, 'accept')).toBe('accepted')
    expect((await getRequestView(db, personOf(reporter), id)).completeBy).toBeNull()
    expect((await readableReturn(db, id))?.unitIds).toEqual([science, finance])
    expect((await requestObject(db, id))?.unitIds).toEqual([science])
  })

  it('locks what is collated, and the figures enter the ledger unpublished', async () => {
    const place = { regionId: 'lakeside', cycle: 'quarterly', period: '2026-Q3' }
    expect(await lockPeriod(db, round.planner, place, 'test')).toEqual({ locked: 1, values: 2 })
    await expect(lockPeriod(db, round.planner, place, 'test')).rejects.toMatchObject({ code: 'nothing_to_lock' })
    expect(await ledger()).toEqual([entry('fiscal-science-share', '5.3'), entry('high-tech-enterprises', '1385')])
  })

  it('keeps a locked figure even from raw SQL', async () => {
    const write = db
      .updateTable('reporting.entry')
      .set({ value: '1' })
      .where('request_id', '=', round.returns[science]!)
      .execute()
    await expect(write).rejects.toThrow(/stand still/)
  })

  it('corrects after the lock by a new vintage with its reason; the old one stays', async () => {
    const id = round.returns[science]!
    const wanted = { reason: '年报核减两家', indicatorIds: ['high-tech-enterprises'] }
    const correction = await openCorrection(db, reporter, id, wanted, 'test')
    await expect(openCorrection(db, reporter, id, wanted, 'test')).rejects.toMatchObject({ code: 'correction_open' })
    await fill(reporter, correction.id, { 'high-tech-enterprises': '1383' })
    for (const who of [reporter, checker, leader]) await move(who, correction.id, 'pass-on')
    await move(round.planner, correction.id, 'accept')
    await lockPeriod(db, round.planner, { regionId: 'lakeside', cycle: 'quarterly', period: '2026-Q3' }, 'test')
    const figures = (await ledger()).filter((row) => row.indicator_code === 'high-tech-enterprises')
    expect(figures.map((row) => row.value)).toEqual(['1385', '1383'])
    expect(figures[1]).toMatchObject({ figure_kind: 'revised', reason: { zh: '年报核减两家' } })
  })

  it('tells whoever has it next, and the reporter what became of it, each once and while it matters', async () => {
    expect(await told('he.jing')).toEqual([
      'return-arrived (settled)',
      'return-arrived (settled)',
      'return-arrived (settled)',
      'return-arrived (settled)',
    ])
    expect(await told('zhou.guoliang')).toContain('correction-opened')
    expect(await told('sun.li')).toEqual(['return-arrived (settled)'])
    expect(await told('lin.yuan')).toEqual([
      'return-sent-back (settled)',
      'return-sent-back (settled)',
      'return-accepted',
      'return-accepted',
    ])
    expect(await told('chen.mei')).toEqual(['correction-opened'])
    const [back] = await db
      .selectFrom('accounts.notice')
      .select(['params', 'link'])
      .where('kind', '=', 'reporting.return-sent-back')
      .orderBy('id')
      .execute()
    expect(back).toMatchObject({
      params: { reason: '占比与快报不符', by: { en: 'He Jing' } },
      link: `/reporting/returns/${round.returns[science]}`,
    })
  })

  it('begins a second correction with the figure of the first', async () => {
    const wanted = { reason: '再次核对', indicatorIds: ['high-tech-enterprises', 'fiscal-science-share'] }
    const original = round.returns[science]!
    const again = await openCorrection(db, reporter, original, wanted, 'test')
    const { entries } = await getRequestView(db, personOf(reporter), again.id)
    expect(entries.map((one) => [one.indicatorId, one.value])).toEqual([
      ['high-tech-enterprises', '1383'],
      ['fiscal-science-share', '5.3'],
    ])
    expect((await getRequestView(db, personOf(reporter), original)).mayCorrect).toBe(false)
  })

  it('takes no count that is negative or has decimals', async () => {
    const id = (
      await db
        .selectFrom('reporting.request')
        .select('id')
        .where('state', '=', 'preparing')
        .where('number', '=', 2)
        .executeTakeFirstOrThrow()
    ).id
    for (const value of ['-5', '5.5'])
      await expect(fill(reporter, id, { 'high-tech-enterprises': value })).rejects.toMatchObject({
        code: 'figure_impossible',
        details: [{ place: { field: 'high-tech-enterprises working' } }],
      })
  })

  it('withdraws by a correction that says there is no figure, with its reason', async () => {
    const { id } = await db
      .selectFrom('reporting.request')
      .select('id')
      .where('number', '=', 2)
      .executeTakeFirstOrThrow()
    const { entries } = await getRequestView(db, personOf(reporter), id)
    const cells = entries.map(({ indicatorId, nature, version, value }) => ({
      indicatorId,
      nature,
      version,
      value: indicatorId === 'high-tech-enterprises' ? null : value,
      absentReason: indicatorId === 'high-tech-enterprises' ? '名录尚未公布' : null,
      note: null,
    }))
    await saveEntries(db, reporter, id, cells, 'test')
    for (const who of [reporter, checker, leader, financeLeader]) await move(who, id, 'pass-on')
    await move(round.planner, id, 'accept')
    const place = { regionId: 'lakeside', cycle: 'quarterly', period: '2026-Q3' }
    const lock = () => lockPeriod(db, round.planner, place, 'test')
    const release = (to: Date | null) =>
      db
        .updateTable('plans.value')
        .set({ public_from: to, release_id: to && '00000000-0000-4000-8000-00000000abcd' })
        .where('origin', '=', 'reporting')
        .where('value', '=', '1383')
        .execute()
    await release(new Date('2999-01-01'))
    await expect(lock()).rejects.toMatchObject({ code: 'figure_public' })
    await release(null)
    expect(await lock()).toEqual({ locked: 1, values: 1 })
    const gone = await db
      .selectFrom('plans.value')
      .select(['value', 'status', 'withdrawn_because'])
      .where('origin', '=', 'reporting')
      .where('indicator_code', '=', 'high-tech-enterprises')
      .orderBy('vintage')
      .execute()
    expect(gone.map(({ value, status }) => [value, status])).toEqual([
      ['1385', 'withdrawn'],
      ['1383', 'withdrawn'],
    ])
    expect(gone[0]?.withdrawn_because).toMatchObject({ zh: '再次核对；名录尚未公布' })
    expect((await lockedFigures(db, place)).filter((figure) => figure.includes('high-tech-enterprises'))).toEqual([])
    const left = await ledgerFigures(db, { regionIds: ['lakeside'], indicatorCodes: ['high-tech-enterprises'] })
    expect(left.filter((figure) => figure.id.includes('/return-'))).toEqual([])
  })

  it('is opened and locked by the planners of the lead bureau alone', async () => {
    const other = { ...personOf(round.planner) }
    const stranger = { ...other, grants: [{ role: 'planner', regionId: 'lakeside', unitId: finance }] }
    const place = { regionId: 'lakeside', cycle: 'quarterly', period: '2026-Q3' }
    await expect(lockPeriod(db, stranger, place, 'test')).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(openPeriod(db, stranger, place, '2026-Q4', 'test')).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('refuses a cycle with unknown things, naming each line, and saves nothing', async () => {
    const broken = {
      ...quarterly,
      code: 'broken',
      lines: [
        { ...quarterly.lines[0]!, indicatorId: 'no-such-thing' },
        { ...quarterly.lines[1]!, unitId: 'qingyuan/qy-science' },
      ],
    }
    await expect(createCycle(db, round.planner, 'lakeside', broken, 'test')).rejects.toMatchObject({
      code: 'cycle_lines_wrong',
      details: [{ place: { row: 1 } }, { place: { row: 2 } }],
    })
    expect(await db.selectFrom('reporting.cycle').select('code').execute()).toEqual([{ code: 'quarterly' }])
  })
})

function entry(indicator_code: string, value: string) {
  return {
    indicator_code,
    period: '2026-Q3',
    value,
    figure_kind: 'flash',
    status: 'approved',
    reason: null,
    reported_by: science,
    due: '2026-10-13',
  }
}
