import { workdays } from '@opensti/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOfficeTime, markOf, nextReminder, type RemindedReturn, standingOf, usualReminders } from './reminders.ts'

/** The first days of October 2026 are free, the 10th (a Saturday) is worked. */
const days = workdays({
  timeZone: 'Asia/Shanghai',
  weekend: [6, 7],
  years: [{ year: 2026, holidays: [{ from: '2026-10-01', to: '2026-10-07' }], workdays: ['2026-10-10'] }],
})
const one = (change: Partial<RemindedReturn> = {}): RemindedReturn => ({
  state: 'preparing',
  dueDay: '2026-10-13',
  returnedOn: null,
  ...change,
})
const on = (today: string, change: Partial<RemindedReturn> = {}) => {
  const standing = standingOf(one(change), usualReminders, today, days)
  return standing && { ...standing, mark: markOf(usualReminders, standing) }
}

describe('a return due on Tuesday, 13 October, after the holiday', () => {
  it.each([
    ['2026-09-30', 'soon', 5, null, false],
    ['2026-10-09', 'soon', 3, -3, false],
    ['2026-10-10', 'soon', 2, -3, false],
    ['2026-10-12', 'soon', 1, -1, false],
    ['2026-10-13', 'today', 0, 0, false],
    ['2026-10-14', 'late', 1, 1, true],
    ['2026-10-15', 'late', 2, 1, true],
    ['2026-10-16', 'late', 3, 3, true],
    ['2026-10-17', 'late', 3, 3, true],
    ['2026-10-20', 'late', 5, 5, true],
    ['2026-10-26', 'late', 9, 5, true],
    ['2026-10-27', 'late', 10, 10, true],
    ['2026-11-03', 'late', 15, 15, true],
  ] as const)('on %s is %s by %i working days, at the mark %s', (today, kind, count, mark, leader) => {
    expect(on(today)).toEqual({ kind, days: count, leader, mark })
  })

  it('is late on a free day right after, though no working day has passed', () => {
    expect(on('2026-10-17', { dueDay: '2026-10-16' })).toMatchObject({ kind: 'late', days: 1 })
  })

  it('is nobody’s business outside the lead bureau once it was handed in', () => {
    for (const state of ['submitted', 'accepted', 'locked'] as const) expect(on('2026-10-20', { state })).toBeNull()
  })

  it('is not late when it was returned for completion: what counts is when it came back', () => {
    expect(on('2026-10-20', { returnedOn: '2026-10-19' })).toEqual({ kind: 'returned', days: 1, mark: 1, leader: true })
    expect(on('2026-10-20', { returnedOn: '2026-10-20' })).toMatchObject({ kind: 'returned', days: 0, mark: null })
  })

  it('says when it reminds next', () => {
    const next = (today: string, change = {}) => nextReminder(one(change), usualReminders, today, days)
    expect([next('2026-09-30'), next('2026-10-09'), next('2026-10-13')]).toEqual([
      '2026-10-09',
      '2026-10-12',
      '2026-10-14',
    ])
    expect(next('2026-10-20')).toBe('2026-10-27')
    expect(next('2026-10-20', { state: 'locked' })).toBeNull()
    expect(nextReminder(one(), { ...usualReminders, again: null }, '2026-10-20', days)).toBeNull()
  })
})

it('marks never go back as days go by', () => {
  const day = fc.integer({ min: 1, max: 60 })
  const plan = fc.record({
    before: fc.array(day, { maxLength: 4 }),
    onDay: fc.boolean(),
    after: fc.array(day, { maxLength: 4 }),
    again: fc.option(day),
    leaderFrom: day,
  })
  fc.assert(
    fc.property(plan, fc.integer({ min: 0, max: 60 }), (wanted, offset) => {
      let last = Number.NEGATIVE_INFINITY
      for (let at = 0; at < 40; at += 1) {
        const today = new Date(Date.UTC(2026, 8, 1 + offset + at)).toISOString().slice(0, 10)
        const standing = standingOf(one(), wanted, today, days)!
        const mark = markOf(wanted, standing) ?? Number.NEGATIVE_INFINITY
        expect(mark).toBeGreaterThanOrEqual(last)
        last = mark
      }
    }),
  )
})

it('reminders leave while offices work', () => {
  expect(isOfficeTime(new Date('2026-10-09T00:59:00Z'), days)).toBe(false)
  expect(isOfficeTime(new Date('2026-10-09T01:00:00Z'), days)).toBe(true)
  expect(isOfficeTime(new Date('2026-10-09T09:59:00Z'), days)).toBe(true)
  expect(isOfficeTime(new Date('2026-10-09T10:00:00Z'), days)).toBe(false)
  expect(isOfficeTime(new Date('2026-10-10T03:00:00Z'), days)).toBe(true)
  expect(isOfficeTime(new Date('2026-10-11T03:00:00Z'), days)).toBe(false)
})

it('what was returned until a day is reminded of around that day', () => {
  const days = workdays({ timeZone: 'Asia/Shanghai', weekend: [6, 7], years: [] })
  const one: RemindedReturn = {
    state: 'preparing',
    dueDay: '2026-11-02',
    returnedOn: '2026-11-09',
    completeBy: '2026-11-18',
  }
  const on = (today: string) => {
    const standing = standingOf(one, usualReminders, today, days)
    return [standing?.kind, standing?.days, standing?.leader, standing && markOf(usualReminders, standing)]
  }
  expect(on('2026-11-10')).toEqual(['returned', 1, false, null])
  expect(on('2026-11-13')).toEqual(['returned', 4, false, -3])
  expect(on('2026-11-18')).toEqual(['returned', 7, false, 0])
  expect(on('2026-11-19')).toEqual(['returned', 8, true, 1])
  expect(nextReminder(one, usualReminders, '2026-11-10', days)).toBe('2026-11-13')
})
