import type { Comparator } from '../model.ts'
import { comparatorAfter, comparatorBefore } from './comparators.ts'
import { findMultiples } from './multiples.ts'
import { type Numeral, parseInteger, readNumeral } from './numerals.ts'
import { findRanks } from './ranks.ts'
import { readUnit, type UnitClass } from './units.ts'

/** A number with its unit and comparator, wherever it stands; whether it is a statement is decided later. */
export interface Quantity {
  /** From the comparator word before the number … */
  start: number
  /** … to the comparator word after the unit. */
  end: number
  numberStart: number
  unitEnd: number
  value: number
  value2: number | null
  unit: string
  unitClass: UnitClass | null
  comparator: Comparator
  style: Numeral['style']
  bareScale: boolean
}

const CANDIDATE = /[\d一二两三四五六七八九十百千万亿]/g
const RANGE_SIGN = / ?(?:[-—–~]{1,2}|至|到) ?/y
/** 成 is ten percent only where the word ends: 七成以上, 三成三, but not 七成果. */
const TENTHS = /成([一二三四五六七八九])?(?=[,。;、)的\s|]|以上|左右|多|$)/y

/** All quantities of a veiled text, ranks and multiples included, in reading order and without overlaps. */
export function findQuantities(text: string): Quantity[] {
  const special = [...findRanks(text), ...findMultiples(text)].sort((a, b) => a.start - b.start)
  const found: Quantity[] = []
  let next = 0
  CANDIDATE.lastIndex = 0
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const at = match.index
    while (next < special.length && (special[next]?.end ?? 0) <= at) next += 1
    const taken = special[next]
    if (taken && at >= taken.start) {
      CANDIDATE.lastIndex = Math.max(taken.end, at + 1)
      continue
    }
    const read = readQuantity(text, at, found.at(-1)?.end ?? 0)
    // 新三板, 南粤百杰: characters without a unit are part of a word.
    if (read.quantity && (read.quantity.unit !== '' || read.quantity.style === 'arabic')) found.push(read.quantity)
    CANDIDATE.lastIndex = Math.max(read.end, at + 1)
  }
  return [...found, ...special].sort((a, b) => a.numberStart - b.numberStart)
}

function readQuantity(text: string, at: number, from: number): { end: number; quantity: Quantity | null } {
  const first = readNumeral(text, at)
  if (!first) return { end: at + 1, quantity: null }
  const nothing = { end: first.end, quantity: null }
  const before = text[at - 1] ?? ''
  // A letter, a sign or a stroke before the number makes it part of a code: KS-1Q, 1+9, PM2.5, 第3.
  const sign = before === '-' && /[为至到率速长]/.test(text[at - 2] ?? '') ? -1 : 1
  // 3:7, 15:61.9:23.1: a proportion is no amount.
  if (text[first.end] === ':' && /\d/.test(text[first.end + 1] ?? '')) return nothing
  if (before === ':' && /\d/.test(text[at - 2] ?? '')) return nothing
  if (sign === 1 && /[A-Za-z+_.\-/第·*=每]/.test(before)) return nothing

  let numeral = first
  let unit = first.ownUnit ? null : readUnit(text, first.end)
  let value2 = first.value2
  let unitEnd = unit?.end ?? first.end
  let unitText = unit?.text ?? first.ownUnit ?? ''
  RANGE_SIGN.lastIndex = unitEnd
  const rangeSign = RANGE_SIGN.exec(text)
  if (rangeSign) {
    const second = readNumeral(text, RANGE_SIGN.lastIndex)
    const secondUnit = second && !second.ownUnit ? readUnit(text, second.end) : null
    const fits =
      second &&
      second.value > first.value &&
      (unit === null || unit.text === secondUnit?.text || /^[万亿]/.test(second.scale))
    const change = /[至到]/.test(rangeSign[0]) && /[从由][^,。;]{0,20}$/.test(text.slice(Math.max(from, at - 22), at))
    if (fits && !change && (secondUnit || second.ownUnit || second.scale)) {
      value2 = second.value
      numeral = second
      unit = secondUnit
      unitEnd = secondUnit?.end ?? second.end
      unitText = secondUnit?.text ?? second.ownUnit ?? ''
    }
  }
  if (/[A-Za-z+]/.test(text[unitEnd] ?? '') && !unit && first.style === 'arabic') return nothing

  let [value, tenths] = [first.value * sign, false]
  TENTHS.lastIndex = numeral.end
  const tenth = TENTHS.exec(text)
  if (!unit && numeral.scale === '' && value <= 9 && tenth) {
    tenths = true
    value = value * 10 + (tenth[1] ? (parseInteger(tenth[1]) ?? 0) : 0)
    value2 = value2 === null ? null : value2 * 10
    unitEnd = numeral.end + tenth[0].length
  }
  const ahead = comparatorBefore(text, from, sign === 1 ? at : at - 1)
  const behind = comparatorAfter(text, unitEnd)
  const quantity: Quantity = {
    start: ahead?.at ?? (sign === 1 ? at : at - 1),
    end: behind?.at ?? unitEnd,
    numberStart: at,
    unitEnd,
    value,
    value2,
    unit: tenths ? '%' : numeral.scale + unitText,
    unitClass: tenths || numeral.ownUnit ? 'share' : (unit?.unitClass ?? null),
    comparator: weigh(
      ahead?.comparator,
      behind?.comparator,
      first.over,
      value2 !== null,
      text.slice(Math.max(0, at - 6), at),
    ),
    style: numeral.style,
    bareScale: first.bareScale && value2 === null,
  }
  return { end: Math.max(quantity.end, first.end), quantity }
}

/** Which word counts when several stand around one number: 控制在5%左右 is about 5 %, 超过50%以上 is over 50 %. */
function weigh(
  ahead: Comparator | undefined,
  behind: Comparator | undefined,
  over: boolean,
  range: boolean,
  head: string,
): Comparator {
  if (range) return 'range'
  if (ahead && behind && /控制在$/.test(head)) return behind
  return ahead ?? behind ?? (over ? 'gt' : 'eq')
}
