import type { Reader } from '@opensti/db'
import { regionFamily } from '@opensti/regions'
import { sql } from 'kysely'
import type { Disagreement, Name } from '../../contract.ts'
import {
  type AcrossCheck,
  checkAcross,
  type LedgerContext,
  type StatedFact,
} from '../../domain/reading/checks/check-across.ts'
import { isPublic } from './is-public.ts'
import { type Viewer, visiblePlans } from './ledger.ts'
import { citationOf, type DocumentTitles, figureText, nameOf, regionLinks } from './rows.ts'

/** Facts of a region and of those above and below it, which alone can contradict it. */
export interface StatedFacts {
  regionId: string
  sources: readonly Source[]
  family: ReadonlyMap<string, string | null>
}

export async function statedFacts(
  db: Reader,
  regionId: string,
  viewer: Viewer,
  indicatorCodes?: readonly string[],
): Promise<StatedFacts> {
  const links = await regionLinks(db)
  const near = new Set(regionFamily(links, regionId))
  const family = new Map(links.filter(({ id }) => near.has(id)).map(({ id, parent }) => [id, parent]))
  return { regionId, family, sources: await readFacts(db, [...family.keys()], viewer, indicatorCodes) }
}

/**
 * What only shows when papers lie side by side: two values for one figure, a target that a published value had passed
 * when it was set, targets of a region and its parent that cannot both hold. Computed from the ledger, each time anew.
 */
export function ledgerDisagreements(
  { regionId, sources, family }: StatedFacts,
  titles: DocumentTitles,
): Disagreement[] {
  const byId = new Map(sources.map((source) => [source.fact.id, source]))
  const facts = sources.map((source) => source.fact)
  return checkAcross(facts, contextOf(sources, family))
    .filter((check) => check.result === 'contradicts' && concerns(check, byId, regionId))
    .map((check) => ({
      indicatorId: byId.get(check.factIds[0] ?? '')?.fact.indicatorId ?? null,
      title: null,
      about: check.message,
      says: check.factIds.flatMap((id) => {
        const source = byId.get(id)
        return source ? [{ text: saying(source.fact), citation: citationOf(source.cite, titles) }] : []
      }),
    }))
}

/** What a document says of an indicator, by preference at the very section, and there for the latest year. */
export function saidIn(
  { sources }: StatedFacts,
  indicatorId: string,
  place: { document?: string; section?: string },
): Name | null {
  const own = sources.filter(({ fact }) => fact.indicatorId === indicatorId && fact.document.id === place.document)
  own.sort((a, b) => (b.fact.year ?? 0) - (a.fact.year ?? 0))
  const here = own.find(({ cite }) => (cite as { section?: string }).section === place.section) ?? own[0]
  return here ? saying(here.fact) : null
}

interface Source {
  fact: StatedFact
  cite: unknown
  polarity: string
  nature: string
}

