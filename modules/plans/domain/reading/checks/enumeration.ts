import { parseInteger } from '../figures/numerals.ts'
import type { Check, Place } from '../model.ts'
import { finding } from './note.ts'
import type { Paragraph } from './numbers.ts'

/** A list joined by 、 that ends in a count of its items: 研发、中试、生产三个阶段. */
const LISTED =
  /(?<=^|[,。;:“”)》年])([^,。;:“”()\d]{1,60}?、[^,。;:“”()\d]{1,90}?)([二三四五六七八九十]|\d|1\d)(个(?!月|百分)|大|类(?!别)|种|级|市(?!场)|地(?!区)|省|方面|环节)(?!以上|左右|多)/g
/** A verb between list and count begins something new: 支持企业、高校建设3个平台. */
const VERB =
  /(建设|建成|新建|引进|新增|设立|组建|培育|支持|推动|开展|完成|获|达|共|有|实施|打造|建立|举办|落户|认定|承担|投入|覆盖|服务$|给予|入选|成功|创建|各|每|分别|等|第|前|近|约|超|新|为|成|出|在|是|至|到|布局|划分|形成|选|派|增|余|多|个|下设|共同|十|百|千|万)$/
/** Words that show a verb inside the last item. */
const CLAUSE =
  /(等|了|构建|组建|建设|建成|新建|引进|新增|设立|培育|支持|推动|推进|开展|完成|获得|达到|共有|拥有|实施|打造|建立|举办|落户|认定|承担|投入|覆盖|给予|入选|创建|每|分别|形成|围绕|领域|促进|加快|成为|集聚|聚焦)/
/** “2个80%”,即…80%,…80%: the name counts values that follow. */
const NAMED_VALUES = /“(\d)个(\d{1,3}%)”,?即([^。]{4,160})/g

/** Counts of listed things against the list itself. */
export function checkEnumerations({ text, start }: Paragraph): Check[] {
  const checks: Check[] = []
  for (const match of text.matchAll(LISTED)) {
    const [all, list, written] = match
    const place = { start: start + match.index, end: start + match.index + all.length }
    const check = checkList(list!, parseInteger(written!), place)
    if (check) checks.push(check)
  }
  for (const match of text.matchAll(NAMED_VALUES)) {
    const named = match[3]!.match(/\d+%/g) ?? []
    const place = { start: start + match.index, end: start + match.index + match[0].length }
    const equal = named.filter((value) => value === match[2]).length
    checks.push(countCheck(Number(match[1]), equal === named.length ? equal : Number.NaN, named.join(', '), place))
  }
  return checks
}

function checkList(list: string, stated: number | null, place: Place): Check | null {
  if (
    stated === null ||
    VERB.test(list) ||
    /[一二三四五六七八九十百千万]/.test(list) ||
    CLAUSE.test(list.slice(list.lastIndexOf('、')))
  )
    return null
  const items = list.split('、')
  if (items.length < 2 || items.some((item) => item.length < 1 || item.length > 24)) return null
  // 和 and 及 may join two items or stand inside a name: both readings are allowed.
  const joined = items.at(-1)!.split(/以及|和|与|及/).length - 1
  const fewest = items.length
  const most = items.length + joined
  // 江苏、浙江1个…: a short list may describe one thing.
  if (most < 3 || (stated < 2 && fewest < 4)) return null
  return stated >= fewest && stated <= most
    ? countCheck(stated, stated, `${stated}`, place)
    : countCheck(stated, joined ? most : fewest, `${joined ? most : fewest}`, place)
}

function countCheck(stated: number, listed: number, formula: string, place: Place): Check {
  const ok = stated === listed
  const shown = Number.isNaN(listed)
    ? { zh: '所列数值不一', en: 'the values differ' }
    : { zh: `列出${listed}个`, en: `${listed} are listed` }
  return finding(
    'count',
    ok ? 'holds' : 'contradicts',
    [place],
    `${formula} ${ok ? '=' : '≠'} ${stated}`,
    {
      zh: `文中说${stated}个，${shown.zh}${ok ? '，相符。' : '，不符，请核对原件。'}`,
      en: `The text says ${stated}, ${shown.en}${ok ? '.' : ': check the original.'}`,
    },
    { expected: Number.isNaN(listed) ? null : listed, found: stated },
  )
}
