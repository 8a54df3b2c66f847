import { parseInteger } from '../figures/numerals.ts'
import type { Check, CheckResult, Place } from '../model.ts'
import { finding } from './note.ts'
import type { Paragraph } from './numbers.ts'

const COUNT = '[一二三四五六七八九十两]{1,3}|\\d{1,3}'
/** Rank and the list of those before it, in neighbouring clauses. */
const AFTER_LIST = new RegExp(
  `(?:第(${COUNT})位?|(首位|之首|榜首))[^,。;]{0,6},(?:(?:仅|位)次于|(?:排名?|位列|居|列|仅排|仅列)(?:在|于)?)([^,。;\\d]{1,40}?)(之后)?(?=[,。;)]|$)`,
  'g',
)
const LIST_FIRST = new RegExp(
  `仅次于([^,。;\\d]{1,30}?),(?:[^,。;]{0,8})(?:居|列|排名?|位居)[^,。;]{0,10}第(${COUNT})`,
  'g',
)
const MOVE = new RegExp(
  `(?:由|从)[^,。;]{0,12}?第(${COUNT})[位名]?,?(上升|提升|跃升|前移|晋升|升|下降|跌|后移|下滑|滑落|降)(?:到|至|为)[^,。;]{0,8}?第(${COUNT})[位名]?`,
  'g',
)
const SCOPE = /全国|全省|全市|全球|世界|全区/g
const WITHIN = new RegExp(`([^,。;()]{0,30})前(${COUNT})(?:位|名|强)?\\(([^()]{4,80})\\)`, 'g')

/** Ranks against the words that explain them: those named before it, the direction it moved, the bracket behind it. */
export function checkRanks({ text, start }: Paragraph): Check[] {
  if (!/第|首|仅次于/.test(text)) return []
  const at = (index: number, length: number): Place => ({ start: start + index, end: start + index + length })
  const checks: Check[] = []
  for (const match of text.matchAll(AFTER_LIST)) {
    const [all, rank, , list, end] = match
    if (!end && !all.includes('次于')) continue
    checks.push(...listCheck(rank ? findRank(rank) : 1, list!, at(match.index, all.length)))
  }
  for (const match of text.matchAll(LIST_FIRST)) {
    checks.push(...listCheck(findRank(match[2]!), match[1]!, at(match.index, match[0].length)))
  }
  for (const match of text.matchAll(MOVE)) checks.push(moveCheck(match, at(match.index, match[0].length)))
  for (const match of text.matchAll(WITHIN)) checks.push(...withinChecks(match, at(match.index, match[0].length)))
  return checks
}

/** Names run together without 、 (京沪, 广深, 北京上海) hide how many they are. */
const RUN_TOGETHER =
  /^[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台广深穗莞佛杭甬锡蓉汉]{2,}$|^[^省市区县州盟]{4,}$|等/

function listCheck(rank: number | null, list: string, place: Place): Check[] {
  const names = list.split(/、|和|与|及/).filter(Boolean)
  const expected = names.length + 1
  if (rank !== expected && names.some((name) => RUN_TOGETHER.test(name))) return []
  const note = {
    zh: `列在前面的有${names.length}个(${names.join('、')})，名次应为第${expected}，文中写第${rank}`,
    en: `${names.length} named ahead make it number ${expected}; the text says ${rank}`,
  }
  return [result(rank === expected, [place], `${names.length} + 1 = ${expected}`, expected, rank, note)]
}

function moveCheck(match: RegExpMatchArray, place: Place): Check {
  const [from, to] = [Number(findRank(match[1]!)), Number(findRank(match[3]!))]
  const up = /升|前移/.test(match[2]!)
  return result(up ? to < from : to > from, [place], `${from} → ${to}`, null, to, {
    zh: `名次由第${from}变为第${to}，文中说“${match[2]}”`,
    en: `The rank goes from ${from} to ${to}; the text calls it "${up ? 'rise' : 'fall'}"`,
  })
}

function withinChecks(match: RegExpMatchArray, place: Place): Check[] {
  const limit = findRank(match[2]!)
  // 居全省前三(全国第八): a rank in another field of comparison proves nothing.
  if ((match[3]!.match(SCOPE) ?? []).some((scope) => !match[1]!.includes(scope))) return []
  const ranks = [...match[3]!.matchAll(new RegExp(`第(${COUNT})`, 'g'))].map((rank) => findRank(rank[1]!))
  if (!limit || ranks.length === 0) return []
  const worst = Math.max(...ranks.map(Number))
  return [
    result(worst <= limit, [place], `${worst} ≤ ${limit}`, limit, worst, {
      zh: `文中说居前${limit}，括号内名次最低为第${worst}`,
      en: `Said to be within the first ${limit}; the lowest rank in the bracket is ${worst}`,
    }),
  ]
}

function findRank(written: string): number | null {
  return /^\d+$/.test(written) ? Number(written) : parseInteger(written)
}

function result(
  ok: boolean,
  places: Place[],
  formula: string,
  expected: number | null,
  found: number | null,
  note: { zh: string; en: string },
): Check {
  const verdict: CheckResult = ok ? 'holds' : 'contradicts'
  const message = ok
    ? { zh: `${note.zh}，相符。`, en: `${note.en}, which agrees.` }
    : { zh: `${note.zh}，不符，请核对原件。`, en: `${note.en}, which does not agree: check the original.` }
  return finding('rank', verdict, places, formula, message, { expected, found })
}