async function readFacts(
  db: Reader,
  regionIds: readonly string[],
  viewer: Viewer,
  indicatorCodes: readonly string[] | undefined,
): Promise<Source[]> {
  const asked = indicatorCodes
    ? sql<boolean>`indicator_code = any (${[...new Set(indicatorCodes)]}::text[])`
    : sql<boolean>`true`
  const documents = await documentsBy(db)
  const plans = await visiblePlans(db, viewer, regionIds)
  const seen = new Set(plans.map((plan) => `${plan.region_id}/${plan.code}`))
  const [targets, values] = await Promise.all([
    db
      .selectFrom('plans.target')
      .selectAll()
      .where('region_id', 'in', [...regionIds])
      .where(asked)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('plans.value')
      .select(['id', 'region_id', 'indicator_code', 'period', 'start_year', 'value', 'unit', 'comparator', 'estimate'])
      .select(['nature', 'vintage', 'cite'])
      .where('region_id', 'in', [...regionIds])
      .where(asked)
      .where(isPublic('plans.value'))
      // One unit's part says nothing against another's, or against the whole.
      .where('units_asked', 'is', null)
      // Within a year figures are running totals or estimates and say nothing against the year's own.
      .where('period', 'not like', '%-%')
      .orderBy('id')
      .execute(),
  ])
  const indicators = await indicatorsBy(db, [...targets, ...values])
  const rows = [
    ...targets
      .filter((row) => seen.has(`${row.region_id}/${row.plan_code}`))
      .map((row) => ({ ...row, value2: row.value2, perYear: row.per_year })),
    // Of a revised figure only the latest vintage counts.
    ...latestVintages(values).map((row) => ({
      ...row,
      kind: 'actual' as const,
      year: Number(row.period),
      value2: null,
      perYear: false,
    })),
  ]
  return rows.map((row) => ({
    cite: row.cite,
    ...indicators.get(row.indicator_code)!.counted,
    fact: {
      id: row.id,
      regionId: row.region_id,
      indicatorId: row.indicator_code,
      name: indicators.get(row.indicator_code)!.name,
      kind: row.kind,
      comparator: row.comparator as StatedFact['comparator'],
      value: Number(row.value),
      value2: row.value2 === null ? null : Number(row.value2),
      unit: row.unit,
      year: row.year,
      startYear: row.start_year,
      perYear: row.perYear,
      estimate: row.estimate,
      document: documents((row.cite as { document?: string }).document ?? ''),
      place: null,
    },
  }))
}

async function documentsBy(db: Reader): Promise<(code: string) => StatedFact['document']> {
  const rows = await db.selectFrom('plans.document').select(['code', 'names', 'issued_on']).execute()
  const byCode = new Map(
    rows.map(({ code, names, issued_on: day }) => [
      code,
      { id: code, title: nameOf(names), year: day ? Number(day.slice(0, 4)) : null },
    ]),
  )
  return (code) => byCode.get(code) ?? { id: code, title: nameOf(undefined), year: null }
}

async function indicatorsBy(db: Reader, rows: readonly { indicator_code: string }[]) {
  const codes = [...new Set(rows.map((row) => row.indicator_code))]
  const known = await db
    .selectFrom('plans.indicator')
    .select(['code', 'names', 'polarity', 'nature'])
    .where(sql<boolean>`code = any (${codes}::text[])`)
    .execute()
  return new Map(
    known.map(({ code, names, polarity, nature }) => [code, { name: nameOf(names), counted: { polarity, nature } }]),
  )
}

interface Vintage {
  region_id: string
  indicator_code: string
  period: string
  nature: string
  start_year: number | null
  vintage: string
}

function latestVintages<Row extends Vintage>(rows: readonly Row[]): Row[] {
  const latest = new Map<string, Row>()
  for (const row of rows) {
    const key = `${row.region_id} ${row.indicator_code} ${row.period} ${row.nature} ${row.start_year}`
    const known = latest.get(key)
    if (!known || known.vintage <= row.vintage) latest.set(key, row)
  }
  return [...latest.values()]
}

function contextOf(sources: readonly Source[], family: ReadonlyMap<string, string | null>): LedgerContext {
  const parts = new Map<string, string[]>()
  for (const [id, parent] of family) {
    // Not every part of a province is kept here, so a sum of parts is never taken for complete.
    if (parent && family.has(parent)) parts.set(parent, [...(parts.get(parent) ?? ['(others)']), id])
  }
  const added = sources.filter(
    ({ nature, fact }) => ['stock', 'flow', 'cumulative'].includes(nature) && fact.unit !== '%',
  )
  return {
    parts,
    additive: new Set(added.map(({ fact }) => fact.indicatorId)),
    lowerIsBetter: new Set(sources.filter(({ polarity }) => polarity === 'lower').map(({ fact }) => fact.indicatorId)),
  }
}

function concerns(check: AcrossCheck, byId: ReadonlyMap<string, Source>, regionId: string): boolean {
  return check.factIds.some((id) => byId.get(id)?.fact.regionId === regionId)
}

function saying(fact: StatedFact): Name {
  return figureText(fact, fact.year === null ? null : String(fact.year))
}
