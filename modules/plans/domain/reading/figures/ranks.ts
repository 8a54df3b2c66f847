import type { Comparator } from '../model.ts'
import { parseInteger } from './numerals.ts'
import type { Quantity } from './quantities.ts'

/**
 * Places in a comparison: 居全省第一, 位列95名, 跃居首位, 进入前10, 仅次于北京, 授信规模全国最大.
 * 第一 is a rank only where a place is spoken of; 第一产业, 第一批, 第一家 are masked before.
 */

const NUMBER = '[一二两三四五六七八九十百\\d]{1,4}'
const TAKES_PLACE = '(?:居|列|排名?|位次?|名次?|占|升|跃|进|跻身?|保持|获|夺|登|据|前移|提升|上升|由|从|至|到)'
const SCOPE =
  '(?:全国|全省|全市|全区|全球|世界|亚洲|国内|省内|省会城市|城市|地级市|同类|西部|中部|东部|北部|[\\u4e00-\\u9fff]三角|[\\u4e00-\\u9fff][东西南北]{2,3}|[省市区州]|中|第\\S{1,3}[、和])'
const STOP = '(?=[,。;:、()!]|$|和|与|且|并|及| )'

const ORDINAL = new RegExp(`第(${NUMBER}) ?(?:(位|名)(?!额|单|次|院士|书记|者|责任)|${STOP})`, 'g')
const ORDINAL_CONTEXT = new RegExp(`${TAKES_PLACE}[^,。;]{0,30}$|${SCOPE}$`)
const FIRST = /(?:首位(?!度)|榜首|之首|头名|魁首|居首(?=[,。;、)]|$))/g
const FIRST_CONTEXT = /(?:居|列|排|登|占|据|跃|升|位)[^,。;]{0,30}$/
const NOT_A_RANK = /(?:放在|摆在|置于|放到|摆到)[^,。;]{0,8}$/
const TOP = new RegExp(
  `(?:居|列|排名?|位|达到?|处于|进入?|跻身|挺进|迈入|迈进|保持|升至|升到|入围|名列|闯入|冲刺)[^,。;◇\\d]{0,24}?前(${NUMBER})(位|名|强|%)?(?=[,。;:、()!]|$|行列|之列|以内|的|且|和|与|并|水平)`,
  'g',
)
const PLAIN =
  /(?:位列|排名|名列|排在?|位居|列|居)(?:全[国省市球区]|世界|国内)?[^,。;\d第前]{0,12}(\d{1,4}) ?(名|位)(?!次|于)/g
const SUPERLATIVE =
  /(?:全国|全省|全市|全球|世界|国内|亚洲|省内|全区)(?:规模)?(最大|最多|最高|最快|最优|最长)(?=[,。;)]|$)/g
const ONLY_AFTER = /(?:仅次于|紧随)([^,。;()]{1,40})/g

/** Ranks of a veiled text, in reading order. */
export function findRanks(text: string): Quantity[] {
  const found: Quantity[] = []
  for (const match of text.matchAll(ORDINAL)) {
    const head = text.slice(Math.max(0, match.index - 34), match.index)
    if (!match[2] && !ORDINAL_CONTEXT.test(head)) continue
    push(found, match.index, match[0].trimEnd().length, match[1] ?? '', match[2], 'eq')
  }
  for (const match of text.matchAll(FIRST)) {
    const head = text.slice(Math.max(0, match.index - 34), match.index + 1)
    if (!FIRST_CONTEXT.test(head) || NOT_A_RANK.test(head.slice(0, -1))) continue
    push(found, match.index, match[0].length, '1', '位', 'eq')
  }
  for (const match of text.matchAll(TOP)) {
    const written = `前${match[1]}${match[2] ?? ''}`
    const unit = match[2] === '强' ? '位' : match[2]
    push(found, match.index + match[0].lastIndexOf(written), written.length, match[1] ?? '', unit, 'le')
  }
  for (const match of text.matchAll(PLAIN)) {
    const written = match[0].slice(match[0].search(/\d/))
    push(found, match.index + match[0].length - written.length, written.length, match[1] ?? '', match[2], 'eq')
  }
  for (const match of text.matchAll(SUPERLATIVE)) push(found, match.index, match[0].length, '1', '位', 'eq')
  found.sort((a, b) => a.start - b.start)
  for (const match of text.matchAll(ONLY_AFTER)) {
    // 居全国第二,仅次于北京 explains a rank that is already said.
    const said = found.some((rank) => rank.end <= match.index && match.index - rank.end <= 3)
    if (said) continue
    const place = (match[1] ?? '').split(/[、和]/).length + 1
    push(found, match.index, match[0].length, String(place), '位', 'eq')
  }
  return found.sort((a, b) => a.start - b.start)
}

function push(
  found: Quantity[],
  start: number,
  length: number,
  number: string,
  unit: string | undefined,
  comparator: Comparator,
): void {
  const value = parseInteger(number)
  const end = start + length
  if (value === null || value === 0 || found.some((other) => other.start < end && start < other.end)) return
  const unitClass = unit === '%' ? 'share' : 'place'
  found.push({
    start,
    end,
    numberStart: start,
    unitEnd: end,
    value,
    value2: null,
    unit: unit ?? '位',
    unitClass,
    comparator,
    style: 'chinese',
    bareScale: false,
  })
}
