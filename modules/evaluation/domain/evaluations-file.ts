import { z } from 'zod'
import { CreateEvaluation, ExerciseVerb, Standing } from '../contract.ts'

/** How an invented city's evaluations are written down: what each is, and what has happened to it, in order. */

const Moment = z.iso.datetime({ offset: true })
const Words = z.string().min(1)
const Code = z.string().regex(/^[a-z0-9-]{1,60}$/)
const happened = { at: Moment, by: z.string().min(1) }

/** Standing and words of a line, by the code of its indicator or task. */
const Sayings = z.record(z.string(), z.tuple([Standing, z.string()]))

const Happening = z.discriminatedUnion('did', [
  z.strictObject({ ...happened, did: z.enum(ExerciseVerb.options), text: Words.nullable().default(null) }),
  z.strictObject({ ...happened, did: z.literal('say'), unit: Code, lines: Sayings }),
  z.strictObject({ ...happened, did: z.literal('judge'), lines: Sayings }),
  z.strictObject({ ...happened, did: z.literal('attach'), line: z.string(), file: z.string().endsWith('.pdf') }),
  /** Points to the latest value that the ledger has of the line's indicator. */
  z.strictObject({ ...happened, did: z.literal('cite-value'), line: z.string() }),
  z.strictObject({ ...happened, did: z.literal('hand-in'), unit: Code }),
  z.strictObject({ ...happened, did: z.literal('send-back'), unit: Code, text: Words }),
])
export type Happening = z.infer<typeof Happening>

const Evaluation = z.strictObject({
  ...CreateEvaluation.omit({ planId: true }).shape,
  plan: Code,
  by: z.string().min(1),
  happened: z.array(Happening).default([]),
})
export type WrittenEvaluation = z.infer<typeof Evaluation>

const TargetChange = z.strictObject({
  plan: Code,
  target: Code,
  by: z.string().min(1),
  value: z.string(),
  value2: z.string().nullable().default(null),
  since: z.iso.date(),
  approver: Words,
  document: Words,
  documentNumber: Words.nullable().default(null),
  documentDate: z.iso.date(),
  reason: Words.nullable().default(null),
})
export type WrittenTargetChange = z.infer<typeof TargetChange>

export const EvaluationsFile = z.strictObject({
  evaluations: z.array(Evaluation).default([]),
  targetChanges: z.array(TargetChange).default([]),
})
