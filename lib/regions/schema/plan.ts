import { z } from 'zod'
import { Citation, Comparator, cited, Id, LongText, Names, PartialDate, rule, Year } from './common.ts'

/** plans/<id>.yaml: what a document promises, who does it, and what its copy has lost. */
export const PlanFile = z.strictObject({
  id: Id,
  names: Names,
  document: Id,
  period: z.strictObject({ from: Year, to: Year }),
  themes: z.array(z.strictObject({ id: Id, names: Names })).optional(),
  note: LongText.optional(),
  cite: Citation,
})

type TargetShape = {
  comparator: string
  value: number
  value2?: number | undefined
  year: number | null
  startYear?: number | undefined
}

/** A target or a baseline of a plan. */
export const Target = z
  .strictObject({
    id: Id,
    indicator: Id,
    /** A theme of the plan. */
    theme: Id.optional(),
    kind: z.enum(['target', 'baseline']),
    comparator: Comparator,
    value: z.number(),
    /** Upper end of a range. */
    value2: z.number().optional(),
    unit: z.string().min(1),
    /** The year for which it holds; null where the document gives none, or the copy masks it. */
    year: Year.nullable(),
    yearMasked: z.boolean().optional(),
    /** First year of a period: 新增6家 from 2021 to 2025. */
    startYear: Year.optional(),
    /** The amount is meant for each year. */
    perYear: z.boolean().optional(),
    estimate: z.boolean().optional(),
    /** How the way from the baseline to the target is drawn. */
    path: z.enum(['linear', 'compound', 'none']).optional(),
    /** Interim goals on the way. */
    stages: z.array(z.strictObject({ year: Year, value: z.number() })).optional(),
    binding: z.enum(['binding', 'expected']).optional(),
    responsible: z.array(Id).optional(),
    note: LongText.optional(),
    ...cited,
  })
  .refine(
    ...rule<TargetShape>(
      (target) => (target.comparator === 'range') === (target.value2 !== undefined),
      '区间目标要有 value2，其他目标不要',
      'A range has value2, every other comparator has not',
      '补上 value2，或把 comparator 改为 range',
      'Add value2, or make the comparator range',
      ['value2'],
    ),
  )
  .refine(
    ...rule<TargetShape>(
      (target) => target.value2 === undefined || target.value2 >= target.value,
      '区间的上限小于下限',
      'The upper end of the range is below the lower end',
      '较小的数写在 value，较大的写在 value2',
      'Put the smaller number in value and the larger in value2',
      ['value2'],
    ),
  )
  .refine(
    ...rule<TargetShape>(
      (target) => target.startYear === undefined || (target.year !== null && target.startYear <= target.year),
      '起始年晚于目标年，或没有目标年',
      'The first year is after the year of the target, or that year is missing',
      'startYear 不得晚于 year',
      'startYear must not be later than year',
      ['startYear'],
    ),
  )

/** What the document announced and this copy has not: a table, a box, a year, a value, a part. */
export const Lost = z.strictObject({
  id: Id,
  kind: z.enum(['table', 'box', 'year', 'value', 'part', 'heading']),
  names: Names,
  note: LongText.optional(),
  cite: Citation,
})

/** Who answers for a task: a unit, or a unit for the sake of one function, which the task follows when the function moves. */
export const Responsible = z.preprocess(
  (value) => (typeof value === 'string' ? { unit: value } : value),
  z.strictObject({ unit: Id, function: Id.optional() }),
)

/** One task; its `children` are read by the loader and become tasks with a parent. */
export const Task = z.strictObject({
  id: Id,
  /** As numbered in the document: 四(一)1. */
  number: z.string().min(1),
  title: Names,
  summary: LongText.optional(),
  lead: z.array(Responsible).optional(),
  coop: z.array(Responsible).optional(),
  others: z.array(Responsible).optional(),
  due: PartialDate.optional(),
  theme: Id.optional(),
  /** Indicators that show whether it succeeds. */
  indicators: z.array(Id).optional(),
  note: LongText.optional(),
  cite: Citation,
})

/** conflicts.yaml: two papers, or two places of one, that do not agree. Both facts are kept. */
export const Conflict = z.strictObject({
  id: Id,
  names: Names,
  kind: z.enum(['value', 'year', 'unit', 'definition', 'name', 'target']),
  indicator: Id.optional(),
  explanation: Names,
  places: z.array(Citation).min(2),
})
