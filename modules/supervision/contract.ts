import { CalendarDay } from '@opensti/kernel'
import { z } from 'zod'

/** What the browser and the API see of supervision. Days are calendar days of the region; times are ISO text in UTC. */

const Names = z.object({ zh: z.string(), en: z.string() })
export const RegionId = z.string().regex(/^[a-z0-9-]{1,60}$/)
const UnitId = z.string().regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/)
const Unit = z.object({ id: UnitId, name: Names })
const Day = CalendarDay
const Time = z.iso.datetime()
const visible = /^(?:[^\p{Cc}\p{Cf}]|\n)*$/u
const unseen = '含有看不见的字符 contains characters that cannot be seen'
const Title = z.string().trim().min(2).max(200).regex(visible, unseen)
const Sentence = z.string().trim().min(1).max(1000).regex(visible, unseen)

const SourceKind = z.enum(['instruction', 'minutes', 'work-points', 'proposal', 'plan-task'])
const ItemState = z.enum(['draft', 'assigned', 'ending', 'ended', 'withdrawn'])
export const Light = z.enum(['ended', 'in-time', 'due-soon', 'overdue'])
const Rung = z.enum(['owner', 'unit-leader', 'supervisor', 'head'])

export const CreateItem = z
  .object({
    title: Title,
    sourceKind: SourceKind,
    sourceName: Title,
    sourceDay: Day.nullable().default(null),
    taskId: z.string().min(1).max(200).nullable().default(null),
    leadUnit: UnitId,
    coopUnits: z.array(UnitId).max(30).default([]),
    dueDay: Day,
    steps: z
      .array(z.object({ title: Title, dueDay: Day.nullable().default(null) }))
      .max(30)
      .default([]),
  })
  .meta({ id: 'CreateItem' })
export type CreateItem = z.infer<typeof CreateItem>

/** What supervision does with an item, and what its owner does. */
export const OverseeVerb = z.enum(['assign', 'end', 'refuse-end', 'reopen', 'withdraw'])
export const WorkVerb = z.enum(['report-progress', 'propose-end'])
const version = z.number().int().min(0)
export const OverseeItem = z
  .object({ verb: OverseeVerb, version, text: Sentence.nullable().default(null) })
  .meta({ id: 'OverseeItem' })
export const WorkOnItem = z
  .object({
    verb: WorkVerb,
    version,
    text: Sentence,
    /** Steps that are done, by their position. */
    stepsDone: z.array(z.number().int().min(0).max(29)).max(30).default([]),
  })
  .meta({ id: 'WorkOnItem' })
export const AskExtension = z.object({ untilDay: Day, reason: Sentence }).meta({ id: 'AskExtension' })
export const AnswerExtension = z
  .object({
    number: z.number().int().min(0),
    answer: z.enum(['granted', 'refused']),
    reason: Sentence.nullable().default(null),
  })
  .meta({ id: 'AnswerExtension' })

export const ItemSummary = z
  .object({
    id: z.uuid(),
    /** As papers name it, e.g. 〔2026〕12号. */
    number: z.string(),
    title: z.string(),
    sourceKind: SourceKind,
    sourceName: z.string(),
    leadUnit: Unit,
    coopUnits: z.array(Unit),
    dueDay: Day,
    firstDue: Day,
    state: ItemState,
    light: Light,
    rung: Rung,
    workdaysLeft: z.number().int(),
    stepsDone: z.number().int(),
    steps: z.number().int(),
    /** Papers that show what was done. */
    papers: z.number().int(),
    /** Its owner has asked for more time and waits for the answer. */
    extensionOpen: z.boolean(),
  })
  .meta({ id: 'ItemSummary' })
export type ItemSummary = z.infer<typeof ItemSummary>

/** What a list is narrowed to; absent parts let everything through. */
export const WantedItems = z.object({
  unit: UnitId.optional(),
  source: SourceKind.optional(),
  /** The task of a plan that it carries out. */
  task: z.string().min(1).max(200).optional(),
  light: Light.optional(),
  /** Part of its title or source, or its number. */
  text: z.string().trim().max(100).optional(),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type WantedItems = z.infer<typeof WantedItems>

/** A page of items, the most urgent first, with what there is besides. */
export const ItemList = z
  .object({
    items: z.array(ItemSummary),
    /** All that are wanted, by light; the light itself does not narrow these. */
    counts: z.record(Light, z.number().int()),
    /** Where the next page begins. */
    next: z.number().int().nullable(),
    /** Units that own or cooperate in anything the reader may see; with the first page only. */
    units: z.array(Unit),
  })
  .meta({ id: 'ItemList' })
export type ItemList = z.infer<typeof ItemList>

export const ItemView = ItemSummary.extend({
  regionId: RegionId,
  version,
  sourceDay: Day.nullable(),
  taskId: z.string().nullable(),
  stepList: z.array(z.object({ title: z.string(), dueDay: Day.nullable(), doneOn: Day.nullable() })),
  entries: z.array(z.object({ verb: z.string(), name: Names, text: z.string().nullable(), by: Names, at: Time })),
  extensions: z.array(
    z.object({
      number: z.number().int(),
      untilDay: Day,
      reason: z.string(),
      by: Names,
      askedAt: Time,
      answer: z.enum(['granted', 'refused']).nullable(),
      answeredBy: Names.nullable(),
      answerReason: z.string().nullable(),
    }),
  ),
  evidence: z.array(z.object({ id: z.uuid(), fileName: z.string(), size: z.number().int(), addedAt: Time })),
  /** What the reader may do now. */
  verbs: z.array(
    z.enum([...OverseeVerb.options, ...WorkVerb.options, 'ask-extension', 'answer-extension', 'add-evidence']),
  ),
}).meta({ id: 'ItemView' })
export type ItemView = z.infer<typeof ItemView>
