import { z } from 'zod'
import { Citation, Id, LongText, Names } from './common.ts'

/** indicators/<code>.yaml: what is counted and how. Places that share a definition can be compared. */
export const Indicator = z.strictObject({
  code: Id,
  names: Names,
  /** As offices write it: 家, 亿元, %, 万平方米. Known ones are in measures.ts. */
  unit: z.string().min(1),
  decimals: z.number().int().min(0).max(6).optional(),
  definition: Names,
  theme: Id,
  polarity: z.enum(['higher', 'lower']),
  binding: z.enum(['binding', 'expected']).optional(),
  nature: z.enum(['stock', 'flow', 'cumulative', 'rate', 'rank', 'yes-no']),
  source: Names.optional(),
  frequency: z.enum(['yearly', 'half-yearly', 'quarterly', 'monthly', 'irregular']),
  computed: Names.optional(),
  /** The region's figure is the sum of what its units report, where it has none of its own. Left out, parts are never added up. */
  sumOfUnits: z.boolean().optional(),
  /** Whether dividing by residents or by GDP gives a figure that may be compared between places. */
  compare: z.strictObject({ perHead: z.boolean(), perGdp: z.boolean() }).optional(),
  /** Other names that documents use for the same thing. */
  aliases: z.array(z.string().min(1)).optional(),
  /** Indicators that this one is made of or belongs to. */
  related: z
    .array(z.strictObject({ indicator: Id, relation: z.enum(['part-of', 'increase-of', 'share-of', 'input-of']) }))
    .optional(),
  note: LongText.optional(),
  cite: Citation,
})
