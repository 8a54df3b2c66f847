import { z } from 'zod'
import { CreateItem, OverseeVerb, WorkVerb } from '../contract.ts'

/** How an invented city's items are written down: what each is, and what has happened to it, in order. */

const Moment = z.iso.datetime({ offset: true })
const SignIn = z.string().min(1)
const Words = z.string().min(1)
const happened = { at: Moment, by: SignIn }

const Happening = z.discriminatedUnion('did', [
  z.strictObject({
    ...happened,
    did: z.enum([...OverseeVerb.options, ...WorkVerb.options]),
    text: Words.nullable().default(null),
    stepsDone: z.array(z.number().int().min(0)).default([]),
  }),
  z.strictObject({ ...happened, did: z.literal('add-evidence'), file: z.string().endsWith('.pdf') }),
  z.strictObject({ ...happened, did: z.literal('ask-extension'), untilDay: z.iso.date(), text: Words }),
  z.strictObject({
    ...happened,
    did: z.literal('answer-extension'),
    answer: z.enum(['granted', 'refused']),
    text: Words.nullable().default(null),
  }),
])
export type Happening = z.infer<typeof Happening>

/** Units are written by their codes alone, a task by plan and code. */
const Code = z.string().regex(/^[a-z0-9-]{1,60}$/)
const Item = z.strictObject({
  ...CreateItem.omit({ leadUnit: true, coopUnits: true, taskId: true }).shape,
  leadUnit: Code,
  coopUnits: z.array(Code).default([]),
  task: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
    .nullable()
    .default(null),
  registeredAt: Moment,
  by: SignIn,
  happened: z.array(Happening).default([]),
})
export type WrittenItem = z.infer<typeof Item>

export const ItemsFile = z.strictObject({ items: z.array(Item).default([]) })
