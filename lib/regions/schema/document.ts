import { z } from 'zod'
import { Id, LongText, Names, PartialDate } from './common.ts'

/** A sign that the copy is not what the office published. `found` is the only place where a damaged word may stand. */
export const DocumentDamage = z.strictObject({
  id: Id,
  sign: z.enum([
    'swapped-word',
    'masked-year',
    'masked-value',
    'missing-table',
    'missing-box',
    'missing-text',
    'missing-heading',
    'altered-name',
    'page-noise',
  ]),
  section: z.string().min(1).optional(),
  found: z.string().min(1).optional(),
  expected: z.string().min(1).optional(),
  note: Names,
})

/** documents/<id>.yaml: a paper that facts are taken from. The paper itself is not kept here, unless the place is invented. */
export const DocumentFile = z.strictObject({
  id: Id,
  names: Names,
  kind: z.enum(['plan', 'action-plan', 'work-report', 'notice', 'statistics', 'rule', 'other']),
  issuer: Names,
  /** 文号, as printed; null where the copy has none. */
  number: z.string().min(1).nullable(),
  /** When it was issued. */
  date: PartialDate.nullable(),
  period: z.strictObject({ from: z.number().int(), to: z.number().int() }).optional(),
  /** What kind of copy was read, and how sections and paragraphs are counted in citations. */
  sourceNote: Names,
  /** The text file, relative to the region's folder; only for documents that may be passed on. */
  file: z.string().min(1).optional(),
  note: LongText.optional(),
})
