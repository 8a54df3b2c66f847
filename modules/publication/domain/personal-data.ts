import { cardNumber, landlineNumber, mobileNumber, oldResidentNumber, residentNumber } from './number-kinds.ts'
import { type DigitGroup, numbersIn, plainSigns } from './numbers-in-text.ts'

export type PersonalKind =
  | 'resident-number'
  | 'mobile'
  | 'landline'
  | 'card'
  | 'passport'
  | 'mail-address'
  | 'name-with-number'

/** Something in a text that is, or may be, about a person. `certain` blocks; what is not asks for a reason. */
export interface PersonalFinding {
  kind: PersonalKind
  certain: boolean
  /** Offsets into the text. */
  start: number
  end: number
  /** The piece with its middle hidden, so that the finding can be shown and noted. */
  shown: string
}

/** How people set such numbers apart; other spacings are lists of numbers. Lengths of the groups. */
const shapes: Readonly<Record<'mobile' | 'landline' | 'resident-number' | 'card', readonly string[]>> = {
  mobile: ['3 4 4', '3 8', '7 4', '4 4 3', '3 3 5', '2 11', '2 3 4 4', '4 11'],
  landline: ['3 7', '3 8', '4 7', '4 8', '3 4 4', '4 4 4', '4 3 4'],
  'resident-number': ['6 8 4', '6 4 4 4', '3 3 4 4 4', '6 8 3 1', '3 3 8 4', '6 9', '6 6 3', '4 4 4 4 2'],
  card: ['4 4 4 4', '4 4 4 4 1', '4 4 4 4 2', '4 4 4 4 3', '6 10', '6 13', '4 6 5', '6 4 4 4 1'],
}
/** A number that counts something is a figure. */
const counted = /^\s?(?:[万亿千百]|元|美元|家|人次|人|件|项|个|平方|吨|千克|千瓦|度|户|名|亩|公顷|公里|米|%)/
const passportLabel = /(?:护照|通行证|passport)\D{0,12}$/i
const residentLabel = /(?:身份证|证件|公民身份)\D{0,12}$/
const passport =
  /(?<![A-Za-z0-9])(?:[EeKk]\d{8}|[Ee][A-Za-z]\d{7}|[GgDdSsPpHhMm]\d{8}|[DdSsPp][Ee]\d{7})(?![A-Za-z0-9])/g
const mailAddress = /[A-Za-z0-9._%+-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z]{2,}/g
/** A person is named beside a number when so few characters lie between them. */
const besideMax = 30

/** Everything in a text that is, or may be, about a person. `names` are those of people who are known here. */
export function findPersonalData(text: string, names: readonly string[] = []): PersonalFinding[] {
  const marks = plainSigns(text)
  const plain = marks.map(({ sign }) => sign).join('')
  // A sign may be written with two code units; offsets of matches count code units of the plain text.
  const places = marks.flatMap(({ sign, start, end }) => Array.from({ length: sign.length }, () => ({ start, end })))
  const found: PersonalFinding[] = []
  const add = (kind: PersonalKind, certain: boolean, start: number, end: number) => {
    if (found.some((one) => start < one.end && one.start < end)) return
    found.push({ kind, certain, start, end, shown: hidden(text.slice(start, end)) })
  }
  for (const number of numbersIn(marks)) for (const one of judged(number, text)) add(...one)
  for (const match of plain.matchAll(mailAddress)) {
    const [from, until] = [places[match.index]!, places[match.index + match[0].length - 1]!]
    add('mail-address', !/\.gov(?:\.[a-z]{2})?$/i.test(match[0]), from.start, until.end)
  }
  for (const match of plain.matchAll(passport)) {
    const [from, until] = [places[match.index]!, places[match.index + match[0].length - 1]!]
    add('passport', passportLabel.test(plain.slice(Math.max(0, match.index - 20), match.index)), from.start, until.end)
  }
  const numbers = found.filter((one) => one.kind !== 'mail-address')
  for (const name of names) {
    if (name.length < 2) continue
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length
      if (numbers.some((one) => at - one.end <= besideMax && one.start - end <= besideMax))
        add('name-with-number', true, at, end)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

type Judged = [kind: PersonalKind, certain: boolean, start: number, end: number]

/** The kinds that some groups of a number, taken together, can be. */
function judged(number: readonly DigitGroup[], text: string): Judged[] {
  const hits: Judged[] = []
  for (let from = 0; from < number.length; from += 1) {
    for (let until = number.length; until > from; until -= 1) {
      const groups = number.slice(from, until)
      const [first, last] = [groups[0]!, groups.at(-1)!]
      // A number with a decimal point is a figure.
      if (groups.length === 1 && (first.before === '.' || number[until]?.before === '.')) continue
      const hit = kindOf(
        groups,
        text.slice(Math.max(0, first.start - 20), first.start),
        text.slice(last.end, last.end + 6),
      )
      if (!hit) continue
      hits.push([hit.kind, hit.certain, first.start, last.end])
      from = until - 1
      break
    }
  }
  return hits
}

function kindOf(
  groups: readonly DigitGroup[],
  before: string,
  after: string,
): { kind: PersonalKind; certain: boolean } | null {
  const digits = groups.map((group) => group.digits).join('')
  const shape = groups.map((group) => group.digits.length).join(' ')
  const fits = (kind: keyof typeof shapes) =>
    groups.length === 1 || /^1(?: 1)+$/.test(shape) || shapes[kind].includes(shape)
  const resident = residentNumber(digits)
  if (resident && fits('resident-number')) return { kind: 'resident-number', certain: resident === 'whole' }
  if (oldResidentNumber(digits) && fits('resident-number') && !cardNumber(digits))
    return { kind: 'resident-number', certain: residentLabel.test(before) }
  const isFigure = counted.test(after)
  if (mobileNumber(digits) && fits('mobile')) return { kind: 'mobile', certain: !isFigure }
  if (cardNumber(digits) && fits('card')) return { kind: 'card', certain: !isFigure }
  if (landlineNumber(digits) && fits('landline')) return { kind: 'landline', certain: false }
  return null
}

function hidden(piece: string): string {
  const signs = [...piece]
  const kept = signs.length > 6 ? 3 : 1
  return `${signs.slice(0, kept).join('')}${'＊'.repeat(Math.min(6, signs.length - kept))}${signs.length > 6 ? signs.slice(-2).join('') : ''}`
}
