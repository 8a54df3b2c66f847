import { dayAfter, workdays } from '@opensti/kernel'
import { describe, expect, it } from 'vitest'
import { lastSoonDay, rungsToTell, standingOf } from './climb.ts'

const days = workdays({ timeZone: 'Asia/Shanghai', weekend: [6, 7], years: [] })
const due = { state: 'assigned' as const, dueDay: '2026-11-06' }

describe('an item that is due on Friday 6 November', () => {
  it.each([
    ['2026-10-20', 'in-time', 'owner', 13],
    ['2026-11-02', 'due-soon', 'owner', 4],
    ['2026-11-06', 'due-soon', 'owner', 0],
    ['2026-11-08', 'overdue', 'owner', 0],
    ['2026-11-09', 'overdue', 'unit-leader', -1],
    ['2026-11-13', 'overdue', 'supervisor', -5],
    ['2026-11-20', 'overdue', 'head', -10],
  ] as const)('on %s is %s and known to %s', (today, light, rung, workdaysLeft) => {
    expect(standingOf(due, today, days)).toEqual({ workdaysLeft, light, rung })
  })

  it('rests once it has ended, and waits for supervision once closing is proposed', () => {
    expect(standingOf({ ...due, state: 'ended' }, '2026-12-31', days).light).toBe('ended')
    expect(standingOf({ ...due, state: 'ending' }, '2026-12-31', days).rung).toBe('supervisor')
  })
})

describe('who hears of it', () => {
  const told = (state: 'assigned' | 'ending', today: string) =>
    rungsToTell(state, standingOf({ ...due, state }, today, days))

  it('is everyone up to the rung that it has reached', () => {
    expect(told('assigned', '2026-11-08')).toEqual([])
    expect(told('assigned', '2026-11-09')).toEqual(['unit-leader'])
    expect(told('assigned', '2026-11-13')).toEqual(['unit-leader', 'supervisor'])
    expect(told('assigned', '2026-11-20')).toEqual(['unit-leader', 'supervisor', 'head'])
  })

  it('is supervision alone once closing is proposed', () => {
    expect(told('ending', '2026-11-20')).toEqual(['supervisor'])
  })
})

it('the last day that is due soon parts the days as the light does', () => {
  for (let today = '2026-09-25'; today < '2026-10-20'; today = dayAfter(today)) {
    const last = lastSoonDay(today, days)
    const lightOn = (dueDay: string) => standingOf({ state: 'assigned', dueDay }, today, days).light
    expect([lightOn(today), lightOn(last), lightOn(dayAfter(last))]).toEqual(['due-soon', 'due-soon', 'in-time'])
  }
})
