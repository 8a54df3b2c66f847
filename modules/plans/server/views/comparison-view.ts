import type { Reader } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import { inUnit, regionChain, unitsFit } from '@opensti/regions'
import type { ComparisonView, Value } from '../../contract.ts'
import { type ComparedPoint, rankRegions } from '../../domain/compare/rank-regions.ts'
import { isPublic } from './is-public.ts'
import { type DocumentTitles, documentTitles, nameOf, nameOrNull, regionLinks, regionRef } from './rows.ts'
import { currentValues } from './values.ts'

type Basis = ComparisonView['basis']

/** Residents and GDP of each region, under the codes of their shared definitions. */
const divisors = { 'per-head': 'resident-population', 'per-gdp': 'gdp' } as const

/** The same indicator in every region that counts it in the same way, as it is, per 10,000 residents or per 100 million yuan of GDP. */
export async function getComparisonView(db: Reader, code: string, basis: Basis): Promise<ComparisonView> {
  const indicator = await db.selectFrom('plans.indicator').selectAll().where('code', '=', code).executeTakeFirst()
  if (!indicator) throw notFound()
  const allowed: Basis[] = [
    'absolute',
    ...(indicator.per_head ? (['per-head'] as const) : []),
    ...(indicator.per_gdp ? (['per-gdp'] as const) : []),
  ]
  const used = allowed.includes(basis) ? basis : 'absolute'
  const titles = await documentTitles(db)
  const regions = await db.selectFrom('plans.region').selectAll().orderBy('position').execute()
  const byRegion = await publishedValues(db, code, titles)
  const divisorRows = used === 'absolute' ? null : await publishedValues(db, divisors[used], titles)

  const refused: ComparisonView['refused'] = (['per-head', 'per-gdp'] as const)
    .filter((one) => !allowed.includes(one))
    .map((one) => ({ basis: one, because: refusals[one] }))
  // An indicator that no published figure uses is nobody's business yet.
  if (byRegion.size === 0) throw notFound()
  const links = await regionLinks(db)
  const found = regions.flatMap((region) => {
    const values = (byRegion.get(region.id) ?? []).filter((value) => unitsFit(value.unit, indicator.unit))
    const points = values.flatMap((value) => pointOf(value, indicator.unit, used, divisorRows?.get(region.id)))
    return points.length > 0 ? [{ region: regionRef(region), points }] : []
  })
  const above = new Set(found.flatMap(({ region }) => regionChain(links, region.id).slice(1)))
  const { period, rows } = rankRegions(
    found.map((one) => ({ ...one, above: above.has(one.region.id) })),
    indicator.polarity === 'lower',
  )
  return {
    indicatorId: code,
    name: nameOf(indicator.names),
    unit: rows[0]?.unit ?? indicator.unit,
    definition: nameOrNull(indicator.definition),
    basis: used,
    basesAllowed: allowed,
    total: ['stock', 'flow', 'cumulative'].includes(indicator.nature) && !/[%‰/]/.test(indicator.unit),
    period,
    refused,
    rows,
  }
}

const refusals = {
  'per-head': {
    zh: '该指标本身已是比率、位次或人均数，再按人口折算没有意义',
    en: 'It is a rate, a rank or per head already; dividing it by residents again would mean nothing',
  },
  'per-gdp': { zh: '该指标的定义不适合按地区生产总值折算', en: 'Its definition does not allow dividing it by GDP' },
}

async function publishedValues(db: Reader, code: string, titles: DocumentTitles): Promise<Map<string, Value[]>> {
  const rows = await db
    .selectFrom('plans.value')
    .innerJoin('plans.indicator', 'plans.indicator.code', 'plans.value.indicator_code')
    .selectAll('plans.value')
    .select('plans.indicator.sum_of_units')
    .where('indicator_code', '=', code)
    .where(isPublic('plans.value'))
    .where('start_year', 'is', null)
    .execute()
  const regions = new Set(rows.map((row) => row.region_id))
  return new Map(
    [...regions].map((region) => [
      region,
      currentValues(
        rows.filter((row) => row.region_id === region),
        titles,
        rows[0]!.sum_of_units,
      ).current,
    ]),
  )
}

function pointOf(
  value: Value,
  unit: string,
  basis: Basis,
  divisorValues: readonly Value[] | undefined,
): ComparedPoint[] {
  const amount = inUnit(value.value, value.unit, unit)
  if (basis === 'absolute')
    return [{ value: amount, unit, period: value.period, formula: null, citation: value.citation }]
  // Half a year of one divided by a whole year of the other would be half of nothing that exists.
  const divisor = divisorValues?.findLast((one) => one.period === value.period && one.period.length === 4)
  if (!divisor) return []
  const [per, perUnit, zh, en] =
    basis === 'per-head'
      ? [inUnit(divisor.value, divisor.unit, '万人'), `${unit}/万人`, '万常住人口', '10,000 residents']
      : [inUnit(divisor.value, divisor.unit, '亿元'), `${unit}/亿元`, '亿元地区生产总值', 'CNY 100 million of GDP']
  if (per <= 0) return []
  const result = Number((amount / per).toPrecision(4))
  const formula = {
    zh: `${amount} ${unit} ÷ ${per} ${zh}（${divisor.period}年）= ${result}`,
    en: `${amount} ÷ ${per} (${en}, ${divisor.period}) = ${result}`,
  }
  return [{ value: result, unit: perUnit, period: value.period, formula, citation: value.citation }]
}
