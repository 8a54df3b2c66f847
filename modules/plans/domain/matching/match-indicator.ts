import { unitsFit } from '@opensti/regions/measures'

export interface KnownIndicator {
  code: string
  /** Every name it goes by, in Chinese. */
  names: readonly string[]
  unit: string
}

export interface IndicatorMatch {
  code: string | null
  certainty: 'same' | 'likely' | 'none'
}

/** Share of common pairs of characters from which two names are taken for the same thing; found by trying, see the test. */
const likelyFrom = 0.62

interface KnownName extends ReadName {
  code: string
  unit: string
  pairs: Set<string>
}

/** How many different names are remembered while one document is read; papers repeat themselves. */
const remembered = 20_000

/**
 * Answers which known indicator a document's words mean, if any. Only indicators whose unit fits are considered,
 * so that enterprises are never taken for applications, however alike the words are; nor is a change, a place, an
 * increase or the share of one district ever taken for the level of the whole. Without a unit the name is of a multiple.
 */
export function indicatorMatcher(known: readonly KnownIndicator[]): (name: string, unit: string) => IndicatorMatch {
  const names = known.flatMap(({ code, unit, names }) =>
    names.map((name): KnownName => {
      const there = read(name)
      return { ...there, code, unit, pairs: pairs(there.core) }
    }),
  )
  const answers = new Map<string, IndicatorMatch>()
  return (name, unit) => {
    const key = `${unit} ${name}`
    let answer = answers.get(key)
    if (!answer) {
      if (answers.size >= remembered) answers.clear()
      answer = match(name, unit, names)
      answers.set(key, answer)
    }
    return answer
  }
}

function match(name: string, unit: string, known: readonly KnownName[]): IndicatorMatch {
  const wanted = read(unit === '' ? name.replace(/(?:为.*的倍数|翻番|倍数)$/, '') : name)
  if (wanted.core === '') return { code: null, certainty: 'none' }
  const own = pairs(wanted.core)
  let best: { code: string; score: number } | null = null
  for (const there of known) {
    if (there.role !== wanted.role || (unit !== '' && !unitsFit(unit, there.unit))) continue
    if (there.core === wanted.core) return { code: there.code, certainty: 'same' }
    if (!comparable(wanted.core, there.core)) continue
    const score = likeness(own, there.pairs)
    if (score >= likelyFrom && (best === null || score > best.score)) best = { code: there.code, score }
  }
  return best ? { code: best.code, certainty: 'likely' } : { code: null, certainty: 'none' }
}

interface ReadName {
  /** A level, the change of one, a place in an order, or what was added. */
  role: 'level' | 'change' | 'place' | 'added'
  /** The name without its frame, in one spelling. */
  core: string
}

const change =
  /(?:增加[额数]?|减少[额数]?|增长率?|增长速度|增速|增幅|减幅|降幅|涨幅|提高|提升|下降|上升|前移|前进|压缩|缩短|差距|还差|放大)$|(?:高于|低于|快于|多于|少于).+$|比.{1,6}[快慢高低]$/
const added = /^(?:累计)?(?:新增|净增|新建|新认定|新设立?|新备案|新获批|新组建)|(?:新增|净增)[数量]?$/
/** Words that say where, since when or how much, but not what. */
const frame =
  /(?:全市|全省|全区|全县|我市|我省|本市|全社会|各类|累计|总数量|总数|数量|总量|总额|规模(?!以)|达到|达|拥有|建成)/g

function read(name: string): ReadName {
  const bare = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(]上年[)]$/, '')
    .replace(/[\s"“”'()《》〈〉、,,。·\-—的]/g, '')
  const role = change.test(bare)
    ? 'change'
    : /(?:排名|位次|名次)$/.test(bare)
      ? 'place'
      : added.test(bare)
        ? 'added'
        : 'level'
  const plain = respell(role === 'added' ? bare.replace(/新增|净增/g, '') : bare)
  const stripped = plain.replace(frame, '').replace(/[数量]$/, '')
  // 新建 and 新认定 stay in the core: only 新增 and 净增 are one word for the same.
  return { role, core: stripped === '' ? plain : stripped }
}

/** One spelling for what papers call by several names. */
function respell(name: string): string {
  return name
    .replaceAll('规上', '规模以上')
    .replace(/地区生产总值|国内生产总值/g, 'gdp')
    .replace(
      /(?:r&d|研究与试验发展|研发)(?:经费)?(?:支出|投入)?(?:经费)?(?!人员|机构|活动|费用|中心|平台|项目|床位)/g,
      '研发经费',
    )
    .replace(/(?:比重|比例)$/, '占比')
    .replace(/(国家|省|市)级(?!以)/g, '$1')
    .replace(/(?:评价)?入库[数量]?$/, '')
}

/** Words of a stage on the way, of which both names must have the same. */
const stages = [
  '申报',
  '通过',
  '培育',
  '后备',
  '毕业',
  '在孵',
  '入库',
  '以上',
  '国家',
  '省',
  '市',
  '企业牵头',
  '新建',
  '新认定',
] as const

/** Of one district, county, town or park. */
const place = /(?<!地|示范|集聚)[区县镇]|(?<!城|上|在)市(?!场|值)/

/** Names that may mean the same: the same head noun, the same stage and level, and neither of them of one place alone. */
function comparable(one: string, other: string): boolean {
  if (one.slice(-2) !== other.slice(-2) || place.test(one) !== place.test(other)) return false
  return stages.every((stage) => one.includes(stage) === other.includes(stage))
}

/** Dice coefficient over pairs of neighbouring characters: 1 for the same name, 0 for nothing in common. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0
  let common = 0
  for (const pair of left) if (right.has(pair)) common += 1
  return (2 * common) / (left.size + right.size)
}

function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at + 1 < text.length; at += 1) found.add(text.slice(at, at + 2))
  return found
}
