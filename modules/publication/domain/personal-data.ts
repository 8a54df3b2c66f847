import { cardNumber, landlineNumber, mobileNumber, oldResidentNumber, residentNumber } from './number-kinds.ts'
import { areFigures, type DigitGroup, isParted, numbersIn, plainSigns } from './numbers-in-text.ts'

export type PersonalKind =
  | 'resident-number'
  | 'mobile'
  | 'landline'
  | 'card'
  | 'passport'
  | 'mail-address'
  | 'name-with-number'
  | 'home-address'

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

/** How people usually set such numbers apart: lengths of the groups. Other spacings ask for more before they count. */
const shapes: Readonly<Record<'mobile' | 'landline' | 'resident-number' | 'card', readonly string[]>> = {
  mobile: ['3 4 4', '3 8', '7 4', '4 4 3', '3 3 5', '2 11', '2 3 4 4', '4 11'],
  landline: ['3 7', '3 8', '4 7', '4 8', '3 4 4', '4 4 4', '4 3 4'],
  'resident-number': ['6 8 4', '6 4 4 4', '3 3 4 4 4', '6 8 3 1', '3 3 8 4', '6 9', '6 6 3', '4 4 4 4 2'],
  card: ['4 4 4 4', '4 4 4 4 1', '4 4 4 4 2', '4 4 4 4 3', '6 10', '6 13', '4 6 5', '6 4 4 4 1'],
}
/** A number that counts something is a figure. */
const counted = /^\s?(?:[万亿千百]|元|美元|家|人次|人|件|项|个|平方|吨|千克|千瓦|度|户|名|亩|公顷|公里|米|%)/
const passportLabel = /(?:护照|通行证|台胞证|回乡证|passport)\D{0,12}$/i
const residentLabel = /(?:身份证|证件|公民身份)\D{0,12}$/
const cardLabel = /(?:卡号|账号|帐号|card)\D{0,12}$/i
const phoneLabel = /(?:电话|手机|座机|联系|致电|微信|tel|phone|mobile)\D{0,12}$/i
/** A number of a phone without its area; of an office more often than of a person. */
const shortPhone = /(?:电话|座机|手机|联系方式|tel|phone)[^\d\n]{0,6}([2-8]\d{2,3}[ -]?\d{4})(?!\d)/gi
/** Permits of people from Taiwan, Hong Kong and Macao that are digits alone. */
const permit = /(?:台胞证|来往大陆通行证|来往内地通行证|回乡证)\D{0,8}(\d{8}|\d{10})(?!\d)/g
const namedPerson =
  /(?:联系人|姓名|经办人|填报人|负责人|咨询人)[：:\s]{0,3}(?!电话|手机|座机|号码|方式|邮箱|微信|地址)([\p{Script=Han}·]{2,4})/gu
const labelledHome = /(?:家庭住址|家庭地址|现住址|住址|户籍地址|居住地址)[：:\s]{0,3}[^\s，。；,;]{4,}/g
const roomOfHouse = /[路街巷弄道村][^\s，。；,;]{0,8}\d+号[^\s，。；,;]{0,20}\d+(?:室|单元)/g
const passport =
  /(?<![A-Za-z0-9])(?:[EeKk]\d{8}|[Ee][A-Za-z]\d{7}|[GgDdSsPpHhMm]\d{8}|[DdSsPp][Ee]\d{7})(?![A-Za-z0-9])/g
const mailAddress =
  /(?:[A-Za-z0-9._%+-]+|\p{Script=Han}{1,4})(?:@| ?[[({【<](?:at|@)[\])}】>] ?)[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z]{2,}/giu
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
  const addMatches = (kind: PersonalKind, pattern: RegExp, certain: (match: RegExpExecArray) => boolean) => {
    for (const match of plain.matchAll(pattern)) {
      const piece = match[1] ?? match[0]
      const at = match.index + match[0].length - piece.length
      add(kind, certain(match), places[at]!.start, places[at + piece.length - 1]!.end)
    }
  }
  addMatches('mail-address', mailAddress, ([address]) => !/\.gov(?:\.[a-z]{2})?$/i.test(address))
  addMatches('passport', passport, ({ index }) => passportLabel.test(plain.slice(Math.max(0, index - 20), index)))
  addMatches('passport', permit, () => true)
  addMatches('landline', shortPhone, () => false)
  const numbers = found.filter((one) => one.kind !== 'mail-address')
  addMatches('home-address', labelledHome, () => true)
  addMatches('home-address', roomOfHouse, () => false)
  for (const name of names) {
    if (name.length < 2) continue
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length
      if (numbers.some((one) => at - one.end <= besideMax && one.start - end <= besideMax))
        add('name-with-number', true, at, end)
    }
  }
  for (const match of plain.matchAll(namedPerson)) {
    const [start, end] = [places[match.index]!.start, places[match.index + match[0].length - 1]!.end]
    if (numbers.some((one) => one.start >= end && one.start - end <= besideMax))
      add('name-with-number', false, start, end)
  }
  return found.sort((a, b) => a.start - b.start)
}

