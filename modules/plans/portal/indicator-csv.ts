import { comparePeriods } from '@opensti/kernel'
import { formatPeriod } from '@opensti/ui'
import type { IndicatorView } from '../contract.ts'
import { voiceOf } from './page.ts'

/** The table behind an indicator page as CSV (RFC 4180, with a byte order mark so that Excel reads Chinese). */
export function indicatorCsv(view: IndicatorView, language: 'zh' | 'en'): string {
  const { text, say } = voiceOf({ language })
  const head = [
    text.name,
    text.period,
    text.value,
    text.unitOfMeasure,
    text.nature,
    text.maturity,
    text.vintage,
    text.publishedOn,
    text.source,
    text.section,
    text.parts.unit,
    text.note,
  ]
  const rows = [...view.values, ...view.parts.flatMap(({ values }) => values), ...view.revisions]
    .sort((a, b) => comparePeriods(a.period, b.period) || a.vintage - b.vintage)
    .map((value) => [
      say(view.name),
      formatPeriod(value.period, language),
      String(value.value),
      value.unit,
      text.natures[value.nature],
      text.maturities[value.maturity],
      String(value.vintage),
      value.publishedOn ?? '',
      say(value.citation.documentTitle),
      [value.citation.section, value.citation.paragraph].filter((part) => part !== null).join(' '),
      value.reportedBy ? say(value.reportedBy.name) : '',
      value.note ? say(value.note) : '',
    ])
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A leading = + - @ would be run as a formula by a spreadsheet; numbers keep their sign. */
function cell(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
