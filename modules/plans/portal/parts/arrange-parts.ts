import { formatAmount, formatShare } from '@opensti/ui'
import type { IndicatorView, UnitParts, UnitRef, Value } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { periodText } from './figures.ts'

/** Parts of one nature in one measure, unit by unit, over the periods shown: a table of its own. */
export interface PartsTable {
  newest: UnitParts
  /** The newest first. */
  periods: UnitParts[]
  rows: PartsRow[]
  longest: number
}

export interface PartsRow {
  unit: UnitRef
  /** For each period; null where the unit has reported none. */
  values: (Value | null)[]
  /** Its share of the newest sum. */
  share: number | null
}

/** What units report beside each other, the largest of the newest period first. Working and statistical figures never share a table. */
export function arrangeParts(parts: readonly UnitParts[]): PartsTable[] {
  const tables = Map.groupBy(parts, (one) => `${one.nature} ${one.unit}`)
  return [...tables.values()].map((periods) => {
    const newest = periods[0]!
    const units = new Map(periods.flatMap((one) => one.values.map((value) => [value.reportedBy.id, value.reportedBy])))
    const rows = [...units.values()].map((unit): PartsRow => {
      const values = periods.map((one) => one.values.find((value) => value.reportedBy.id === unit.id) ?? null)
      const [first] = values
      return { unit, values, share: first && newest.sum ? first.value / newest.sum : null }
    })
    return { newest, periods, rows, longest: Math.max(0, ...newest.values.map((value) => value.value)) }
  })
}

/** How many of how many, their sum, and whether it stands for the region. */
export function partsWords({ newest }: PartsTable, view: IndicatorView, voice: Voice): string[] {
  const { text, language } = voice
  const { period, asked, sum, unit, nature, values } = newest
  const own = view.values.some((value) => value.period === period && value.nature === nature && !value.sumOf)
  const words = [text.parts.reported(periodText(period, voice), values.length, asked)]
  if (sum !== null) words.push(text.parts.sum(formatAmount(sum, unit, language)))
  if (own) words.push(text.parts.own)
  else if (sum === null) words.push(text.parts.notSummed)
  else words.push(newest.countsForRegion ? text.parts.countsForRegion : text.parts.tooFew)
  return words
}

export function shareText(share: number | null): string {
  return share === null ? '—' : formatShare(share)
}