type Judged = [kind: PersonalKind, certain: boolean, start: number, end: number]

/** The kinds that some groups of a number, taken together, can be. */
function judged(number: readonly DigitGroup[], text: string): Judged[] {
  const hits: Judged[] = []
  for (let from = 0; from < number.length; from += 1) {
    for (let until = longest(number, from); until > from; until -= 1) {
      const groups = number.slice(from, until)
      const [first, last] = [groups[0]!, groups.at(-1)!]
      // A number with a decimal point is a figure.
      if (groups.length === 1 && (first.before === '.' || number[until]?.before === '.')) continue
      const hit = kindOf(
        groups,
        text.slice(Math.max(0, first.start - 20), first.start),
        text.slice(last.end, last.end + 6),
        groups.length === number.length,
      )
      if (!hit) continue
      hits.push([hit.kind, hit.certain, first.start, last.end])
      from = until - 1
      break
    }
  }
  return hits
}

/** No number of a person is longer than this, with the signs before it that some write. */
const mostDigits = 23

/** Where the longest row of groups from here ends that can be one number. */
function longest(number: readonly DigitGroup[], from: number): number {
  let until = from
  for (let digits = 0; until < number.length; until += 1) {
    digits += number[until]!.digits.length
    if (digits > mostDigits) break
  }
  return Math.max(until, from + 1)
}

function kindOf(
  groups: readonly DigitGroup[],
  before: string,
  after: string,
  isWhole: boolean,
): { kind: PersonalKind; certain: boolean } | null {
  const digits = groups.map((group) => group.digits).join('')
  const shape = groups.map((group) => group.digits.length).join(' ')
  const fits = (kind: keyof typeof shapes) =>
    groups.length === 1 || /^1(?: 1)+$/.test(shape) || shapes[kind].includes(shape)
  const isFigure = counted.test(after)
  // Region, birthday and check digit that fit are no chance, however the digits are set apart.
  const resident = residentNumber(digits)
  if (resident) return { kind: 'resident-number', certain: resident === 'whole' }
  const isParts = groups.length > 1
  if (cardNumber(digits) && fits('card'))
    return { kind: 'card', certain: !isFigure && (!isParts || isWhole || cardLabel.test(before)) }
  const parted = isParted(groups)
  if (isParts && areFigures(groups)) return null
  // Set apart in an unusual way, or as in a list: a label or a group with a leading nought tells it from figures.
  const isTold = (label: RegExp) =>
    label.test(before) || (groups[0]!.digits.length > 2 && groups.slice(1).some((group) => /^0\d/.test(group.digits)))
  if (oldResidentNumber(digits)) {
    if (residentLabel.test(before)) return { kind: 'resident-number', certain: true }
    if (fits('resident-number') && !parted) return { kind: 'resident-number', certain: false }
    return isWhole && !isFigure ? { kind: 'resident-number', certain: false } : null
  }
  if (mobileNumber(digits)) {
    if (!isParts || (isWhole && fits('mobile') && !parted)) return { kind: 'mobile', certain: !isFigure }
    if (isFigure) return null
    if (isTold(phoneLabel)) return { kind: 'mobile', certain: true }
    return isWhole || /(?:^| )3 4 4$/.test(shape) ? { kind: 'mobile', certain: false } : null
  }
  if (landlineNumber(digits) && fits('landline') && !parted) return { kind: 'landline', certain: false }
  return null
}

function hidden(piece: string): string {
  const signs = [...piece]
  const kept = signs.length > 6 ? 3 : 1
  return `${signs.slice(0, kept).join('')}${'＊'.repeat(Math.min(6, signs.length - kept))}${signs.length > 6 ? signs.slice(-2).join('') : ''}`
}
