import { workdays } from '@opensti/kernel'
import { describe, expect, it } from 'vitest'
import { standingOf } from './climb.ts'

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
