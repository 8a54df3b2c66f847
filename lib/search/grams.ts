import { pinyin } from 'pinyin-pro'

/** Full-width forms become half-width, capitals small, and runs of blanks and punctuation one blank. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&%.]+/gu, ' ')
    .trim()
}

/** Every single character and every pair of neighbours, each once. A query of one character is found too. */
export function gramsOf(normalised: string): string[] {
  const grams = new Set<string>()
  for (const word of normalised.split(' ')) {
    const characters = [...word]
    characters.forEach((character, index) => {
      grams.add(character)
      const next = characters[index + 1]
      if (next !== undefined) grams.add(character + next)
    })
  }
  grams.delete('')
  return [...grams]
}

/** 市科技局 → skjj, as people type names in a hurry. Empty where there is no Chinese. */
export function pinyinInitials(chinese: string): string {
  if (!/\p{Script=Han}/u.test(chinese)) return ''
  return pinyin(chinese, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join('')
}
