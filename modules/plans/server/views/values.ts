import type { Tables } from '@opensti/db'
import { comparePeriods } from '@opensti/kernel'
import type { Selectable } from 'kysely'
import type { Citation, UnitParts, UnitRef, Value } from '../../contract.ts'
import { standForRegion, sumOfParts } from '../../domain/parts/sum-parts.ts'
import { citationOf, type DocumentTitles, nameOf, nameOrNull } from './rows.ts'

/** What is read of a value to show it; the rest of its row costs more to fetch than all of this. */
export const valueColumns = [
  'id',
  'region_id',
  'indicator_code',
  'period',
  'start_year',
  'value',
  'unit',
  'comparator',
  'estimate',
  'nature',
  'vintage',
  'reason',
  'note',
  'cite',
  'reported_by',
  'units_asked',
  'release_id',
  'released',
] as const

type ValueRow = Pick<Selectable<Tables['plans.value']>, (typeof valueColumns)[number]>

/**
 * What the region's figures are: its own, and where several units report parts and the indicator is their sum, that sum.
 * Current values in time order, and the vintages that later ones replaced. Statistical figures stand before working ones.
 */
export function currentValues(
  rows: readonly ValueRow[],
  titles: DocumentTitles,
  sumOfUnits: boolean,
): { current: Value[]; replaced: Value[] } {
  const own = vintagesOf(rows.filter((row) => row.units_asked === null))
  const current = own.map((vintages) => shownValue(vintages.at(-1)!, vintages.length, titles))
  const replaced = own.flatMap((vintages) =>
    vintages.slice(0, -1).map((row, index) => shownValue(row, index + 1, titles)),
  )
  if (sumOfUnits) {
    const known = new Set(own.map((vintages) => spanOf(vintages[0]!)))
    for (const group of partGroups(rows)) {
      const sum = known.has(spanOf(group[0]![0]!)) ? null : sumValue(group, titles)
      if (sum) current.push(sum)
    }
  }
  return { current: current.sort(inTime), replaced: replaced.sort((a, b) => inTime(a, b) || a.vintage - b.vintage) }
}

/** What units have reported of their parts, the latest period first; and what of it was replaced since. */
export function unitParts(
  rows: readonly ValueRow[],
  titles: DocumentTitles,
  sumOfUnits: boolean,
  unit: (id: string | null) => UnitRef,
): { parts: UnitParts[]; replaced: Value[] } {
  const groups = partGroups(rows)
  const named = (row: ValueRow, vintage: number): Value & { reportedBy: UnitRef } => ({
    ...shownValue(row, vintage, titles),
    reportedBy: unit(row.reported_by),
  })
  const parts = groups.map((group): UnitParts => {
    const values = group.map((vintages) => named(vintages.at(-1)!, vintages.length))
    const asked = askedOf(group)
    const [{ period, nature, unit: measure }] = values as [Value]
    return {
      period,
      nature,
      unit: measure,
      asked,
      sum: sumOfUnits ? sumOfParts(values.map((one) => one.value)) : null,
      countsForRegion: sumOfUnits && standForRegion(values.length, asked),
      values: values.sort((a, b) => b.value - a.value),
    }
  })
  return {
    parts: parts.sort((a, b) => inTime(b.values[0]!, a.values[0]!)),
    replaced: groups.flatMap((group) =>
      group.flatMap((vintages) => vintages.slice(0, -1).map((row, index) => named(row, index + 1))),
    ),
  }
}

/** The figures of the ledger that a shown value is made of: itself, or the parts that it is the sum of. */
export function figuresBehind(value: Value, rows: readonly ValueRow[]): string[] {
  if (!value.sumOf) return [value.id]
  const group = partGroups(rows).find(
    ([vintages]) =>
      vintages![0]!.period === value.period &&
      vintages![0]!.nature === value.nature &&
      vintages![0]!.unit === value.unit,
  )
  return (group ?? []).map((vintages) => vintages.at(-1)!.id)
}

