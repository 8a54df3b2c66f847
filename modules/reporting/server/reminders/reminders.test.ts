import { actor, personIdOf } from '@opensti/accounts/testing'
import { type Actor, personOf } from '@opensti/kernel'
import { byAddress, readWorkbook } from '@opensti/office'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import mammoth from 'mammoth'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reportingNotices } from '../../domain/notice-kinds.ts'
import { finance, openRound, type Round, science } from '../../testing/index.ts'
import { moveRequest } from '../move-request.ts'
import { saveEntries } from '../save-entries.ts'
import { getRequest } from '../store.ts'
import { getRequestView } from '../views/request-view.ts'
import { callWorkbook } from './call-workbook.ts'
import { noteCall } from './note-call.ts'
import { remindByPlan } from './remind-by-plan.ts'
import { remindNow } from './remind-now.ts'
import { getReminderBoard } from './reminder-board.ts'
import { letterOf, makeReminderLetter } from './reminder-letter.ts'
import { getReminderPlan, setReminderPlan } from './reminder-plan.ts'

const { db, owner } = await testDatabase()
const place = { regionId: 'lakeside', cycle: 'quarterly', period: '2026-Q3' }
let round: Round
let scienceReturn = ''
/** Noon in the city. Both returns are due on 13 October 2026. */
const noon = (day: string) => new Date(`${day}T04:00:00Z`)
const due = (day: string) =>
  owner
    .updateTable('reporting.request')
    .set({ due_at: new Date(`${day}T15:59:59.999Z`) })
    .execute()
const reminders = ['soon', 'today', 'late', 'returned', 'leader', 'urged'].map(
  (which) => reportingNotices[which as keyof typeof reportingNotices].kind as string,
)
/** Who was reminded of what, in the order in which it was told. */
const heard = async () => {
  const { rows } = await sql<{ signIn: string; kind: string; seen: boolean }>`
    select p.sign_in_name as "signIn", n.kind, n.seen_at is not null as seen from accounts.notice n
    join accounts.person p on p.id = n.person where n.kind = any (${reminders}) order by n.id`.execute(owner)
  return rows
    .map(({ signIn, kind, seen }) => `${signIn} ${kind.replace('reporting.', '')}${seen ? ' seen' : ''}`)
    .sort()
}

beforeAll(async () => {
  round = await openRound(db)
  scienceReturn = round.returns[science]!
  for (const row of [0, 1].map((position) => ({ region_id: 'lakeside', unit_id: finance, position, person_id: null })))
    await owner
      .insertInto('reporting.chain_step')
      .values({ ...row, kind: row.position === 0 ? 'prepare' : 'check' })
      .execute()
})
beforeEach(async () => {
  for (const table of ['reporting.reminder_told', 'reporting.reminder', 'reporting.call'] as const)
    await owner.deleteFrom(table).execute()
  await owner.deleteFrom('accounts.notice').execute()
  await owner.deleteFrom('reporting.reminder_plan').execute()
  await due('2026-10-13')
})

describe('reminding by the plan', () => {
  it('tells those for whom a return waits three days and one day before, on the day, and after; the leader once it is late', async () => {
    const told: Record<string, string[]> = {}
    for (const day of ['2026-09-30', '2026-10-09', '2026-10-10', '2026-10-12', '2026-10-13', '2026-10-14']) {
      await remindByPlan(db, noon(day))
      await remindByPlan(db, noon(day))
      told[day] = await heard()
      await owner.deleteFrom('accounts.notice').execute()
    }
    expect(told).toEqual({
      '2026-09-30': [],
      '2026-10-09': ['lin.yuan return-soon', 'xu.ning return-soon'],
      '2026-10-10': [],
      '2026-10-12': ['lin.yuan return-soon', 'xu.ning return-soon'],
      '2026-10-13': ['lin.yuan return-today', 'xu.ning return-today'],
      '2026-10-14': ['lin.yuan return-late', 'xu.ning return-late', 'zhou.guoliang unit-late'],
    })
  })

  it('waits for office hours, tells only the latest of what a standstill has missed, and nobody twice when two run at once', async () => {
    await remindByPlan(db, new Date('2026-10-14T15:00:00Z'))
    await remindByPlan(db, noon('2026-10-18'))
    expect(await heard()).toEqual([])
    await Promise.all([remindByPlan(db, noon('2026-10-20')), remindByPlan(db, noon('2026-10-20'))])
    expect(await heard()).toEqual(['lin.yuan return-late', 'xu.ning return-late', 'zhou.guoliang unit-late'])
    expect(await db.selectFrom('reporting.reminder').select('days').execute()).toEqual([{ days: 5 }, { days: 5 }])
  })

  it('follows the days that the region sets', async () => {
    const plan = { before: [2], onDay: false, after: [10, 2, 2], again: null, leaderFrom: 10 }
    await setReminderPlan(db, round.planner, 'lakeside', plan, 'test')
    expect(await getReminderPlan(db, 'lakeside')).toEqual({ ...plan, after: [2, 10] })
    for (const day of ['2026-10-09', '2026-10-10', '2026-10-13', '2026-10-14']) await remindByPlan(db, noon(day))
    expect(await heard()).toEqual(['lin.yuan return-soon', 'xu.ning return-soon'])
  })
})

