/** Numbers as people write them into sentences: full-width digits, blanks, hyphens, dots and brackets between groups. */
export interface DigitGroup {
  digits: string
  /** Offsets into the text as it was given. */
  start: number
  end: number
  /** What stands between this group and the one before; null for the first of a number. */
  before: string | null
}

interface Mark {
  sign: string
  start: number
  end: number
}

const between = /^[ \t\-‐‑‒–—―−_.·•・/()]$/
const chineseDigits = '〇一二三四五六七八九'
/** 零 and 幺 are other ways to say 0 and 1. */
const spoken: Readonly<Record<string, string>> = { 零: '0', 幺: '1' }
/** So many characters in a row are a number that is read out digit by digit, and no quantity. */
const readOutMin = 11

/** The text in plain signs, each with the place it came from. Signs that cannot be seen are passed over. */
export function plainSigns(text: string): Mark[] {
  const marks: Mark[] = []
  let at = 0
  for (const character of text) {
    const end = at + character.length
    if (!/\p{Cf}/u.test(character)) for (const sign of character.normalize('NFKC')) marks.push({ sign, start: at, end })
    at = end
  }
  return withReadOutNumbers(marks)
}

function withReadOutNumbers(marks: readonly Mark[]): Mark[] {
  const digitOf = ({ sign }: Mark): string | undefined => {
    const at = chineseDigits.indexOf(sign)
    return at >= 0 ? String(at) : spoken[sign]
  }
  const out = [...marks]
  for (let from = 0; from < out.length; ) {
    let until = from
    while (until < out.length && digitOf(out[until]!) !== undefined) until += 1
    if (until - from >= readOutMin)
      for (let at = from; at < until; at += 1) out[at] = { ...out[at]!, sign: digitOf(out[at]!)! }
    from = Math.max(until, from + 1)
  }
  return out
}

/** Numbers, each as the groups it is written in. An x after seventeen digits belongs to them. */
export function numbersIn(marks: readonly Mark[]): DigitGroup[][] {
  const numbers: DigitGroup[][] = []
  let groups: DigitGroup[] = []
  let gap = ''
  const finish = () => {
    if (groups.length > 0) numbers.push(groups)
    groups = []
    gap = ''
  }
  for (const { sign, start, end } of marks) {
    const last = groups.at(-1)
    if (/^\d$/.test(sign)) {
      if (last && gap === '') {
        last.digits += sign
        last.end = end
      } else groups.push({ digits: sign, start, end, before: last ? gap : null })
      gap = ''
    } else if (last && gap.length < 2 && /^x$/i.test(sign) && total(groups) >= 17) {
      if (gap === '') {
        last.digits += 'X'
        last.end = end
      } else groups.push({ digits: 'X', start, end, before: gap })
      finish()
    } else if (last && gap.length < 3 && between.test(sign)) gap += sign
    else finish()
  }
  finish()
  return numbers
}

function total(groups: readonly DigitGroup[]): number {
  return groups.reduce((sum, group) => sum + group.digits.length, 0)
}
