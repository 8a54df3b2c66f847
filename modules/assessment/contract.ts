import { CalendarDay } from '@opensti/kernel'
import { z } from 'zod'
import { AssessmentFormula, IndicatorId, ItemCode, RuleCite } from './contract-formula.ts'
import { Decimal, Line, Sentence } from './domain/field-shapes.ts'

/** What the browser and the API see of assessments. Numbers are decimal text, times ISO text in UTC. */

const Names = z.object({ zh: z.string(), en: z.string() })
export const RegionId = z.string().regex(/^[a-z0-9-]{1,60}$/)
const UnitId = z.string().regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/)
const Unit = z.object({ id: UnitId, name: Names })
const Day = CalendarDay
const Time = z.iso.datetime()
const Period = z.string().regex(/^20\d{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/)
const version = z.number().int().min(0)
const State = z.enum(['draft', 'issued', 'frozen', 'published', 'withdrawn'])
export const Verb = z.enum(['issue', 'freeze', 'withdraw'])

/** An assessment before its formula is published. */
export const DraftAssessment = z
  .object({
    title: Line,
    period: Period,
    document: Line,
    documentDay: Day.nullable().default(null),
    appealWorkdays: z.number().int().min(1).max(30),
    units: z.array(UnitId).min(1).max(300),
    formula: AssessmentFormula,
  })
  .meta({ id: 'DraftAssessment' })
export type DraftAssessment = z.infer<typeof DraftAssessment>
export const ReviseAssessment = DraftAssessment.extend({ version }).meta({ id: 'ReviseAssessment' })
export type ReviseAssessment = z.infer<typeof ReviseAssessment>
export const MoveAssessment = z
  .object({ verb: Verb, version, text: Sentence.nullable().default(null) })
  .meta({ id: 'MoveAssessment' })
export type MoveAssessment = z.infer<typeof MoveAssessment>

/** Figures of one unit for one line: what a document says, points with a reason, or how often something happened. */
export const InputEntry = z
  .object({
    unitId: UnitId,
    code: ItemCode,
    applies: z.boolean().default(true),
    target: Decimal.nullable().default(null),
    value: Decimal.nullable().default(null),
    points: Decimal.nullable().default(null),
    times: z.number().int().min(0).max(1000).default(0),
    source: RuleCite.nullable().default(null),
    reason: Sentence.nullable().default(null),
  })
  .meta({ id: 'InputEntry' })
export type InputEntry = z.infer<typeof InputEntry>
export const EnterInputs = z.object({ entries: z.array(InputEntry).min(1).max(500) }).meta({ id: 'EnterInputs' })

export const MakeAppeal = z.object({ code: ItemCode, reason: Sentence }).meta({ id: 'MakeAppeal' })
export type MakeAppeal = z.infer<typeof MakeAppeal>
export const AnswerAppeal = z
  .object({
    verb: z.enum(['uphold', 'dismiss']),
    reason: Sentence,
    /** The corrected figures, when it is upheld. */
    correction: InputEntry.omit({ unitId: true, code: true, reason: true }).nullable().default(null),
  })
  .meta({ id: 'AnswerAppeal' })
export type AnswerAppeal = z.infer<typeof AnswerAppeal>

/** Where a figure comes from. */
export const Source = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ledger'),
    valueId: z.string(),
    period: z.string(),
    nature: z.enum(['working', 'statistical']),
    vintage: z.string(),
    reportedOn: z.string().nullable(),
  }),
  z.object({ kind: z.literal('share'), decompositionId: z.uuid(), document: z.string() }),
  z.object({ kind: z.literal('plan'), targetId: z.string(), planName: Names }),
  z.object({ kind: z.literal('document'), document: z.string(), article: z.string() }),
])
export type Source = z.infer<typeof Source>

const AppealView = z.object({
  id: z.uuid(),
  unit: Unit,
  code: z.string(),
  state: z.enum(['open', 'upheld', 'dismissed', 'withdrawn']),
  reason: z.string(),
  askedBy: Names,
  askedAt: Time,
  answerReason: z.string().nullable(),
  answeredBy: Names.nullable(),
  answeredAt: Time.nullable(),
  withdrawnBy: Names.nullable(),
  withdrawnAt: Time.nullable(),
  /** The reader may take it back. */
  mayWithdraw: z.boolean(),
  files: z.array(z.object({ id: z.uuid(), fileName: z.string(), size: z.number().int() })),
})
export type AppealView = z.infer<typeof AppealView>

