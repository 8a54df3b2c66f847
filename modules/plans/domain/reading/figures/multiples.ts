import { parseInteger } from './numerals.ts'
import type { Quantity } from './quantities.ts'

/**
 * Amounts said without a number of their own: 翻一番 is twice, 翻两番 four times, 一半 and 过半 are 50 %.
 */

const DOUBLING = /(?:再|实现)?翻(?:了)?([一两二三四])?番|(?<=(?:实现|总量|规模|数量|成倍))倍增(?=[,。;、)]|$)/g
const HALF =
  /(超过|超|逾|突破|近|接近|约|不足|不到|占|达到?|至|到|的)?(?:(过)半(?![年月天])|一半|半数)(以上|左右|以下)?/g

/** 拨付时间缩短一半. */
const CHANGES_BY = /(?:缩短|减少|压减|压缩|精简|下降|降低|降)了?$/

const BEFORE_HALF: Record<string, Quantity['comparator']> = {
  超过: 'gt',
  超: 'gt',
  逾: 'gt',
  突破: 'gt',
  近: 'approx',
  接近: 'approx',
  约: 'approx',
  不足: 'lt',
  不到: 'lt',
}
const AFTER_HALF: Record<string, Quantity['comparator']> = { 以上: 'ge', 左右: 'approx', 以下: 'le' }

/** Doublings and halves of a text, in reading order for each kind. */
export function findMultiples(text: string): Quantity[] {
  const found: Quantity[] = []
  for (const match of text.matchAll(DOUBLING)) {
    const times = match[1] ? (parseInteger(match[1]) ?? 1) : 1
    found.push(plain(match.index, match[0].length, 2 ** times, '倍', 'mul', 'multiple'))
  }
  for (const match of text.matchAll(HALF)) {
    const [whole, ahead = '', over, behind = ''] = match
    const changes = CHANGES_BY.test(text.slice(Math.max(0, match.index - 5), match.index))
    if (!ahead && !over && !behind && !changes) continue
    const comparator = BEFORE_HALF[ahead] ?? AFTER_HALF[behind] ?? (over ? 'gt' : 'eq')
    found.push(plain(match.index, whole.length, 50, '%', comparator, 'share'))
  }
  return found
}

function plain(
  start: number,
  length: number,
  value: number,
  unit: string,
  comparator: Quantity['comparator'],
  unitClass: Quantity['unitClass'],
): Quantity {
  const end = start + length
  return {
    start,
    end,
    numberStart: start,
    unitEnd: end,
    value,
    value2: null,
    unit,
    unitClass,
    comparator,
    style: 'chinese',
    bareScale: false,
  }
}
