import type { Reader } from '@opensti/db'
import { notFound, yearOf } from '@opensti/kernel'
import { inUnit, unitsFit } from '@opensti/regions'
import type { Citation, ComparisonView, Value } from '../../contract.ts'
import { currentValues, type DocumentTitles, documentTitles, nameOf, nameOrNull, regionRef } from './rows.ts'

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
  const rows: ComparisonView['rows'] = []
  for (const region of regions) {
    const values = (byRegion.get(region.id) ?? []).filter((value) => unitsFit(value.unit, indicator.unit))
    const points = values.flatMap((value) => pointOf(value, indicator.unit, used, divisorRows?.get(region.id)))
    const last = points.at(-1)
    if (!last) continue
    rows.push({
      region: regionRef(region),
      value: last.value,
      unit: last.unit,
      period: last.period,
      formula: last.formula,
      citation: last.citation,
      series: points.map(({ period, value }) => ({ period, value })),
    })
  }
  // An indicator that no published figure uses is nobody's business yet.
  if (byRegion.size === 0) throw notFound()
  rows.sort((a, b) => (indicator.polarity === 'lower' ? a.value - b.value : b.value - a.value))
  return {
    indicatorId: code,
    name: nameOf(indicator.names),
    unit: rows[0]?.unit ?? indicator.unit,
    definition: nameOrNull(indicator.definition),
    basis: used,
    basesAllowed: allowed,
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
    .selectAll()
    .where('indicator_code', '=', code)
    .where('status', '=', 'published')
    .where('start_year', 'is', null)
    .execute()
  const regions = new Set(rows.map((row) => row.region_id))
  return new Map(
    [...regions].map((region) => [
      region,
      currentValues(
        rows.filter((row) => row.region_id === region),
        titles,
      ).current,
    ]),
  )
}

interface Point {
  value: number
  unit: string
  period: string
  formula: ComparisonView['rows'][number]['formula']
  citation: Citation
}

function pointOf(value: Value, unit: string, basis: Basis, divisorValues: readonly Value[] | undefined): Point[] {
  const amount = inUnit(value.value, value.unit, unit)
  if (basis === 'absolute')
    return [{ value: amount, unit, period: value.period, formula: null, citation: value.citation }]
  const divisor = divisorValues?.filter((one) => yearOf(one.period) === yearOf(value.period)).at(-1)
  if (!divisor) return []
  const [per, perUnit, zh, en] =
    basis === 'per-head'
      ? [inUnit(divisor.value, divisor.unit, '万人'), `${unit}/万人`, '万常住人口', '10,000 residents']
      : [inUnit(divisor.value, divisor.unit, '亿元'), `${unit}/亿元`, '亿元地区生产总值', 'CNY 100 million of GDP']
  if (per <= 0) return []
  const result = Number((amount / per).toPrecision(4))
  const formula = {
    zh: `${amount} ${unit} ÷ ${per} ${zh}(${divisor.period})= ${result}`,
    en: `${amount} ÷ ${per} (${en}, ${divisor.period}) = ${result}`,
  }
  return [{ value: result, unit: perUnit, period: value.period, formula, citation: value.citation }]
}
