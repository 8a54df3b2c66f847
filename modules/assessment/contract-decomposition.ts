import { CalendarDay } from '@opensti/kernel'
import { z } from 'zod'
import { Decimal, Line, Sentence } from './domain/field-shapes.ts'

/** What the browser and the API see of targets that are shared out. Numbers are decimal text, times ISO text in UTC. */

const Names = z.object({ zh: z.string(), en: z.string() })
const RegionId = z.string().regex(/^[a-z0-9-]{1,60}$/)
const UnitId = z.string().regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/)
const Day = CalendarDay
const Time = z.iso.datetime()
const version = z.number().int().min(0)
const Rule = z.enum(['sum', 'weighted', 'each'])
const State = z.enum(['draft', 'approved', 'issued', 'replaced', 'withdrawn'])
export const DecompositionMove = z.enum(['approve', 'send-back', 'issue', 'withdraw'])

/** A region, or one of its units. */
const Receiver = z.object({ regionId: RegionId, unitId: UnitId.nullable(), name: Names })
export type Receiver = z.infer<typeof Receiver>

export const StartDecomposition = z.object({ targetId: z.string().min(1).max(200) }).meta({ id: 'StartDecomposition' })
export const SaveShares = z
  .object({
    version,
    rule: Rule,
    shares: z
      .array(
        z.object({
          regionId: RegionId,
          unitId: UnitId.nullable().default(null),
          amount: Decimal.nullable(),
          weight: Decimal.nullable().default(null),
        }),
      )
      .max(300),
  })
  .meta({ id: 'SaveShares' })
export type SaveShares = z.infer<typeof SaveShares>
export const ObjectToShare = z.object({ reason: Sentence }).meta({ id: 'ObjectToShare' })
export const MoveDecomposition = z
  .object({
    verb: DecompositionMove,
    version,
    text: Sentence.nullable().default(null),
    /** The paper that approves it, for approving. */
    document: Line.nullable().default(null),
    documentDay: Day.nullable().default(null),
    /** Why the shares do not come to the whole, for approving. */
    difference: Sentence.nullable().default(null),
  })
  .meta({ id: 'MoveDecomposition' })
export type MoveDecomposition = z.infer<typeof MoveDecomposition>
export const ChangeDecomposition = z
  .object({ version, reason: Sentence, document: Line })
  .meta({ id: 'ChangeDecomposition' })
export type ChangeDecomposition = z.infer<typeof ChangeDecomposition>

/** What the shares come to, and what that leaves. */
const Sharing = z.object({
  together: z.string().nullable(),
  filled: z.string().nullable(),
  gap: z.string().nullable(),
  /** Receivers without an agreed share, and those of a target that each must reach who stay short of it. */
  missing: z.array(Names),
  below: z.array(Names),
})
/** The latest figure of the ledger for a share. */
const Progress = z.object({
  value: z.string(),
  unit: z.string(),
  period: z.string(),
  nature: z.enum(['working', 'statistical']),
  vintage: z.string(),
})

export const DecompositionSummary = z
  .object({
    id: z.uuid(),
    regionId: RegionId,
    targetId: z.string(),
    indicatorId: z.string(),
    indicatorName: Names,
    planId: z.string(),
    planName: Names,
    year: z.number().int(),
    whole: z.string(),
    unit: z.string(),
    rule: Rule,
    direction: z.enum(['higher', 'lower']),
    /** 1 for the first, higher for those that replaced it. */
    number: z.number().int(),
    state: State,
    shares: z.number().int(),
    confirmed: z.number().int(),
    /** Receivers that object and have not confirmed. */
    objections: z.number().int(),
    sharing: Sharing,
  })
  .meta({ id: 'DecompositionSummary' })
export type DecompositionSummary = z.infer<typeof DecompositionSummary>

const ShareView = z.object({
  id: z.uuid(),
  receiver: Receiver,
  amount: z.string().nullable(),
  weight: z.string().nullable(),
  confirmedAt: Time.nullable(),
  confirmedBy: Names.nullable(),
  /** Why the receiver cannot take it on as it is; it may have confirmed since. */
  objection: z.object({ reason: z.string(), by: Names, at: Time }).nullable(),
  progress: Progress.nullable(),
  mayConfirm: z.boolean(),
  mayObject: z.boolean(),
})
export type ShareView = z.infer<typeof ShareView>

export const ReceivedShare = ShareView.omit({ weight: true })
  .extend({
    from: z.object({ regionId: RegionId, name: Names }),
    decompositionId: z.uuid(),
    indicatorName: Names,
    planName: Names,
    year: z.number().int(),
    unit: z.string(),
    whole: z.string(),
    rule: Rule,
    document: z.string(),
    documentDay: Day,
    number: z.number().int(),
  })
  .meta({ id: 'ReceivedShare' })
export type ReceivedShare = z.infer<typeof ReceivedShare>

export const DecompositionList = z.object({
  decompositions: z.array(DecompositionSummary),
  received: z.array(ReceivedShare),
  /** Targets that can be shared out, for whoever may. */
  targets: z.array(
    z.object({
      id: z.string(),
      planName: Names,
      indicatorName: Names,
      value: z.string(),
      unit: z.string(),
      year: z.number().int(),
    }),
  ),
})
export type DecompositionList = z.infer<typeof DecompositionList>

export const DecompositionView = DecompositionSummary.omit({ shares: true })
  .extend({
    version,
    document: z.string().nullable(),
    documentDay: Day.nullable(),
    difference: z.string().nullable(),
    changeReason: z.string().nullable(),
    changeDocument: z.string().nullable(),
    shares: z.array(ShareView),
    /** Receivers who are always asked: lower regions and district governments, by id. */
    lower: z.array(z.string()),
    /** Lower regions and units that could take a share and have none. */
    others: z.array(Receiver),
    versions: z.array(
      z.object({ id: z.uuid(), number: z.number().int(), state: State, changeReason: z.string().nullable() }),
    ),
    moves: z.array(
      z.object({ verb: z.string(), name: Names, text: z.string().nullable(), by: Names.nullable(), at: Time }),
    ),
    verbs: z.array(z.enum([...DecompositionMove.options, 'save', 'change'])),
  })
  .meta({ id: 'DecompositionView' })
export type DecompositionView = z.infer<typeof DecompositionView>
