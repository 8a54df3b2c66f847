import { findMasks } from './damage/masks.ts'
import { findMissingParts } from './damage/missing-parts.ts'
import { findNumberingGaps } from './damage/numbering-gaps.ts'
import { findSwappedWords } from './damage/swapped-words.ts'
import type { Damage, Noise } from './model.ts'
import { foldWidth } from './text/fold-width.ts'
import { documentLines, insideAny } from './text/lines.ts'

/**
 * Signs that a copy is not what the office published: swapped words, hidden years and values, announced parts that
 * do not come, gaps in the numbering, unreadable characters. Furniture of the web page is not looked at, except
 * where it introduces the document.
 */
export function findDamage(text: string, noise: readonly Noise[] = []): Damage[] {
  const folded = foldWidth(text)
  const isNoise = insideAny(noise.filter(({ reason }) => reason !== 'summary'))
  const found = [
    ...findSwappedWords(text, folded),
    ...findMasks(text, folded),
    ...findMissingParts(documentLines(text, noise)),
    ...findNumberingGaps(text, folded, noise),
  ]
  return withoutDoubles(found.filter(({ start }) => !isNoise(start)).sort((a, b) => a.start - b.start || b.end - a.end))
}

/** One word may show two signs; the longer quotation says more. */
function withoutDoubles(sorted: Damage[]): Damage[] {
  const kept: Damage[] = []
  for (const damage of sorted) {
    const previous = kept.at(-1)
    if (previous && previous.sign === damage.sign && damage.start < previous.end) continue
    kept.push(damage)
  }
  return kept
}
