/** Measures that count things one by one. */
const counted = new Set(['家', '个', '项', '件', '人', '户', '名', '位', '篇', '场', '支', '次', '人次', '家次'])
/** Names of what is shared out over something else, such as patents per 10,000 people: it may have decimals. */
const average = /每|均|per[ -]|average/i

export type WrongFigure = 'negative' | 'fraction'

/** Why a figure cannot be what it is said to count; null when it can. Other measures may be anything. */
export function wrongFigure(value: string, measure: string, names: readonly string[]): WrongFigure | null {
  if (!counted.has(measure.normalize('NFKC').trim())) return null
  if (Number(value) < 0) return 'negative'
  const isWhole = /^-?\d+(\.0*)?$/.test(value)
  return isWhole || names.some((name) => average.test(name)) ? null : 'fraction'
}
