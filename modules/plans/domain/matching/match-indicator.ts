import { unitsFit } from '@opensti/regions/measures'

export interface KnownIndicator {
  code: string
  /** Every name it goes by, in Chinese. */
  names: readonly string[]
  unit: string
}

export interface IndicatorMatch {
  code: string | null
  certainty: 'same' | 'likely' | 'none'
}

/** Share of common pairs of characters from which two names are taken for the same thing; found by trying, see the test. */
const likelyFrom = 0.62

/**
 * The known indicator that a document's words mean, if any. Only indicators whose unit fits are considered,
 * so that enterprises are never taken for applications, however alike the words are.
 */
export function matchIndicator(name: string, unit: string, known: readonly KnownIndicator[]): IndicatorMatch {
  const wanted = core(name)
  if (wanted === '') return { code: null, certainty: 'none' }
  let best: { code: string; score: number } | null = null
  for (const indicator of known) {
    if (unit !== '' && !unitsFit(unit, indicator.unit)) continue
    for (const other of indicator.names) {
      const there = core(other)
      if (there === wanted) return { code: indicator.code, certainty: 'same' }
      const score = likeness(wanted, there)
      if (score >= likelyFrom && (best === null || score > best.score)) best = { code: indicator.code, score }
    }
  }
  return best ? { code: best.code, certainty: 'likely' } : { code: null, certainty: 'none' }
}

/** Words that say where, since when or how much, but not what. */
const frame =
  /(全市|全省|全区|全县|我市|我省|本市|全社会|各类|累计|总数量|总数|数量|总量|总额|规模|达到|达|拥有|建成|新建)/g

/** What is left of a name without its frame and punctuation. */
function core(name: string): string {
  const bare = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"“”'()《》〈〉、,,。·\-—]/g, '')
  const stripped = bare.replace(frame, '').replace(/[数量]$/, '')
  return stripped === '' ? bare : stripped
}

/** Dice coefficient over pairs of neighbouring characters: 1 for the same name, 0 for nothing in common. */
function likeness(one: string, other: string): number {
  const left = pairs(one)
  const right = pairs(other)
  if (left.size === 0 || right.size === 0) return 0
  let common = 0
  for (const pair of left) if (right.has(pair)) common += 1
  return (2 * common) / (left.size + right.size)
}

function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at + 1 < text.length; at += 1) found.add(text.slice(at, at + 2))
  return found
}
