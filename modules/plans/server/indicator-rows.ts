import type { IndicatorView } from '../contract.ts'

/** An indicator's figures as a table for spreadsheets: one row a value, its nature and source beside it. */
export function indicatorRows(view: IndicatorView): (string | number | null)[][] {
  const head = [
    '指标 Indicator',
    '报告期 Period',
    '数值 Value',
    '单位 Unit',
    '性质 Nature',
    '成熟度 Maturity',
    '版次 Vintage',
    '来源 Source',
    '位置 Place',
    '核实 Verified',
  ]
  const rows = [...view.values, ...view.revisions].map((value) => [
    view.name.zh,
    value.period,
    value.value,
    value.unit,
    value.nature,
    value.maturity,
    value.vintage,
    value.citation.documentTitle.zh,
    [value.citation.section, value.citation.paragraph].filter((part) => part !== null).join(' § '),
    value.citation.verified,
  ])
  return [head, ...rows]
}
