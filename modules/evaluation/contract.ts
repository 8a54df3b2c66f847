import { CalendarDay } from '@opensti/kernel'
import { z } from 'zod'

/** What the browser and the API see of evaluations. Weights and points are decimal text; times are ISO text in UTC. */

const Names = z.object({ zh: z.string(), en: z.string() })
export const RegionId = z.string().regex(/^[a-z0-9-]{1,60}$/)
export const UnitId = z.string().regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/)
const Unit = z.object({ id: UnitId, name: Names })
const Day = CalendarDay
const Time = z.iso.datetime()
const visible = /^(?:[^\p{Cc}\p{Cf}]|\n)*$/u
const unseen = '含有看不见的字符 contains characters that cannot be seen'
const Title = z.string().trim().min(2).max(120).regex(visible, unseen)
const Words = z.string().trim().max(1500).regex(visible, unseen)
const Reason = z.string().trim().max(500).regex(visible, unseen).nullable().default(null)
const version = z.number().int().min(0)
const Weight = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/, '写成数字，最多两位小数 a number with at most two decimals')
const Share = z.string().regex(/^(0(\.\d{1,2})?|1(\.0{1,2})?)$/, '0 到 1 之间，最多两位小数 between 0 and 1')
export const Digest = z.string().regex(/^[0-9a-fA-F]{64}$/, '64 位十六进制数 64 hexadecimal digits')

export const EvaluationKind = z.enum(['yearly', 'mid-term', 'final'])
const State = z.enum(['preparing', 'self-assessing', 'reviewing', 'concluded'])
const SheetState = z.enum(['filling', 'handed-in'])
export const Standing = z.enum(['done', 'on-course', 'behind', 'cannot'])
const Shares = z.object({ done: Share, 'on-course': Share, behind: Share, cannot: Share })

export const CreateEvaluation = z
  .object({
    planId: z.string().min(1).max(120),
    kind: EvaluationKind,
    title: Title,
    /** The year it looks at last. */
    year: z.number().int().min(2000).max(2100),
    dueDay: Day,
  })
  .meta({ id: 'CreateEvaluation' })
export type CreateEvaluation = z.infer<typeof CreateEvaluation>

export const SetFormula = z
  .object({
    version,
    shares: Shares,
    lines: z
      .array(z.object({ id: z.uuid(), weight: Weight, unitId: UnitId }))
      .min(1)
      .max(1000),
  })
  .meta({ id: 'SetFormula' })
export type SetFormula = z.infer<typeof SetFormula>

export const ExerciseVerb = z.enum(['open', 'review', 'conclude'])
export const MoveEvaluation = z.object({ verb: ExerciseVerb, version, reason: Reason }).meta({ id: 'MoveEvaluation' })
export type MoveEvaluation = z.infer<typeof MoveEvaluation>

/** What is said of some lines. `seen` is the number of what stood there before; a later one is somebody else's. */
export const SaveAssessments = z
  .object({
    lines: z
      .array(z.object({ lineId: z.uuid(), seen: version, standing: Standing.nullable(), words: Words }))
      .min(1)
      .max(500),
  })
  .meta({ id: 'SaveAssessments' })
export type SaveAssessments = z.infer<typeof SaveAssessments>

/** The version of the sheet that she saw, and why, where it is sent back. */
export const MoveSheet = z.object({ version, reason: Reason }).meta({ id: 'MoveSheet' })
export type MoveSheet = z.infer<typeof MoveSheet>

export const AddLink = z
  .object({ kind: z.enum(['value', 'return', 'item']), ref: z.string().min(1).max(300) })
  .meta({ id: 'AddLink' })
export type AddLink = z.infer<typeof AddLink>

const Assessed = z.object({
  number: z.number().int(),
  standing: Standing.nullable(),
  words: z.string(),
  by: z.string(),
  at: Time,
})

const Point = z.object({ year: z.number().int(), value: z.number() })
export const OutlookView = z.object({
  kind: z.enum(['forecast', 'none']),
  verdict: z.enum(['likely', 'open', 'unlikely', 'unknown']),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  year: z.number().int(),
  points: z.array(Point),
  wide: z.boolean(),
  words: Names,
})
export type OutlookView = z.infer<typeof OutlookView>

/** What the ledger says of an indicator. */
export const LineFacts = z.object({
  target: Names.nullable(),
  targetValue: z.number().nullable(),
  /** What was asked before a decision changed it, and the paper that did. */
  changed: z.object({ from: Names, document: z.string(), approver: z.string(), since: Day }).nullable(),
  latest: Names.nullable(),
  latestValueId: z.string().nullable(),
  status: z.string(),
  /** Share of the way that is done. */
  done: z.number().nullable(),
  unit: z.string(),
  outlook: OutlookView.nullable(),
  /** Ids of the figures of the ledger that all of this rests on. */
  figures: z.array(z.string()).optional(),
})
export type LineFacts = z.infer<typeof LineFacts>

