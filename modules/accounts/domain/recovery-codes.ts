/** Digits and small letters that are not taken for each other: no 0 o, 1 i l. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz'
const length = 10

export const recoveryCodesCount = 10

/** A code for paper, such as `k7pq2-m9xtd`; 49 bits. `pick` chooses one of so many, evenly and not to be foretold. */
export function newRecoveryCode(pick: (choices: number) => number): string {
  const drawn = Array.from({ length }, () => signs[pick(signs.length)]).join('')
  return `${drawn.slice(0, 5)}-${drawn.slice(5)}`
}

/** One spelling for hashing, however it was typed; null when it can be none. */
export function normalRecoveryCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-–—]+/gu, '')
  return plain.length === length && [...plain].every((sign) => signs.includes(sign)) ? plain : null
}
