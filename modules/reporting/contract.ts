import { CalendarDay } from '@opensti/kernel'
import { z } from 'zod'
import { ReminderView } from './contract-reminders.ts'

/** What the browser and the API see of reporting. Times are ISO text in UTC; figures are decimal text, never binary floats. */

const Names = z.object({ zh: z.string(), en: z.string() })
export const RegionId = z.string().regex(/^[a-z0-9-]{1,60}$/)
export const UnitId = z.string().regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/)
export const CycleCode = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const IndicatorCode = z.string().min(1).max(120)
const Time = z.iso.datetime()
const Day = CalendarDay
/** No control and no invisible characters, except line ends. */
const visible = /^(?:[^\p{Cc}\p{Cf}]|\n)*$/u
const Sentence = z.string().trim().max(500).regex(visible, '含有看不见的字符 contains characters that cannot be seen')

export const Frequency = z.enum(['monthly', 'quarterly', 'half-yearly', 'yearly'])
const Nature = z.enum(['working', 'statistical'])
const FigureKind = z.enum(['estimate', 'flash', 'annual', 'revised'])
export const PeriodText = z.string().regex(/^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/)
const RequestState = z.enum(['preparing', 'checking', 'signing', 'countersigning', 'submitted', 'accepted', 'locked'])
const Unit = z.object({ id: UnitId, name: Names })

/** A figure as it was typed, kept exactly. */
const FigureText = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,6})?$/, '写成数字，最多六位小数，不带逗号和单位 a plain number with at most six decimals')

export const CycleLine = z.object({
  indicatorId: IndicatorCode,
  unitId: UnitId,
  nature: Nature,
  figureKind: FigureKind,
  countersigners: z.array(UnitId).max(10).default([]),
})
export type CycleLine = z.infer<typeof CycleLine>

export const CreateCycle = z
  .object({
    code: CycleCode,
    names: z.object({ zh: Sentence.min(1), en: Sentence.min(1) }),
    frequency: Frequency,
    leadUnit: UnitId,
    dueWorkday: z.number().int().min(1).max(60),
    firstPeriod: PeriodText,
    lines: z.array(CycleLine).min(1).max(20_000),
  })
  .meta({ id: 'CreateCycle' })
export type CreateCycle = z.infer<typeof CreateCycle>

export const OpenedPeriod = z.object({ opened: z.number().int(), dueAt: Time }).meta({ id: 'OpenedPeriod' })

export const CellChange = z.object({
  indicatorId: IndicatorCode,
  nature: Nature,
  /** The version she saw; a later one is someone else's and is not overwritten. */
  version: z.number().int().min(0),
  value: FigureText.nullable(),
  absentReason: Sentence.nullable().default(null),
  note: Sentence.nullable().default(null),
})
export type CellChange = z.infer<typeof CellChange>
export const SaveEntries = z.object({ cells: z.array(CellChange).min(1).max(2000) }).meta({ id: 'SaveEntries' })

/** Which cell a file belongs to; without one it belongs to the whole return. */
export const AttachFile = z.object({ indicatorId: IndicatorCode.optional() })

/** What people ask for; which move of the table it becomes depends on the unit's chain. */
export const RequestAct = z.enum(['pass-on', 'withdraw', 'send-back', 'accept', 'return'])
export type RequestAct = z.infer<typeof RequestAct>
export const MoveRequest = z
  .object({
    act: RequestAct,
    version: z.number().int().min(0),
    reason: Sentence.nullable().default(null),
    /** For `return`: until when it is to be completed; without it, a few working days. */
    completeBy: Day.nullable().default(null),
  })
  .meta({ id: 'MoveRequest' })
export type MoveRequest = z.infer<typeof MoveRequest>

const EntryView = z
  .object({
    indicatorId: z.string(),
    indicator: Names,
    definition: Names.nullable(),
    nature: Nature,
    figureKind: FigureKind,
    unit: z.string(),
    value: z.string().nullable(),
    absentReason: z.string().nullable(),
    note: z.string().nullable(),
    version: z.number().int(),
    /** The same cell one period earlier and one year earlier, as locked; null where there was none. */
    before: z.string().nullable(),
    yearBefore: z.string().nullable(),
    countersigners: z.array(Unit),
  })
  .meta({ id: 'EntryView' })
export type EntryView = z.infer<typeof EntryView>

const MoveView = z.object({
  verb: z.string(),
  name: Names,
  by: Names,
  onBehalfOf: Names.nullable(),
  unit: Names.nullable(),
  reason: z.string().nullable(),
  at: Time,
})
export type MoveView = z.infer<typeof MoveView>

export const RequestSummary = z
  .object({
    id: z.uuid(),
    regionId: RegionId,
    cycle: z.object({ code: CycleCode, names: Names }),
    period: PeriodText,
    unit: Unit,
    number: z.number().int(),
    state: RequestState,
    dueAt: Time,
    late: z.boolean(),
    /** Working days left; nought on the due day, negative past it. */
    daysLeft: z.number().int(),
    /** It has come, and the lead bureau has returned it for completion: it waits to come again, and is not overdue. */
    returned: z.boolean(),
    /** Until when it is to be completed, while it is returned. */
    completeBy: Day.nullable(),
    cells: z.number().int(),
    filled: z.number().int(),
    /** Counts moves; whoever moves it names the one she saw. */
    version: z.number().int(),
    /** The units that have it now: its own, those that countersign, or the lead bureau. None once it is locked. */
    heldBy: z.array(Unit),
    /** Whom it waits for by name, as far as anybody is known. */
    waitsFor: z.array(Names),
    since: Time,
    /** Why it came back, while it is being prepared again. */
    sentBackBecause: z.string().nullable(),
  })
  .meta({ id: 'RequestSummary' })
