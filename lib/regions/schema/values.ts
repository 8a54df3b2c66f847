import { z } from 'zod'
import { Comparator, cited, Id, LongText, PartialDate, ReportingPeriod, Year } from './common.ts'

/** values/*.yaml, list `values`: what an indicator was. Comparator says how exactly: 近290亿元 is approx, 超过3000家 is gt. */
export const Value = z.strictObject({
  /** May be left out where the file names one indicator at its top. */
  indicator: Id,
  period: ReportingPeriod,
  /** First year where the value covers several: 2015年以来. */
  startYear: Year.optional(),
  value: z.number(),
  unit: z.string().min(1),
  comparator: Comparator.default('eq'),
  estimate: z.boolean().default(false),
  /** Working figures come from an office's own records, statistical ones from the statistics bureau. */
  nature: z.enum(['working', 'statistical']),
  /** When this figure was published or reported; a later vintage of the same period is a revision. */
  vintage: PartialDate,
  status: z.enum(['draft', 'submitted', 'returned', 'approved', 'published']).default('published'),
  /** Reporting: who reports, by when it was due, when it came, and what was said about it. */
  reportedBy: Id.optional(),
  /** The figure is only this unit's part: how many units were asked for theirs. */
  unitsAsked: z.number().int().min(1).optional(),
  due: PartialDate.optional(),
  reportedOn: PartialDate.optional(),
  reason: LongText.optional(),
  note: LongText.optional(),
  ...cited,
})

/** values/*.yaml, list `comparisons`: what a document says about a value, such as a rank, a growth rate or a share. */
export const Comparison = z.strictObject({
  indicator: Id,
  period: ReportingPeriod,
  startYear: Year.optional(),
  measure: z.enum(['rank', 'growth', 'multiple', 'share', 'increase', 'average']),
  value: z.number(),
  unit: z.string().min(1),
  comparator: Comparator.default('eq'),
  /** Among whom, of what, or against when: 全国各大城市, 2015年. */
  scope: LongText,
  /** The period compared with, for growth and multiples. */
  base: ReportingPeriod.optional(),
  /** The whole that a share is a part of. */
  of: Id.optional(),
  vintage: PartialDate,
  note: LongText.optional(),
  ...cited,
})
