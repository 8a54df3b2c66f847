import { ROLE_END } from '../lexicons/roles.ts'
import {
  BARE_DEPARTMENT,
  CENTRAL_ORGAN,
  DEPARTMENTS,
  endsAsUnit,
  isPlace,
  looksLikeUnit,
  ONLY_PARTY,
  PARTY_OFFICE,
  SELF_CONTAINED,
} from '../lexicons/units.ts'

/** Splits a list at its commas outside brackets. */
export function splitList(list: string): string[] {
  const pieces: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i <= list.length; i++) {
    const char = list[i]
    if (char === '(') depth++
    else if (char === ')') depth = Math.max(0, depth - 1)
    else if (i === list.length || (depth === 0 && '、,;/'.includes(char!))) {
      pieces.push(list.slice(from, i))
      from = i + 1
    }
  }
  return joinEveryPlace(pieces.map((piece) => piece.trim()).filter(Boolean)).flatMap(splitAtBlanks)
}

/** 各市, 各地区 and 各乡 may go on with a comma: 各市、县(区)人民政府, 各乡镇、街道, 各县(市)委、政府 are one name. */
const RUNS_ON: readonly { before: RegExp; after: RegExp }[] = [
  {
    before: /^(?:沿海|全国)?各[^局委办厅]{0,10}[省市州县区地盟旗](?:\([^()]{1,6}\))?$/,
    after:
      /^(?:自治[区州县]|直辖市|[市县区旗州盟](?:\([^()]{1,8}\))?)+(?:(?:人民|党委)?政府|委|[^局厅委办]{0,8}部门)?(?:\([^()]{1,8}\))?$/,
  },
  { before: /^各[^局委办厅]{0,10}[镇乡]$/, after: /^(?:[镇乡]|街道)/ },
  { before: /[省市县区)]委$/, after: /^政府/ },
]

function joinEveryPlace(pieces: string[]): string[] {
  const joined: string[] = []
  for (const piece of pieces) {
    const previous = joined.at(-1)
    const place = withoutEtc(piece.replace(ROLE_END, ''))
    const runsOn =
      previous !== undefined && RUNS_ON.some(({ before, after }) => before.test(previous) && after.test(place))
    if (runsOn) joined[joined.length - 1] = `${previous}、${piece}`
    else joined.push(piece)
  }
  return joined
}

/** Units in a table cell stand on lines of their own; blanks inside a name are typesetting. */
function splitAtBlanks(piece: string): string[] {
  const words = piece.split(/\s+/)
  const areUnits = words.every((word) => word.replace(ROLE_END, '').split('会同').every(looksLikeUnit))
  return words.length > 1 && areUnits ? words : [words.join('')]
}

/** Splits at 和, 及, 与 where both sides are whole units: 人力资源和社会保障局 is one. */
export function splitAtAnd(piece: string): string[] {
  for (const match of piece.matchAll(/以及|和|及|与/g)) {
    const left = withoutEtc(piece.slice(0, match.index))
    const right = withoutEtc(piece.slice(match.index + match[0].length))
    // 各设区市及省直管县政府 share their end.
    const sharesEnd = /[省市县区州地盟旗](?:\([^()]{1,8}\))?$/.test(left) && /(?:政府|[市县区])$/.test(right)
    const isGroup = left.startsWith('各') && looksLikeUnit(left) && !sharesEnd
    if (!(endsAsUnit(left) || isPlace(left) || isGroup) || right.length < 2 || /党委$/.test(left)) continue
    if (looksLikeUnit(right) || /^(?:各|市|省|有关|相关)/.test(right)) return [left, ...splitAtAnd(right)]
  }
  return [piece]
}

/** Takes off what is no part of a name: connecting words before it, 等有关部门 after it, a star. */
export function bareName(piece: string): string {
  const name = piece
    .replace(/^[*★☆\s]+|[*★☆\s。.]+$/g, '')
    .replace(
      /^(?:(?:以上|上述)(?:[各该]项)?(?:工作|任务)?(?=由|请|[市省]))?(?:以及|及|并|由|请|会同|联合(?=[市省各])|和(?=[市省各]))?/,
      '',
    )
  return withoutEtc(name)
}

function withoutEtc(name: string): string {
  const at = name.lastIndexOf('等')
  if (at <= 0 || /^等(?:院|学|教|级|职)/.test(name.slice(at))) return name
  const before = name.slice(0, at)
  if (looksLikeUnit(before)) return before
  // 发展改革、财政等部门: the offices are named by their function.
  return name.slice(at + 1).endsWith('部门') ? `${before}部门` : before
}

interface Carry {
  prefix: string
  party: boolean
}