describe('a late return', () => {
  it('moves on, and what people were told of it is behind them; the next one hears, its history shows all', async () => {
    await due('2026-10-13')
    await remindByPlan(db, noon('2026-10-14'))
    const [reporter, checker] = [await actor(db, 'lin.yuan'), await actor(db, 'he.jing')]
    await fill(reporter)
    await move(reporter, 'pass-on')
    expect(await heard()).toEqual(['lin.yuan return-late seen', 'xu.ning return-late', 'zhou.guoliang unit-late seen'])
    await remindByPlan(db, noon('2026-10-16'))
    expect((await heard()).filter((line) => line.startsWith('he.jing'))).toEqual(['he.jing return-late'])
    const { reminders } = await getRequestView(db, personOf(checker), scienceReturn)
    expect(reminders.map(({ kind, days, told }) => [kind, days, told.map(({ name }) => name.zh)])).toEqual([
      ['late', 3, ['何静', '周国梁']],
      ['late', 1, ['林远', '周国梁']],
    ])
    await move(checker, 'send-back', '占比与快报不符')
  })

  it('is reminded of at once with a preview of who hears what, and not twice within the hour', async () => {
    const board = await getReminderBoard(db, round.planner, place)
    expect([board.requests, board.come, board.returns.length]).toEqual([2, 0, 2])
    const one = board.returns.find(({ id }) => id === scienceReturn)
    expect(one?.hears.map(({ name, as }) => `${name.zh} ${as}`)).toEqual(['林远 holder', '周国梁 leader'])
    expect(one?.hears[0]?.text.zh).toContain('陈梅催办：')
    const wanted = { returns: [scienceReturn], note: '市长周五要看' }
    expect(await remindNow(db, round.planner, place, wanted, 'first')).toEqual({
      reminded: 1,
      people: 2,
      passedOver: 0,
    })
    expect(await remindNow(db, round.planner, place, wanted, 'second')).toEqual({
      reminded: 0,
      people: 0,
      passedOver: 1,
    })
    expect(await heard()).toEqual(['lin.yuan return-urged', 'zhou.guoliang return-urged'])
    const after = (await getReminderBoard(db, round.planner, place)).returns.find(({ id }) => id === scienceReturn)
    expect(after?.reminders[0]).toMatchObject({ by: { zh: '陈梅' }, note: '市长周五要看' })
  })

  it('has people to call with the numbers of their offices; that somebody called is kept', async () => {
    await noteCall(db, round.planner, scienceReturn, { reached: true, note: '明天上午报' }, 'test')
    await noteCall(db, round.planner, scienceReturn, { reached: false, note: null }, 'test')
    const board = await getReminderBoard(db, round.planner, place)
    const one = board.returns.find(({ id }) => id === scienceReturn)
    expect(one).toMatchObject({
      kind: 'late',
      cells: 2,
      contacts: [
        { name: { zh: '林远' }, as: 'holder', phone: '0000-8800 1002' },
        { name: { zh: '周国梁' }, as: 'leader', phone: '0000-8800 1004' },
      ],
      calls: [{ reached: false }, { reached: true, note: '明天上午报', by: { zh: '陈梅' } }],
    })
    expect(board.returns.find(({ unit }) => unit.id === finance)).toMatchObject({
      missing: 1,
      missingNames: [{ zh: expect.any(String) }],
    })
    const change = db.updateTable('reporting.call').set({ note: '别的' }).execute()
    await expect(change).rejects.toThrow()
  })

  it('is shown with its numbers to the planners of the lead bureau alone', async () => {
    for (const signIn of ['lin.yuan', 'he.jing', 'tang.wen']) {
      await expect(getReminderBoard(db, await actor(db, signIn), place)).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })

  it('stands in the workbook of the call list', async () => {
    await noteCall(db, round.planner, scienceReturn, { reached: true, note: '明天上午报' }, 'test')
    const board = await getReminderBoard(db, round.planner, place)
    const day = (moment: Date) => moment.toISOString().slice(0, 10)
    const { name, bytes } = await callWorkbook(board, 'zh', {
      madeOn: noon('2026-10-20'),
      dueDay: '2026-10-13',
      dayOf: day,
    })
    expect(name).toBe('科技创新季报 2026年第三季度 催报电话表.xlsx')
    const cells = byAddress((await readWorkbook({ name, bytes })).sheets[0]!)
    expect(cells.get('A1')?.text).toContain('电话表')
    const texts = [...cells.values()].map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['林远（填报中）', '0000-8800 1002', '周国梁（负责人）']))
    expect(texts.some((text) => text.includes('明天上午报'))).toBe(true)
  })
})

