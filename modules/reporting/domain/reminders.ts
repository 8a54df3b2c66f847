import { type Day, dayAfter, type Workdays } from '@opensti/kernel'
import type { RequestState } from './request-life.ts'

/** When a region reminds, in working days from the due day. */
export interface ReminderPlan {
  before: readonly number[]
  /** On the due day itself. */
  onDay: boolean
  after: readonly number[]
  /** After the last of `after`, every so many working days. */
  again: number | null
  /** From so many working days after the due day the unit's leader hears of it too. */
  leaderFrom: number
}

/** What a region does that has not said otherwise. */
export const usualReminders: ReminderPlan = { before: [3, 1], onDay: true, after: [1, 3, 5], again: 5, leaderFrom: 1 }

export type ReminderKind = 'soon' | 'today' | 'late' | 'returned'

/** What can be said of a return today. */
export interface Standing {
  kind: ReminderKind
  /** Working days until or since the day that counts; at least one once it is late. */
  days: number
  /** Whether the leader hears of it too. */
  leader: boolean
  /** Working days since the day until which it was to be completed, where that was said; negative before it. */
  past?: number
}

/** What a reminder looks at. */
export interface RemindedReturn {
  state: RequestState
  dueDay: Day
  /** The day on which the lead bureau returned it for completion, if that is why it is with the unit. */
  returnedOn: Day | null
  /** Until when it is to be completed, where that was said. */
  completeBy?: Day | null
}

/** The states in which somebody outside the lead bureau has work to do. */
export const remindedStates = ['preparing', 'checking', 'signing', 'countersigning'] as const

const farDays = 800

/** How a return stands today, by working days; null when the unit has done its part. */
export function standingOf(one: RemindedReturn, plan: ReminderPlan, today: Day, days: Workdays): Standing | null {
  if (!(remindedStates as readonly string[]).includes(one.state)) return null
  if (one.returnedOn !== null) {
    // Returned for completion does not make it late; what counts from then on is the day it came back.
    const since = days.between(one.returnedOn, today)
    const standing = { kind: 'returned' as const, days: Math.max(0, since) }
    if (!one.completeBy) return { ...standing, leader: since >= plan.leaderFrom }
    const past = days.between(one.completeBy, today)
    return { ...standing, leader: past >= plan.leaderFrom, past }
  }
  if (today === one.dueDay) return { kind: 'today', days: 0, leader: false }
  // Nobody opens a return years ahead in earnest, and counting the days of centuries takes long.
  if (one.dueDay > dayAfter(today, farDays)) return null
  const distance = days.between(one.dueDay, today)
  if (today < one.dueDay) return { kind: 'soon', days: -distance, leader: false }
  // On a free day right after it is late already, though no working day has passed.
  const late = Math.max(1, distance)
  return { kind: 'late', days: late, leader: late >= plan.leaderFrom }
}

/**
 * The mark of the plan that a standing has reached: −3 is three working days before, 0 the day itself, 5 five after. Null
 * before the first. A mark is told once, so a house that stood still for days tells the latest one only.
 */
export function markOf(
  plan: ReminderPlan,
  { kind, days, past }: Pick<Standing, 'kind' | 'days' | 'past'>,
): number | null {
  const distance = past !== undefined ? past : kind === 'soon' ? -days : kind === 'today' ? 0 : days
  const marks =
    kind === 'returned' && past === undefined
      ? [...plan.after]
      : [...plan.before.map((day) => -day), ...(plan.onDay ? [0] : []), ...plan.after]
  const last = Math.max(0, ...plan.after)
  if (plan.again !== null && distance > last) return last + Math.floor((distance - last) / plan.again) * plan.again
  const reached = marks.filter((mark) => mark <= distance)
  return reached.length === 0 ? null : Math.max(...reached)
}

/** The next day after today on which the plan reminds of a return that stays as it is; null for never. */
export function nextReminder(one: RemindedReturn, plan: ReminderPlan, today: Day, days: Workdays): Day | null {
  if (standingOf(one, plan, today, days) === null) return null
  const base = one.completeBy || one.returnedOn || one.dueDay
  const distance = days.between(base, today)
  const after = [...plan.after].sort((a, b) => a - b)
  const before =
    one.returnedOn === null || one.completeBy ? [...plan.before.map((day) => -day), ...(plan.onDay ? [0] : [])] : []
  const next = [...before.sort((a, b) => a - b), ...after].find((mark) => mark > distance)
  const last = after.at(-1) ?? 0
  const mark =
    next ?? (plan.again === null ? null : last + (Math.floor((distance - last) / plan.again) + 1) * plan.again)
  if (mark === null) return null
  if (mark === 0) return base
  return mark > 0 ? days.nth(mark, dayAfter(base)) : workdayBefore(-mark, base, days)
}

/** The day from which `n` working days remain until a day. */
function workdayBefore(n: number, until: Day, days: Workdays): Day {
  let day = until
  for (let left = n; left > 0 || !days.isWorkday(day); day = dayAfter(day, -1)) if (days.isWorkday(day)) left -= 1
  return day
}

/** Reminders leave while offices work: on a working day, between nine and six. */
export function isOfficeTime(now: Date, days: Workdays): boolean {
  const today = days.dayOf(now)
  const hour = 24 - (days.endOf(today).getTime() - now.getTime()) / 3_600_000
  return days.isWorkday(today) && hour >= 9 && hour < 18
}
