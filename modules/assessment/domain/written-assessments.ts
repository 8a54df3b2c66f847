import { z } from 'zod'
import { AnswerAppeal, DraftAssessment, InputEntry, Verb } from '../contract.ts'
import { DecompositionMove, SaveShares } from '../contract-decomposition.ts'

/** How an invented city's decompositions and assessments are written down: what each is, and what happened, in order. */

const Moment = z.iso.datetime({ offset: true })
const happened = { at: Moment, by: z.string().min(1) }
const Words = z.string().min(1)
/** Units are written by their codes alone. */
const Code = z.string().regex(/^[a-z0-9-]{1,60}$/)

const DecompositionHappening = z.discriminatedUnion('did', [
  z.strictObject({
    ...happened,
    did: z.literal('share-out'),
    rule: SaveShares.shape.rule,
    shares: z.array(
      z.strictObject({ unit: Code, amount: z.string().nullable(), weight: z.string().nullable().default(null) }),
    ),
  }),
  z.strictObject({
    ...happened,
    did: DecompositionMove,
    text: Words.nullable().default(null),
    document: Words.nullable().default(null),
    documentDay: z.iso.date().nullable().default(null),
    difference: Words.nullable().default(null),
  }),
  z.strictObject({ ...happened, did: z.literal('confirm'), unit: Code }),
  z.strictObject({ ...happened, did: z.literal('object'), unit: Code, text: Words }),
])
export const WrittenDecomposition = z.strictObject({
  target: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  startedAt: Moment,
  by: z.string().min(1),
  happened: z.array(DecompositionHappening),
})
export type WrittenDecomposition = z.infer<typeof WrittenDecomposition>

const AssessmentHappening = z.discriminatedUnion('did', [
  z.strictObject({ ...happened, did: Verb, text: Words.nullable().default(null) }),
  z.strictObject({ ...happened, did: z.literal('gather') }),
  z.strictObject({
    ...happened,
    did: z.literal('enter'),
    entries: z.array(InputEntry.omit({ unitId: true }).extend({ unit: Code })),
  }),
  z.strictObject({
    ...happened,
    did: z.literal('appeal'),
    unit: Code,
    code: Code,
    text: Words,
    file: z.string().endsWith('.pdf').nullable().default(null),
  }),
  z.strictObject({
    ...happened,
    did: z.enum(['uphold', 'dismiss']),
    unit: Code,
    code: Code,
    text: Words,
    correction: AnswerAppeal.shape.correction,
  }),
  /** The house publishes, when the day has come. */
  z.strictObject({ at: Moment, did: z.literal('publish') }),
])
export type AssessmentHappening = z.infer<typeof AssessmentHappening>
export const WrittenAssessment = DraftAssessment.extend({
  units: z.array(Code).min(1),
  draftedAt: Moment,
  by: z.string().min(1),
  happened: z.array(AssessmentHappening),
}).strict()
export type WrittenAssessment = z.infer<typeof WrittenAssessment>

export const AssessmentsFile = z.strictObject({
  decompositions: z.array(WrittenDecomposition).default([]),
  assessments: z.array(WrittenAssessment).default([]),
})
