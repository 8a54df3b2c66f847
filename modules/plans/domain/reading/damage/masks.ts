import type { Damage } from '../model.ts'
import { maskedValue, maskedYear, unreadable } from './messages.ts'

const MASK = '(?:[xX\u00d7]{2}|\\*{2}|_{2,4}|□{2}|■{2}|○{2}|●{2}|﹡{2})'

/** 20xx年, 20××年, ××××年, (-2025年). */
const MASKED_YEAR = new RegExp(
  `(?:(?:19|20)${MASK}|(?<![0-9A-Za-z\u00d7*_])${MASK}{1,2})\\s*年(?!度?会)|(?<=\\()\\s*[-—–~至]\\s*(?:19|20)\\d{2}\\s*年(?=\\))|(?<=[,。;]|^)\\s*至?[-—–]\\s*(?:19|20)\\d{2}年(?=底|末|[,，])`,
  'g',
)

const COUNTED = '家|个|项|件|人|名|亿元|万元|亿|万|元|%|倍|位|台|套|平方米|公里|亩|户|篇|批|次|所|座|吨|辆|场|支|户|条'

/** XX家, ××亿元, **%. */
const MASKED_VALUE = new RegExp(
  `(?<![0-9A-Za-z\u00d7*_×□○])(?:[xX\u00d7]{1,4}|\\*{2,4}|_{2,8}|□{1,4}|■{1,4}|○{2,4})(?:\\.[xX\u00d7]{1,2})?\\s*(?:多|余)?(?:${COUNTED})`,
  'g',
)

/** Replacement characters, and UTF-8 that was read as GBK (锟斤拷) or as Latin-1. */
const UNREADABLE = /\ufffd+|(?:锟斤拷)+|(?:烫{3,})|(?:屯{3,})|(?:[\u00c3\u00c2\u00e4-\u00e9][\u0080-\u00bf]{1,2}){3,}/g

export function findMasks(text: string, folded: string): Damage[] {
  const at = (match: RegExpMatchArray) => text.slice(match.index!, match.index! + match[0].length)
  return [
    ...[...folded.matchAll(MASKED_YEAR)].map((match) => maskedYear(match.index, at(match))),
    ...[...folded.matchAll(MASKED_VALUE)].map((match) => maskedValue(match.index, at(match))),
    ...[...text.matchAll(UNREADABLE)].map((match) => unreadable(match.index, at(match))),
  ]
}