describe('the reminder letter', () => {
  it('names unit, matter, days and what is missing, in the official layout, as Word and as PDF', async () => {
    const wanted = { number: '湖科函〔2026〕31号', format: 'docx' as const }
    const { name, bytes } = await makeReminderLetter(db, round.planner, place, wanted)
    expect(name).toBe('催办函-科技创新季报-2026年第三季度-湖畔市财政局.docx')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    for (const words of [
      '湖科函〔2026〕31号',
      '关于催报2026年第三季度',
      '湖畔市财政局：',
      '2026年10月13日',
      '现在环节',
      '联系人：陈梅，电话：0000-8800 1001',
    ])
      expect(value).toContain(words)
    const pdf = await makeReminderLetter(db, round.planner, place, { return: scienceReturn, format: 'pdf' })
    expect(Buffer.from(pdf.bytes.slice(0, 5)).toString()).toBe('%PDF-')
  })

  it('speaks of what came and was returned as such, apart from what is overdue', async () => {
    const board = await getReminderBoard(db, round.planner, place)
    const [late] = board.returns
    const unit = { id: 'lakeside/x', name: { zh: '湖畔市某局', en: 'Some bureau' } }
    const returned = { ...late!, unit, kind: 'returned' as const, days: 2 }
    const sender = { office: '湖畔市科技局', contact: '陈梅', phone: null, day: '2026-10-20', dueDay: '2026-10-13' }
    const textOf = (some: Parameters<typeof letterOf>[1]) => JSON.stringify(letterOf(board, some, sender, undefined))
    const both = textOf([{ ...late!, kind: 'late' }, returned])
    expect(both).toContain('截至2026年10月20日，下列1个单位的报表尚未报送，影响汇总')
    expect(both).toContain('已经报来，需要补充完善，退回后截至2026年10月20日尚未再报')
    const alone = textOf([returned])
    expect(alone).toContain('关于补充报送2026年第三季度')
    expect(alone).not.toMatch(/尚未报送|逾期/)
  })

  it('is not written when nobody is late', async () => {
    await due('2999-10-13')
    const letter = makeReminderLetter(db, round.planner, place, { format: 'docx' })
    await expect(letter).rejects.toMatchObject({ code: 'nothing_late' })
  })
})

describe('figures that have grown old', () => {
  const alarms = async () =>
    (
      await db.selectFrom('reporting.stale_alarm').select('indicator_code').where('cleared_at', 'is', null).execute()
    ).map((row) => row.indicator_code)
  const planners = async () =>
    owner
      .selectFrom('accounts.notice')
      .select(['person', 'seen_at'])
      .where('kind', '=', 'reporting.value-stale')
      .orderBy('id')
      .execute()

  it('raise an alarm once, and it goes when a newer one comes', async () => {
    await owner.deleteFrom('reporting.stale_alarm').execute()
    await remindByPlan(db, noon('2029-03-01'))
    const [first] = await alarms()
    expect(first).toBeDefined()
    const chen = await personIdOf(db, 'chen.mei')
    expect(await planners()).toEqual([{ person: chen, seen_at: null }])
    await remindByPlan(db, noon('2029-03-02'))
    expect(await planners()).toHaveLength(1)
    for (const code of await alarms())
      await sql`insert into plans.value (id, region_id, indicator_code, period, value, unit, comparator, nature, vintage, status, cite)
        select 'lakeside/fresh-' || ${code}, 'lakeside', ${code}, '2028-12', 1, '', 'eq', 'working', '2029-01-10', 'approved',
          '{"verified": "official"}'`.execute(owner)
    await remindByPlan(db, noon('2029-03-02'))
    expect(await alarms()).toEqual([])
    expect(await planners()).toEqual([{ person: chen, seen_at: expect.any(Date) }])
  })
})

async function fill(reporter: Actor) {
  const { entries } = await getRequestView(db, personOf(reporter), scienceReturn)
  const cells = entries.map(({ indicatorId, nature, version }) => ({
    indicatorId,
    nature,
    version,
    value: '5',
    absentReason: null,
    note: null,
  }))
  await saveEntries(db, reporter, scienceReturn, cells, 'test')
}

async function move(who: Actor, act: 'pass-on' | 'send-back', reason: string | null = null) {
  const { version } = await getRequest(db, scienceReturn)
  await moveRequest(db, who, scienceReturn, { act, version, reason }, 'test')
}
