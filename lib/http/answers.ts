import type { PageAnswer } from './route.ts'

/** Cells that a spreadsheet would run as a formula get an apostrophe in front; a BOM lets Excel read the Chinese. */
export function csv(rows: readonly (readonly (string | number | null)[])[], fileName: string): PageAnswer {
  const body = rows.map((row) => row.map(cell).join(',')).join('\r\n')
  return {
    body: `\uFEFF${body}\r\n`,
    contentType: 'text/csv; charset=utf-8',
    headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` },
  }
}

const runsAsFormula = /^[=+\-@\t\r＝＋－＠]/

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = runsAsFormula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
