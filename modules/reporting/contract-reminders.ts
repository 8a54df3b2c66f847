import { CalendarDay } from '@opensti/kernel'
import { z } from 'zod'

/** What planners see and do about returns that have not come. Office numbers of people stand here and nowhere else. */

const Names = z.object({ zh: z.string(), en: z.string() })
const Unit = z.object({ id: z.string(), name: Names })
const Time = z.iso.datetime()
const Day = CalendarDay
const Workdays = z.number().int().min(1).max(60)
/** No control and no invisible characters. */
const Line = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, '含有看不见的字符 contains characters that cannot be seen')

export const ReminderPlan = z
  .object({
    before: z.array(Workdays).max(10),
    onDay: z.boolean(),
    after: z.array(Workdays).max(10),
    again: Workdays.nullable(),
    leaderFrom: Workdays,
  })
  .meta({ id: 'ReminderPlan' })
export type ReminderPlan = z.infer<typeof ReminderPlan>

const Kind = z.enum(['soon', 'today', 'late', 'returned'])
const As = z.enum(['holder', 'leader'])

/** A reminder that went out: by the plan, or by someone at once. */
export const ReminderView = z
  .object({
    at: Time,
    kind: Kind,
    days: z.number().int(),
    by: Names.nullable(),
    note: z.string().nullable(),
    told: z.array(z.object({ name: Names, as: As })),
  })
  .meta({ id: 'ReminderView' })
export type ReminderView = z.infer<typeof ReminderView>

export const CallView = z
  .object({ at: Time, by: Names, reached: z.boolean(), note: z.string().nullable() })
  .meta({ id: 'CallView' })
export type CallView = z.infer<typeof CallView>

/** A return that has not come, with who would hear what now, whom to call, and what was done already. */
export const OutstandingReturn = z
  .object({
    id: z.uuid(),
    unit: Unit,
    state: z.string(),
    step: Names,
    dueAt: Time,
    kind: Kind,
    days: z.number().int(),
    cells: z.number().int(),
    missing: z.number().int(),
    /** Some of what is missing by name. */
    missingNames: z.array(Names),
    hears: z.array(z.object({ name: Names, as: As, text: Names, mail: z.boolean(), webhook: z.boolean() })),
    contacts: z.array(
      z.object({ name: Names, as: z.enum(['holder', 'reporter', 'leader']), phone: z.string().nullable() }),
    ),
    reminders: z.array(ReminderView),
    nextOn: Day.nullable(),
    calls: z.array(CallView),
  })
  .meta({ id: 'OutstandingReturn' })
export type OutstandingReturn = z.infer<typeof OutstandingReturn>

export const ReminderBoard = z
  .object({
    regionId: z.string(),
    cycle: z.object({ code: z.string(), names: Names }),
    period: z.string(),
    dueAt: Time,
    /** How many returns there are in the period, and how many of them have come. */
    requests: z.number().int(),
    come: z.number().int(),
    plan: ReminderPlan,
    returns: z.array(OutstandingReturn),
  })
  .meta({ id: 'ReminderBoard' })
export type ReminderBoard = z.infer<typeof ReminderBoard>

export const NewReminder = z
  .object({ returns: z.array(z.uuid()).min(1).max(500), note: Line.nullable().default(null) })
  .meta({ id: 'NewReminder' })
export type NewReminder = z.infer<typeof NewReminder>

/** How many returns were reminded of and how many people heard; those reminded of within the hour are passed over. */
export const ReminderResult = z
  .object({ reminded: z.number().int(), people: z.number().int(), passedOver: z.number().int() })
  .meta({ id: 'ReminderResult' })
export type ReminderResult = z.infer<typeof ReminderResult>

export const NoteCall = z.object({ reached: z.boolean(), note: Line.nullable().default(null) }).meta({ id: 'NoteCall' })
export type NoteCall = z.infer<typeof NoteCall>

export const CallListQuery = z.object({ language: z.enum(['zh', 'en']).default('zh') })

export const LetterQuery = z.object({
  /** One return; without it all that are late. */
  return: z.uuid().optional(),
  number: Line.max(60).optional(),
  format: z.enum(['docx', 'pdf']).default('docx'),
})
export type LetterQuery = z.infer<typeof LetterQuery>

/** An indicator whose latest figure is older than its frequency allows. */
export const StaleIndicator = z
  .object({ indicatorId: z.string(), name: Names, regionId: z.string(), latestPeriod: z.string(), staleAfter: Day })
  .meta({ id: 'StaleIndicator' })
export type StaleIndicator = z.infer<typeof StaleIndicator>
export const StaleIndicatorList = z.object({ indicators: z.array(StaleIndicator) }).meta({ id: 'StaleIndicatorList' })