export const EvidenceView = z.object({
  id: z.uuid(),
  kind: z.enum(['file', 'value', 'return', 'item']),
  ref: z.string().nullable(),
  label: z.string(),
  size: z.number().int().nullable(),
  digest: z.string().nullable(),
})
export type EvidenceView = z.infer<typeof EvidenceView>

export const LineView = z
  .object({
    id: z.uuid(),
    kind: z.enum(['indicator', 'task']),
    code: z.string(),
    title: Names,
    unit: Unit,
    weight: z.string(),
    facts: LineFacts.nullable(),
    own: Assessed.nullable(),
    review: Assessed.nullable(),
    evidence: z.array(EvidenceView),
    /** What it adds to the score; null while supervision has said nothing, or where the reader may not see it yet. */
    points: z.string().nullable(),
  })
  .meta({ id: 'LineView' })
export type LineView = z.infer<typeof LineView>

const SheetView = z.object({
  unit: Unit,
  state: SheetState,
  version: z.number().int(),
  handedInAt: Time.nullable(),
  lines: z.number().int(),
  filled: z.number().int(),
  sentBackBecause: z.string().nullable(),
  /** What the reader may do with it now. */
  verbs: z.array(z.enum(['write', 'hand-in', 'send-back'])),
})
export type SheetView = z.infer<typeof SheetView>

const Plan = z.object({ id: z.string(), name: Names, startYear: z.number().int(), endYear: z.number().int() })

export const EvaluationSummary = z
  .object({
    id: z.uuid(),
    regionId: RegionId,
    plan: Plan,
    kind: EvaluationKind,
    title: z.string(),
    year: z.number().int(),
    dueDay: Day,
    state: State,
    sheets: z.number().int(),
    handedIn: z.number().int(),
    reviewed: z.number().int(),
    lines: z.number().int(),
    score: z.string().nullable(),
  })
  .meta({ id: 'EvaluationSummary' })
export type EvaluationSummary = z.infer<typeof EvaluationSummary>
export const EvaluationList = z.object({ evaluations: z.array(EvaluationSummary) })
export type EvaluationList = z.infer<typeof EvaluationList>

export const PaperName = z.enum(['report.pdf', 'report.docx', 'brief.pdf', 'brief.docx', 'data.json'])
export const EvaluationView = z
  .object({
    id: z.uuid(),
    region: z.object({ id: RegionId, name: Names }),
    plan: Plan,
    kind: EvaluationKind,
    title: z.string(),
    year: z.number().int(),
    dueDay: Day,
    state: State,
    version: z.number().int(),
    shares: Shares,
    weightSum: z.string(),
    formulaDigest: z.string().nullable(),
    dataDigest: z.string().nullable(),
    concludedAt: Time.nullable(),
    lines: z.array(LineView),
    sheets: z.array(SheetView),
    score: z.object({ total: z.string(), grade: Names, weightJudged: z.string() }).nullable(),
    /** What stands between now and a conclusion, by name. */
    missing: z.array(Names),
    moves: z.array(
      z.object({ unit: Unit.nullable(), name: Names, by: Names, reason: z.string().nullable(), at: Time }),
    ),
    papers: z.array(z.object({ file: PaperName, digest: z.string(), size: z.number().int() })),
    verbs: z.array(ExerciseVerb),
    mayShape: z.boolean(),
    mayReview: z.boolean(),
    /** Whether the reader sees all units, or her own only. */
    seesAll: z.boolean(),
  })
  .meta({ id: 'EvaluationView' })
export type EvaluationView = z.infer<typeof EvaluationView>

export const PeriodText = z.string().regex(/^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/)

export const BriefFormat = z.enum(['pdf', 'docx', 'xlsx', 'json'])
export type BriefFormat = z.infer<typeof BriefFormat>

/** `seen` is the digest of the facts that the draft showed: nobody signs other figures than she saw. */
export const IssueBrief = z.object({ seen: Digest }).meta({ id: 'IssueBrief' })
export type IssueBrief = z.infer<typeof IssueBrief>

export const IssuedBrief = z.object({
  id: z.uuid(),
  /** Counted in its period from 1. */
  edition: z.number().int(),
  issuedAt: Time,
  by: z.string(),
  papers: z.array(z.object({ format: BriefFormat, digest: z.string(), size: z.number().int() })),
})
export type IssuedBrief = z.infer<typeof IssuedBrief>

/** The brief of a period: what a draft would say now, and what has been issued, the latest first. */
export const PeriodBriefs = z
  .object({
    region: z.object({ id: RegionId, name: Names }),
    period: PeriodText,
    /** Null while no public plan runs in that year. */
    draft: z
      .object({
        digest: z.string(),
        plan: Names,
        day: Day,
        indicators: z.number().int(),
        troubled: z.number().int(),
        fresh: z.number().int(),
        /** Whether the last edition says the same. */
        issued: z.boolean(),
      })
      .nullable(),
    issued: z.array(IssuedBrief),
    mayIssue: z.boolean(),
  })
  .meta({ id: 'PeriodBriefs' })
export type PeriodBriefs = z.infer<typeof PeriodBriefs>
