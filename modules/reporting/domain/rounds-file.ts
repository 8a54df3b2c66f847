import { z } from 'zod'
import { CycleCode, Frequency, PeriodText } from '../contract.ts'

/** How an invented city's reporting is written down: what is asked, who does what in a unit, and what has happened. */

const Names = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const Code = z.string().regex(/^[a-z0-9-]{1,60}$/)
const SignIn = z.string().min(1)
const Nature = z.enum(['working', 'statistical'])

const Line = z.strictObject({
  indicator: Code,
  unit: Code,
  nature: Nature.default('working'),
  kind: z.enum(['estimate', 'flash', 'annual', 'revised']).default('flash'),
  countersigners: z.array(Code).default([]),
})

const Cycle = z.strictObject({
  code: CycleCode,
  names: Names,
  frequency: Frequency,
  leadUnit: Code,
  dueWorkday: z.number().int().min(1).max(60),
  firstPeriod: PeriodText,
  lines: z.array(Line).min(1),
})

const Chain = z.strictObject({
  unit: Code,
  steps: z.array(z.strictObject({ kind: z.enum(['prepare', 'check', 'sign']), person: SignIn.optional() })).min(1),
})

const Delegation = z.strictObject({
  unit: Code,
  from: SignIn,
  to: SignIn,
  fromDay: z.iso.date(),
  untilDay: z.iso.date(),
})

const Move = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  by: SignIn,
  act: z.enum(['pass-on', 'withdraw', 'send-back', 'accept', 'return']).default('pass-on'),
  reason: z.string().min(1).nullable().default(null),
})

/** Figures by indicator; one of the other nature is written `indicator statistical`. */
const Return = z.strictObject({
  unit: Code,
  figures: z.record(z.string(), z.number()).default({}),
  absent: z.record(z.string(), z.string().min(1)).default({}),
  notes: z.record(z.string(), z.string().min(1)).default({}),
  moves: z.array(Move).default([]),
})
export type WrittenReturn = z.infer<typeof Return>

const Round = z.strictObject({
  cycle: CycleCode,
  period: PeriodText,
  openedAt: z.iso.datetime({ offset: true }),
  returns: z.array(Return),
  locks: z.array(z.strictObject({ at: z.iso.datetime({ offset: true }), by: SignIn })).default([]),
})
export type WrittenRound = z.infer<typeof Round>

export const RoundsFile = z.strictObject({
  lead: SignIn.optional(),
  cycles: z.array(Cycle).default([]),
  chains: z.array(Chain).default([]),
  delegations: z.array(Delegation).default([]),
  rounds: z.array(Round).default([]),
})
export type RoundsFile = z.infer<typeof RoundsFile>
