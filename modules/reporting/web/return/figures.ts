import { type WrongFigure, wrongFigure } from '../../domain/figure-rules.ts'

/** Reading and comparing figures as people type them. Figures stay decimal text; only differences are calculated. */

/** More than this share away from the period before, a figure is asked about. */
const jump = 0.3

/** Thousands parted by commas or apostrophes. */
const grouped = /^-?\d{1,3}([,'])\d{3}(\1\d{3})*(\.\d+)?$/

/**
 * What was typed as a plain decimal; null for nothing; undefined when it is no figure. The cell's own unit may stand behind
 * the figure; any other (such as 万 where the cell is in 家) makes it no figure, since it would be read wrong. So do spaces
 * or line ends between figures, and commas that do not part thousands.
 */
export function readFigure(typed: string, unit = ''): string | null | undefined {
  const bare = typed.normalize('NFKC').trim().replace(/^−/, '-')
  const suffix = unit.normalize('NFKC').trim()
  const text = suffix !== '' && bare.endsWith(suffix) ? bare.slice(0, -suffix.length).trimEnd() : bare
  if (text === '') return typed.trim() === '' ? null : undefined
  const whole = grouped.test(text) ? text.replaceAll(/[,']/g, '') : text
  const plain = whole.replace(/^(-?)0+(?=\d)/, '$1').replace(/^(-?)\./, '$10.')
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? plain : undefined
}

/** What was typed into a cell, and why it cannot stand there although it is a figure. */
export function readCell(
  typed: string,
  cell: { unit: string; indicator: { zh: string; en: string } },
): { value: string | null | undefined; wrong: WrongFigure | null } {
  const value = readFigure(typed, cell.unit)
  const wrong = typeof value === 'string' ? wrongFigure(value, cell.unit, [cell.indicator.zh, cell.indicator.en]) : null
  return { value: wrong ? undefined : value, wrong }
}

export interface Difference {
  /** This figure less the earlier one, without float dust. */
  by: number
  /** As a share of the earlier one; null where that is nought. */
  share: number | null
  /** So far from the earlier one that it should be looked at again. */
  jumps: boolean
}

/** How a figure stands to an earlier one; null while either is missing. */
export function differenceTo(value: string | null | undefined, earlier: string | null): Difference | null {
  if (value === null || value === undefined || earlier === null) return null
  const [now, then] = [Number(value), Number(earlier)]
  const by = Number((now - then).toFixed(6))
  const share = then === 0 ? null : by / Math.abs(then)
  return { by, share, jumps: share !== null && Math.abs(share) > jump }
}
