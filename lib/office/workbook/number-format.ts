import { formatDate, isDateFormat } from './date-format.ts'
import { formatDecimal } from './decimal-format.ts'

/**
 * A number as a spreadsheet shows it (ECMA-376 part 1, 18.8.31). Sections for positive, negative and zero, digits,
 * thousands, scaling commas, percent, exponents, dates and literals are followed; fractions are shown as decimals and
 * conditions in brackets are not judged.
 */
export function formatNumber(value: number, format: string, isFrom1904 = false): string {
  if (format === 'General' || format === '@' || format === '') return general(value)
  const sections = splitSections(format)
  const section = value < 0 ? sections[1] : value === 0 ? sections[2] : sections[0]
  // Without a section of its own a negative number keeps its sign.
  const chosen = section ?? sections[0]!
  const shown = value < 0 && section !== undefined ? -value : value
  if (/^\s*General\s*$/i.test(chosen)) return general(shown)
  if (isDateFormat(chosen)) return formatDate(shown, chosen, isFrom1904)
  return formatDecimal(shown, chosen)
}

/** As a cell without format: at most eleven digits. */
function general(value: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e11 || size < 1e-9) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, 'e')
      .replace(/e([+-])(\d)$/, 'E$10$2')
      .replace('e', 'E')
  }
  const whole = Math.max(1, Math.floor(Math.log10(size)) + 1)
  const places = Math.max(0, 10 - whole)
  return String(Number(value.toFixed(Math.min(9, places))))
}

/** Semicolons part a format, but not those that are quoted or escaped. */
function splitSections(format: string): string[] {
  const sections = ['']
  for (const [piece] of format.matchAll(/"[^"]*"?|\\.|\[[^\]]*\]|./gs)) {
    if (piece === ';') sections.push('')
    else sections[sections.length - 1] += piece
  }
  return sections
}