/**
 * Gives every name its prefix as a reader does: 市发展改革委、教育局 are 市发展改革委 and 市教育局;
 * 白云、越秀、天河区政府 are three district governments.
 */
export function expandNames(names: readonly string[]): string[] {
  const whole = expandSharedEnds(names)
  let carry: Carry = { prefix: '', party: false }
  return whole.map((name) => {
    const own = ownPrefix(name)
    if (own) {
      if (BARE_DEPARTMENT.test(name) || own.party) carry = own
      return name
    }
    return carry.prefix ? withPrefix(name, carry) : name
  })
}

/** The level or place that a name states itself: 市, 省, 某某市; null when it states none. */
function ownPrefix(name: string): Carry | null {
  // 国家能源局 speaks for the offices after it; 国家税务总局云湖市税务局 is an organ in one place.
  if (SELF_CONTAINED.test(name))
    return /^国家[^省市州县区]{2,10}[局委办]$/.test(name) ? { prefix: '国家', party: false } : null
  // 市场监管局 and 区域合作办 begin with a word, not with a level.
  const level = /^(?:兵团|自治区|自治州|市(?!场|政)|市(?=市场|政[府务协])|省|区(?!域)|县(?!域)|州|盟|旗)/.exec(
    name,
  )?.[0]
  if (level) return { prefix: level, party: name.startsWith(`${level}委`) && name.length > level.length + 1 }
  const place = /^[\u4e00-\u9fff]{2,7}?(?:省|自治区|自治州|市(?!场)|州|盟|新区|区|县|旗)/.exec(name)?.[0]
  if (!place || place.length >= name.length - 1) return null
  return { prefix: place, party: name.startsWith(`${place}委`) && !name.startsWith(`${place}委员`) }
}

const NATIONAL =
  /^(?:能源|知识产权|数据|统计|药监|药品监督管理|林草|林业和草原|中医药|疾控|铁路|民航|邮政|文物|粮食和储备|粮食和物资储备|外专|医保|税务|消防救援|移民|航天|原子能|海洋)局$/

function withPrefix(name: string, { prefix, party }: Carry): string {
  if (!BARE_DEPARTMENT.test(name) || SELF_CONTAINED.test(name)) return name
  if (prefix === '国家') return NATIONAL.test(name) ? `国家${name}` : name
  const organ = CENTRAL_ORGAN.exec(name)
  if (organ && organ.index > 0 && !name.startsWith('地方') && !/^(?:市场|药品|食品|国资)/.test(name)) return name
  const isParty = ONLY_PARTY.test(name) || (party && PARTY_OFFICE.test(name))
  return isParty ? `${prefix}委${name}` : prefix + name
}

const ZONE = '新|开发|经开|高新|示范|试验|功能|度假|保税|综保|合作|园|产业'

/** What a place shares with the next of its kind: a district has a government, a zone a committee. */
const SHARED_ENDS: readonly { place: RegExp; next: RegExp }[] = [
  { place: new RegExp(`(?:[市县州旗]|新区|(?<!${ZONE})区)$`), next: /[市区县州旗]((?:人民)?政府)$/ },
  { place: new RegExp(`(?:${ZONE})区$|园$`), next: /[区园](管委会|管理委员会)$/ },
  { place: /街道$/, next: /街道(办事处)$/ },
  { place: /[镇乡]$/, next: /[镇乡]((?:人民)?政府)$/ },
]

/** 江口县、陶源县政府 are two governments. */
function sharedEnd(name: string, next: string): string {
  if (!/^(?![各有相])[\u4e00-\u9fff]{2,12}$/.test(name) || /^[各有相]/.test(next)) return ''
  for (const shared of SHARED_ENDS) {
    const end = shared.place.test(name) ? shared.next.exec(next)?.[1] : undefined
    if (end) return end
  }
  return ''
}

/** 白云、越秀区政府: names without an end take that of the next one that has it. */
function expandSharedEnds(names: readonly string[]): string[] {
  const whole = [...names]
  for (let i = whole.length - 2; i >= 0; i--) {
    const name = whole[i]!
    const next = whole[i + 1]!
    const end = sharedEnd(name, next)
    if (end) whole[i] = name + end
    if (end || looksLikeUnit(name)) continue
    const place = /^[\u4e00-\u9fff]{2,6}?((?:区|市|县|州|旗|街道|镇)(?:委[区市县]?)?(?:人民)?(?:政府|管委会)?)$/.exec(
      next,
    )
    if (place && /^[\u4e00-\u9fff]{2,4}$/.test(name) && !next.startsWith('各')) whole[i] = name + place[1]!
    else if (DEPARTMENTS.test(next) && !next.startsWith('各') && /^[\u4e00-\u9fff]{2,12}$/.test(name))
      whole[i] = `${name}部门`
  }
  return whole
}
