/**
 * Where a clause begins and ends. Official sentences nest brackets in clauses, and a clause goes on after its bracket:
 * 是2015年净增量(263家)的10倍多.
 */

/** No clause is read further back than this. */
const LONGEST = 160
const LONGEST_BRACKET = 120
const SENTENCE_ENDS: ReadonlySet<number> = new Set([...'。!?\n'].map((char) => char.charCodeAt(0)))

/** Start of the clause around `at`, at the same bracket depth. */
export function clauseStart(text: string, at: number, boundary = ',;。!?:\n\t|'): number {
  const limit = Math.max(0, at - LONGEST)
  let i = at
  while (i > limit) {
    const char = text[i - 1] ?? ''
    if (char === ')') {
      const open = text.lastIndexOf('(', i - 2)
      if (open < 0 || i - open > LONGEST_BRACKET) return i
      i = open
      continue
    }
    if (char === '(' || boundary.includes(char)) return i
    i -= 1
  }
  return i
}

/** Start of the sentence around `at`; a semicolon does not end it. */
export function sentenceStart(text: string, at: number): number {
  const limit = Math.max(0, at - 400)
  let i = at
  // Character codes, because every number asks this and garbage without full stops is read to the limit each time.
  while (i > limit && !SENTENCE_ENDS.has(text.charCodeAt(i - 1))) i -= 1
  return i
}

/** End of the clause that `at` stands in; a bracket that opens and closes in between belongs to it. */
export function clauseEnd(text: string, at: number, boundary = ',;。!?:\n\t|'): number {
  const limit = Math.min(text.length, at + LONGEST)
  let i = at
  while (i < limit) {
    const char = text[i] ?? ''
    if (char === ')' || boundary.includes(char)) return i
    if (char === '(') {
      const close = text.indexOf(')', i)
      if (close < 0 || close - i > LONGEST_BRACKET) return i
      i = close
    }
    i += 1
  }
  return i
}

/** Brackets of a paragraph, as half-open places of what stands between them. */
export function findBrackets(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const open: number[] = []
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '(') open.push(i + 1)
    else if (text[i] === ')' && open.length > 0) found.push({ start: open.pop() as number, end: i })
  }
  return found.sort((a, b) => a.start - b.start)
}
