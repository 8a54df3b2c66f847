/** Reading and comparing figures as people type them. Figures stay decimal text; only differences are calculated. */

/** More than this share away from the period before, a figure is asked about. */
const jump = 0.3

/**
 * What was typed as a plain decimal; null for nothing; undefined when it is no figure. The cell's own unit may stand behind
 * the figure; any other (such as 万 where the cell is in 家) makes it no figure, since it would be read wrong.
 */
export function readFigure(typed: string, unit = ''): string | null | undefined {
  const bare = typed
    .normalize('NFKC')
    .replaceAll(/[\s,']/g, '')
    .replace(/^−/, '-')
  const suffix = unit.normalize('NFKC').replaceAll(/\s/g, '')
  const text = suffix !== '' && bare.endsWith(suffix) ? bare.slice(0, -suffix.length) : bare
  if (text === '') return typed.trim() === '' ? null : undefined
  const plain = text.replace(/^(-?)0+(?=\d)/, '$1').replace(/^(-?)\./, '$10.')
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? plain : undefined
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
