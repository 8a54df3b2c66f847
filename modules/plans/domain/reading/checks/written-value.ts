import type { Comparator } from '../model.ts'
import type { Exactness, WrittenValue } from './numbers.ts'

const MULTIPLIER = /^(万亿|千亿|百亿|千万|百万|十万|亿|万|千|百)(?=.)/
const SCALES: Record<string, number> = {
  百: 1e2,
  千: 1e3,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  万: 1e4,
  亿: 1e8,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
}
const EXACTNESS: Partial<Record<Comparator, Exactness>> = {
  approx: 'about',
  ge: 'at-least',
  gt: 'at-least',
  le: 'at-most',
  lt: 'under',
}

/** A ledger value in the form in which tolerances are reckoned: 万家 becomes 家 with a scale. */
export function asWritten(value: number, unit: string, comparator: Comparator): WrittenValue {
  const multiplier = MULTIPLIER.exec(unit)?.[1] ?? ''
  const fraction = `${value}`.split('.')[1] ?? ''
  return {
    value,
    decimals: fraction.length,
    scale: SCALES[multiplier] ?? 1,
    unit: unit.slice(multiplier.length),
    exactness: EXACTNESS[comparator] ?? 'plain',
  }
}
