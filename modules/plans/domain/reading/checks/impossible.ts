import type { Check } from '../model.ts'
import { finding } from './note.ts'
import type { Paragraph } from './numbers.ts'

const FOUR_DIGITS = /(?<![\d.\u066cA-Za-z〔+-])(\d{4})(?=年(?!历史|前|以上)|[-—–~至](?:19|20)\d\d年?)/g
const RANGE_END = /(?<=(?:19|20)\d\d[-—–~至])(\d{4})(?=年|\))/g
const LEADING_ZERO = /(?<![\d.\u066cA-Za-z〔+-])0\d+(?=[家项个件人名位场%亿万])/g

/** Years no plan can mean and counts no one writes: 3015年, 018家. Round thousands are spans (2200年), not years. */
export function checkImpossible({ text, start }: Paragraph): Check[] {
  const checks: Check[] = []
  for (const match of [...text.matchAll(FOUR_DIGITS), ...text.matchAll(RANGE_END)]) {
    const year = Number(match[1])
    if ((year >= 1800 && year <= 2100) || year % 50 === 0) continue
    checks.push(impossible(start + match.index, match[1]!, '年份', 'year'))
  }
  for (const match of text.matchAll(LEADING_ZERO)) {
    checks.push(impossible(start + match.index, match[0], '数字', 'number'))
  }
  return checks
}

function impossible(at: number, written: string, zh: string, en: string): Check {
  return finding('count', 'contradicts', [{ start: at, end: at + written.length }], written, {
    zh: `${zh}“${written}”不可能，请核对原件。`,
    en: `"${written}" cannot be a ${en} here: check the original.`,
  })
}
