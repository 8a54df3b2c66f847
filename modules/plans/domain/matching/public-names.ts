import type { Bilingual } from '@opensti/kernel'
import { findMasks } from '../reading/damage/masks.ts'
import { findSwappedWords } from '../reading/damage/swapped-words.ts'
import type { Damage, DocumentInfo } from '../reading/model.ts'
import { foldWidth } from '../reading/text/fold-width.ts'

/** Damage that shows inside a name. Lost tables and gaps in the numbering are damage of the paper, not of its names. */
const inNames: ReadonlySet<string> = new Set([
  'masked-year',
  'masked-value',
  'swapped-word',
  'altered-name',
  'unreadable-bytes',
])

/** Words of one copy that are known to be damaged, by what else was found in it. */
export function damagedWords(damage: readonly Pick<Damage, 'sign' | 'quote'>[]): string[] {
  return [...new Set(damage.filter((one) => inNames.has(one.sign) && one.quote.length > 1).map((one) => one.quote))]
}

/** Why a name taken from a damaged copy must not become public, in words; null when nothing is wrong with it. */
export function nameFault(name: string, words: readonly string[] = []): Bilingual | null {
  const folded = foldWidth(name)
  const found = [...findMasks(name, folded), ...findSwappedWords(name, folded)][0]
  if (found) return found.message
  const word = words.find((one) => name.includes(one))
  if (word === undefined) return null
  return {
    zh: `“${word}”在这份文本中是残缺或被替换的文字，请按正式文本更正名称。`,
    en: `“${word}” is hidden or replaced in this copy: correct the name from the published text.`,
  }
}

/**
 * The title to begin with: the document's own, with the years in it where the copy has hidden them and they are known,
 * and without them where they are not. Empty when a title cannot be made without guessing.
 */
export function suggestTitle({ title, startYear, endYear }: DocumentInfo): string {
  if (nameFault(title) === null) return title
  const period = startYear !== null && endYear !== null && startYear < endYear ? `（${startYear}—${endYear}年）` : ''
  const clean = title.replace(/[(（][^()（）]*[)）]/g, (bracket) =>
    findMasks(bracket, foldWidth(bracket)).length > 0 ? period : bracket,
  )
  return nameFault(clean) === null ? clean : ''
}

/** The years a document plans for. A report looks back on one year and promises for the next; only that is a plan. */
export function plannedYears({ genre, startYear, endYear }: DocumentInfo): Pick<DocumentInfo, 'startYear' | 'endYear'> {
  return { startYear: genre === 'work-report' && endYear !== null ? endYear : startYear, endYear }
}
