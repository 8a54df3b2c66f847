/** Numbers as people write them into sentences: full-width digits, blanks, hyphens, dots, brackets, commas and line ends between groups. */
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

/** Signs that people set into one number. */
const within = /^[ \t\-‐‑‒–—―−_.·•・/()]$/
/** Signs that part the entries of a list, and a number too if it is to be hidden in one. */
const parting = /^[,、;:\r\n~|]$/
const chineseDigits = ['〇零', '一壹幺', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖']
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

/** Chinese digits, also among others and set apart, once they make so long a number that it is read out digit by digit. */
function withReadOutNumbers(marks: readonly Mark[]): Mark[] {
  const digitOf = ({ sign }: Mark): string | undefined => {
    if (/^\d$/.test(sign)) return sign
    const at = chineseDigits.findIndex((signs) => signs.includes(sign))
    return at >= 0 ? String(at) : undefined
  }
  const out = [...marks]
  for (let from = 0; from < out.length; ) {
    let until = from
    let digits = 0
    for (; until < out.length; until += 1) {
      if (digitOf(out[until]!) !== undefined) digits += 1
      else if (digits === 0 || !within.test(out[until]!.sign)) break
    }
    if (digits >= readOutMin)
      for (let at = from; at < until; at += 1) out[at] = { ...out[at]!, sign: digitOf(out[at]!) ?? out[at]!.sign }
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
    } else if (last && gap.length < 3 && (within.test(sign) || parting.test(sign))) gap += sign
    else finish()
  }
  finish()
  return numbers
}

/** Whether a sign stands between groups that parts the entries of a list. */
export function isParted(groups: readonly DigitGroup[]): boolean {
  return groups.slice(1).some(({ before }) => [...(before ?? '')].some((sign) => parting.test(sign)))
}

/** Whether the groups are figures: with a decimal point, or one with its thousands set apart. */
export function areFigures(groups: readonly DigitGroup[]): boolean {
  const [first, ...rest] = groups
  if (!first || rest.length === 0) return false
  const dots = rest.filter(({ before }) => before === '.').length
  if (dots > 0 && (dots < rest.length || dots === 1)) return true
  return first.digits.length <= 3 && rest.every(({ before, digits }) => before === ',' && digits.length === 3)
}

function total(groups: readonly DigitGroup[]): number {
  return groups.reduce((sum, group) => sum + group.digits.length, 0)
}