export type RequestSummary = z.infer<typeof RequestSummary>

/** A step of the way and who takes it; `doneAt` once it is behind. */
const WayStep = z.object({
  kind: z.enum(['prepare', 'check', 'sign', 'countersign', 'collate', 'lock']),
  unit: Unit,
  people: z.array(Names),
  state: z.enum(['done', 'now', 'ahead']),
})
export type WayStep = z.infer<typeof WayStep>

export const RequestView = RequestSummary.extend({
  reason: z.string().nullable(),
  leadUnit: Unit,
  /** The periods that the earlier figures belong to. */
  earlier: z.object({ before: PeriodText, yearBefore: PeriodText }),
  way: z.array(WayStep),
  entries: z.array(EntryView),
  moves: z.array(MoveView),
  reminders: z.array(ReminderView),
  attachments: z.array(
    z.object({
      id: z.uuid(),
      fileName: z.string(),
      size: z.number().int(),
      indicatorId: z.string().nullable(),
      addedAt: Time,
      addedBy: Names,
      /** Taken away while the return was being prepared; it can be put back as long as it is. */
      removed: z.object({ at: Time, by: Names }).nullable(),
    }),
  ),
  /** What the reader may do now. */
  acts: z.array(RequestAct),
  /** Why the step cannot be hers although its role is: she had a hand in this round already. */
  hindrance: Names.nullable(),
  mayWrite: z.boolean(),
  mayCorrect: z.boolean(),
}).meta({ id: 'RequestView' })
export type RequestView = z.infer<typeof RequestView>

export const DeskView = z
  .object({ waiting: z.array(RequestSummary), followed: z.array(RequestSummary) })
  .meta({ id: 'DeskView' })
export type DeskView = z.infer<typeof DeskView>

export const CycleView = z
  .object({
    code: CycleCode,
    names: Names,
    frequency: Frequency,
    leadUnit: Unit,
    dueWorkday: z.number().int(),
    lines: z.number().int(),
    units: z.number().int(),
    stoppedAt: Time.nullable(),
    periods: z.array(
      z.object({
        period: PeriodText,
        dueAt: Time,
        requests: z.number().int(),
        submitted: z.number().int(),
        accepted: z.number().int(),
        locked: z.number().int(),
        /** Due and never come. */
        late: z.number().int(),
        /** Come, returned for completion, and not come again. */
        returned: z.number().int(),
      }),
    ),
    /** What would be opened next, when it would be due, and the days on the way that are not as the weekday says. */
    next: z
      .object({
        period: PeriodText,
        dueAt: Time,
        from: Day,
        holidays: z.array(Day),
        workedWeekends: z.array(Day),
        /** Whether the holidays of these days have been announced; else only weekends are counted. */
        calendarKnown: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'CycleView' })
export type CycleView = z.infer<typeof CycleView>
export const CycleList = z.object({ cycles: z.array(CycleView) })

export const PeriodView = z
  .object({
    cycle: z.object({ code: CycleCode, names: Names, frequency: Frequency }),
    regionId: RegionId,
    period: PeriodText,
    dueAt: Time,
    requests: z.array(RequestSummary),
    mayCollate: z.boolean(),
    lockable: z.number().int(),
  })
  .meta({ id: 'PeriodView' })
export type PeriodView = z.infer<typeof PeriodView>

export const LockedPeriod = z
  .object({ locked: z.number().int(), values: z.number().int() })
  .meta({ id: 'LockedPeriod' })

export const OpenCorrection = z
  .object({ reason: Sentence.min(4), indicatorIds: z.array(IndicatorCode).min(1).max(200) })
  .meta({ id: 'OpenCorrection' })

const ChainStep = z.object({ kind: z.enum(['prepare', 'check', 'sign']), personId: z.uuid().nullable() })
export const SetChain = z.object({ steps: z.array(ChainStep).min(1).max(8) }).meta({ id: 'SetChain' })
export const ChainView = z
  .object({
    unit: Unit,
    steps: z.array(ChainStep),
    members: z.array(z.object({ personId: z.uuid(), name: Names, roles: z.array(z.string()) })),
    /** People whom a step names and who no longer work here: their steps wait until they are handed over. */
    former: z.array(z.object({ personId: z.uuid(), name: Names })),
    /** Those that hold or will, then the latest that are over. */
    delegations: z.array(
      z.object({
        id: z.uuid(),
        from: Names,
        to: Names,
        fromDay: Day,
        untilDay: Day,
        standing: z.enum(['ahead', 'now', 'over']),
        /** Ended before its last day. */
        ended: z.object({ at: Time, by: Names.nullable() }).nullable(),
        mayEnd: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ChainView' })
export type ChainView = z.infer<typeof ChainView>
export const Delegate = z.object({ toPerson: z.uuid(), fromDay: Day, untilDay: Day }).meta({ id: 'Delegate' })
export const HandOver = z.object({ fromPerson: z.uuid(), toPerson: z.uuid() }).meta({ id: 'HandOver' })

export * from './contract-reminders.ts'
