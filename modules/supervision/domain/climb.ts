import { type Day, dayAfter, type Workdays } from '@opensti/kernel'
import type { ItemState } from './item-life.ts'

/** Who hears of an overdue item: everyone up to the highest rung reached. */
export type Rung = 'owner' | 'unit-leader' | 'supervisor' | 'head'

/** From how many working days overdue each rung hears of it. */
export interface ClimbRule {
  'unit-leader': number
  supervisor: number
  head: number
}

/** The day after it is due its leader knows; after a week supervision; after two weeks the head in charge. */
export const usualClimb: ClimbRule = { 'unit-leader': 1, supervisor: 5, head: 10 }

export interface Standing {
  /** Working days until it is due; negative when it is overdue; 0 on the day itself. */
  workdaysLeft: number
  light: 'ended' | 'in-time' | 'due-soon' | 'overdue'
  rung: Rung
}

/** Working days before the due day from which it counts as due soon. */
const soon = 5

/** How an item stands on a day. What has been proposed for closing waits for supervision and climbs no further. */
export function standingOf(
  item: { state: ItemState; dueDay: Day },
  today: Day,
  days: Workdays,
  rule: ClimbRule = usualClimb,
): Standing {
  const workdaysLeft = days.between(today, item.dueDay)
  if (item.state === 'ended' || item.state === 'withdrawn') return { workdaysLeft, light: 'ended', rung: 'owner' }
  if (item.dueDay >= today) return { workdaysLeft, light: workdaysLeft <= soon ? 'due-soon' : 'in-time', rung: 'owner' }
  return { workdaysLeft, light: 'overdue', rung: item.state === 'ending' ? 'supervisor' : rungOf(-workdaysLeft, rule) }
}

const rungs = ['unit-leader', 'supervisor', 'head'] as const

/** Who must have heard of an overdue item by now, from the lowest. What is proposed for closing concerns supervision only. */
export function rungsToTell(state: ItemState, { light, rung }: Standing): (typeof rungs)[number][] {
  if (light !== 'overdue' || rung === 'owner') return []
  return state === 'ending' ? ['supervisor'] : rungs.slice(0, rungs.indexOf(rung) + 1)
}

/** The last day that counts as due soon, seen from today. */
export function lastSoonDay(today: Day, days: Workdays): Day {
  let day = today
  while (days.between(today, dayAfter(day)) <= soon) day = dayAfter(day)
  return day
}

function rungOf(overdue: number, rule: ClimbRule): Rung {
  if (overdue >= rule.head) return 'head'
  if (overdue >= rule.supervisor) return 'supervisor'
  return overdue >= rule['unit-leader'] ? 'unit-leader' : 'owner'
}