export const AssessmentSummary = z
  .object({
    id: z.uuid(),
    title: z.string(),
    period: z.string(),
    state: State,
    document: z.string(),
    units: z.number().int(),
    issuedAt: Time.nullable(),
    /** Appeals are possible until then; the ranking is published on the day after. */
    appealsUntil: Time.nullable(),
    publishedAt: Time.nullable(),
    /** The same in the region's own days, and the day of the ranking. */
    issuedDay: Day.nullable(),
    lastAppealDay: Day.nullable(),
    rankingDay: Day.nullable(),
    openAppeals: z.number().int(),
    /** The deadline is over and an appeal still waits for its answer, so there is no ranking yet. */
    waiting: z.boolean(),
    own: z.array(Unit.extend({ place: z.number().int().nullable() })),
  })
  .meta({ id: 'AssessmentSummary' })
export type AssessmentSummary = z.infer<typeof AssessmentSummary>
export const AssessmentList = z.object({
  assessments: z.array(AssessmentSummary),
  /** Units that can be assessed and indicators to measure by, for whoever drafts. */
  choices: z.array(Unit),
  indicators: z.array(
    z.object({ id: IndicatorId, name: Names, unit: z.string(), direction: z.enum(['higher', 'lower']) }),
  ),
})
export type AssessmentList = z.infer<typeof AssessmentList>

const Grade = z.object({ zh: z.string(), en: z.string() })
const UnitResult = z.object({
  unit: Unit,
  /** Null as long as the reader may not see it, or a figure is missing. */
  total: z.string().nullable(),
  grade: Grade.nullable(),
  place: z.number().int().nullable(),
  vetoed: z.boolean(),
  /** Lines that still miss a figure, by code. */
  missing: z.array(z.string()),
  openAppeals: z.number().int(),
  mayRead: z.boolean(),
})
const Move = z.object({
  verb: z.string(),
  name: Names,
  text: z.string().nullable(),
  by: Names.nullable(),
  at: Time,
})
const IndicatorWords = z.record(IndicatorId, z.object({ name: Names, unit: z.string() }))

export const AssessmentView = AssessmentSummary.omit({ units: true, own: true })
  .extend({
    regionId: RegionId,
    version,
    documentDay: Day.nullable(),
    firstDay: Day,
    lastDay: Day,
    formula: AssessmentFormula,
    digest: z.string(),
    inputsDigest: z.string().nullable(),
    resultDigest: z.string().nullable(),
    appealWorkdays: z.number().int(),
    units: z.array(UnitResult),
    appeals: z.array(AppealView),
    moves: z.array(Move),
    indicators: IndicatorWords,
    verbs: z.array(z.enum([...Verb.options, 'revise', 'enter', 'gather', 'answer', 'print'])),
  })
  .meta({ id: 'AssessmentView' })
export type AssessmentView = z.infer<typeof AssessmentView>

const InputView = z.object({
  code: z.string(),
  kind: z.enum(['part', 'deduction', 'veto']),
  applies: z.boolean(),
  target: z.string().nullable(),
  value: z.string().nullable(),
  points: z.string().nullable(),
  times: z.number().int(),
  targetSource: Source.nullable(),
  source: Source.nullable(),
  reason: z.string().nullable(),
  at: Time,
})
export type InputView = z.infer<typeof InputView>

const Line4 = z.object({
  code: z.string(),
  ratio: z.string().nullable(),
  counted: z.string().nullable(),
  weight: z.string().nullable(),
  points: z.string().nullable(),
})
export const SheetView = z
  .object({
    assessmentId: z.uuid(),
    regionId: RegionId,
    title: z.string(),
    period: z.string(),
    state: State,
    unit: Unit,
    formula: AssessmentFormula,
    digest: z.string(),
    inputs: z.array(InputView.extend({ earlier: z.array(InputView) })),
    /** As the server works it out; null while a figure is missing. */
    sheet: z
      .object({
        lines: z.array(Line4),
        deductions: z.array(z.object({ code: z.string(), times: z.number().int(), points: z.string() })),
        total: z.string(),
        grade: Grade,
        vetoed: z.boolean(),
      })
      .nullable(),
    missing: z.array(z.string()),
    place: z.number().int().nullable(),
    of: z.number().int(),
    lastAppealDay: Day.nullable(),
    appeals: z.array(AppealView),
    indicators: IndicatorWords,
    verbs: z.array(z.enum(['appeal', 'answer', 'enter'])),
  })
  .meta({ id: 'ScoreSheetView' })
export type SheetView = z.infer<typeof SheetView>
