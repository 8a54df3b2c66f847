import { ALTERED_NAME, INDISPENSABLE, SUPPORTED_ACTOR, SWAPPED_WORDS } from '../lexicons/swapped-words.ts'
import type { Damage } from '../model.ts'
import { altered, swapped } from './messages.ts'

/** A paper shorter than this may well do without a usual word. */
const LONG_PAPER = 3000
const OFTEN = 4

/** Words and names that cannot have stood in the paper that was issued. */
export function findSwappedWords(text: string, folded: string): Damage[] {
  const found: Damage[] = []
  for (const { wrong, place } of SWAPPED_WORDS) {
    if (!folded.includes(wrong)) continue
    for (const match of folded.matchAll(place)) {
      const quote = text.slice(match.index, match.index + match[0].length)
      found.push(swapped(match.index, quote, corrected(quote)))
    }
  }
  for (const match of folded.matchAll(SUPPORTED_ACTOR)) {
    const quote = text.slice(match.index, match.index + match[0].length)
    found.push(swapped(match.index, quote, quote.replace('支撑', '支持')))
  }
  for (const match of folded.matchAll(ALTERED_NAME)) {
    const quote = text.slice(match.index, match.index + match[0].length)
    found.push(altered(match.index, quote, quote.startsWith('习') ? '习近平' : null))
  }
  return [...found, ...missingWords(text, folded)]
}

/** A fixed expression may hold two swapped words (焦点手艺). */
function corrected(quote: string): string {
  return SWAPPED_WORDS.reduce(
    (text, { wrong, right, place }) => text.replace(place, (m) => m.replace(wrong, right)),
    quote,
  )
}

/** A word that such papers use on every page never comes, and its substitute comes often. */
function missingWords(text: string, folded: string): Damage[] {
  if (folded.length < LONG_PAPER) return []
  return INDISPENSABLE.flatMap(({ right, wrong, honest }) => {
    const places = [...folded.matchAll(new RegExp(wrong, 'g'))].map((match) => match.index)
    if (places.length < OFTEN || folded.includes(right)) return []
    return places
      .filter((at) => !honest.test(folded.slice(at - 2, at + wrong.length + 3)))
      .map((at) => swapped(at, text.slice(at, at + wrong.length), right))
  })
}
