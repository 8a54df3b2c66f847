import { z } from 'zod'
import { Decimal, Line, Names } from './domain/field-shapes.ts'

/** A published formula of assessment, as the browser, the papers and the database keep it. Numbers are decimal text. */

export const ItemCode = z.string().regex(/^[a-z0-9-]{1,60}$/)
export const IndicatorId = z.string().regex(/^[a-z0-9-]{1,100}$/)
/** Where something is written: a document with its number, and the place in it. */
export const RuleCite = z.object({ document: Line, article: Line })

const of = { indicatorId: IndicatorId, direction: z.enum(['higher', 'lower']) }
export const Measure = z.discriminatedUnion('kind', [
  /** Points in proportion to what was achieved of the target, up to the cap. */
  z.object({ kind: z.literal('proportional'), ...of, cap: Decimal }),
  /** The first step that is reached counts; steps stand from high to low. */
  z.object({
    kind: z.literal('steps'),
    ...of,
    steps: z
      .array(z.object({ from: Decimal, counts: Decimal }))
      .min(1)
      .max(10),
  }),
  /** Points given by an assessor, with a reason. */
  z.object({ kind: z.literal('judged') }),
])
export type Measure = z.infer<typeof Measure>

const item = { code: ItemCode, names: Names, cite: RuleCite }
export const AssessmentFormula = z
  .object({
    parts: z
      .array(z.object({ ...item, weight: Decimal, measure: Measure }))
      .min(1)
      .max(60),
    deductions: z.array(z.object({ ...item, points: Decimal, most: Decimal })).max(30),
    vetoes: z.array(z.object(item)).max(30),
    /** From high to low; the last begins at 0. */
    grades: z
      .array(z.object({ names: Names, from: Decimal }))
      .min(1)
      .max(10),
    /** Decimals of points. Shares of a target are kept to four decimals. */
    decimals: z.number().int().min(0).max(4),
  })
  .meta({ id: 'AssessmentFormula' })
export type AssessmentFormula = z.infer<typeof AssessmentFormula>