/** The vintages of each figure, the oldest first. A unit's part is a figure of its own. */
function vintagesOf(rows: readonly ValueRow[]): ValueRow[][] {
  const figures = Map.groupBy(
    rows,
    (row) => `${spanOf(row)} ${row.unit} ${row.units_asked === null ? '' : row.reported_by}`,
  )
  return [...figures.values()].map((vintages) => vintages.sort((a, b) => (a.vintage < b.vintage ? -1 : 1)))
}

/** The parts of each period and nature in one measure: of every unit all its vintages. */
function partGroups(rows: readonly ValueRow[]): ValueRow[][][] {
  const figures = vintagesOf(rows.filter((row) => row.units_asked !== null))
  return [...Map.groupBy(figures, ([row]) => `${spanOf(row!)} ${row!.unit}`).values()]
}

function spanOf({ period, start_year, nature }: ValueRow): string {
  return `${period} ${start_year ?? ''} ${nature}`
}

/** Units that were asked later are counted too; nobody was asked less often than has answered. */
function askedOf(group: readonly (readonly ValueRow[])[]): number {
  return Math.max(group.length, ...group.flat().map((row) => row.units_asked ?? 0))
}

/** The region's figure as the sum of its units'; null while too few have reported. */
function sumValue(group: readonly (readonly ValueRow[])[], titles: DocumentTitles): Value | null {
  const asked = askedOf(group)
  if (!standForRegion(group.length, asked)) return null
  const parts = group.map((vintages) => shownValue(vintages.at(-1)!, vintages.length, titles))
  const [first] = parts as [Value]
  const days = parts.flatMap((part) => part.publishedOn ?? []).sort()
  return {
    ...first,
    id: `${group[0]![0]!.region_id}/sum/${group[0]![0]!.indicator_code}/${first.period}/${first.nature}`,
    value: sumOfParts(parts.map((part) => part.value)),
    comparator: parts.every((part) => part.comparator === 'eq') ? 'eq' : 'approx',
    maturity: parts.some((part) => part.maturity === 'estimate')
      ? 'estimate'
      : parts.length < asked || first.period.length > 4
        ? 'flash'
        : 'annual',
    vintage: 1,
    replacedBecause: null,
    publishedOn: days.at(-1) ?? null,
    release: null,
    note: null,
    sumOf: { units: parts.length, asked },
    citation: sumCitation(parts, asked),
  }
}

function sumCitation(parts: readonly Value[], asked: number): Citation {
  const [first] = parts as [Value]
  const same = parts.every((part) => part.citation.verified === first.citation.verified)
  return {
    documentId: '',
    documentTitle: {
      zh: `各单位报送数之和（${asked}个单位中的${parts.length}个）`,
      en: `Sum of what units reported (${parts.length} of ${asked} units)`,
    },
    documentNumber: null,
    section: null,
    paragraph: null,
    verified: same ? first.citation.verified : 'reported',
    note: null,
  }
}

/** By the end of the period; a year stands after its last quarter, a statistical figure after a working one. */
function inTime(a: Value, b: Value): number {
  const official = (value: Value) => (value.nature === 'statistical' ? 1 : 0)
  return comparePeriods(a.period, b.period) || official(a) - official(b)
}

function shownValue(row: ValueRow, vintage: number, titles: DocumentTitles): Value {
  const replaced = vintage > 1
  const release = releaseOf(row)
  const note = nameOrNull(row.note)
  return {
    id: row.id,
    period: row.period,
    value: Number(row.value),
    unit: row.unit,
    comparator: row.comparator as Value['comparator'],
    nature: row.nature as Value['nature'],
    maturity: maturityOf(row, replaced),
    vintage,
    replacedBecause: replaced ? nameOrNull(row.reason) : null,
    publishedOn: release?.on ?? row.vintage,
    ...(release && { release }),
    ...(note && { note }),
    citation: citationOf(row.cite, titles),
  }
}

function releaseOf({ release_id, released }: ValueRow): Value['release'] {
  const { on, by } = (released ?? {}) as { on?: string; by?: unknown }
  return release_id !== null && on !== undefined ? { id: release_id, on, by: nameOf(by) } : null
}

function maturityOf(row: ValueRow, replaced: boolean): Value['maturity'] {
  if (row.estimate) return 'estimate'
  if (replaced) return 'revised'
  return row.period.length === 4 ? 'annual' : 'flash'
}
