import { isUnnamed } from '../lexicons/units.ts'
import { foldWidth } from '../text/fold-width.ts'

/** A region's own unit with every name it has or had. */
export interface LexiconUnit {
  id: string
  /** Full names, present and former. */
  names: readonly string[]
  shortForms: readonly string[]
}

export interface UnitMatch {
  name: string
  /** Null when nobody or more than one unit could be meant. */
  id: string | null
  reason: 'name' | 'short-form' | 'same-function' | 'ambiguous' | 'group' | 'unknown'
}

/**
 * Finds the region's units behind the names of a task. Names and short forms must be equal; failing that, they may
 * differ in how an office is written (市发改委, 市发展和改革委员会), in the place before it, or in its level.
 */
export function matchUnits(names: readonly string[], lexicon: readonly LexiconUnit[]): UnitMatch[] {
  const indexes = [
    { reason: 'name', index: indexBy(lexicon, (unit) => unit.names.map(plain)) },
    { reason: 'short-form', index: indexBy(lexicon, (unit) => unit.shortForms.map(plain)) },
    { reason: 'same-function', index: indexBy(lexicon, (unit) => [...unit.names, ...unit.shortForms].map(withLevel)) },
    { reason: 'same-function', index: indexBy(lexicon, (unit) => [...unit.names, ...unit.shortForms].map(function_)) },
  ] as const
  const keys = [plain, plain, withLevel, function_] as const
  return names.map((name) => {
    for (const [i, { reason, index }] of indexes.entries()) {
      const ids = index.get(keys[i]!(name))
      if (ids?.size === 1) return { name, id: [...ids][0]!, reason }
      if (ids) return { name, id: null, reason: 'ambiguous' }
    }
    return { name, id: null, reason: isGroup(name) ? 'group' : 'unknown' }
  })
}

function indexBy(lexicon: readonly LexiconUnit[], keysOf: (unit: LexiconUnit) => string[]): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>()
  for (const unit of lexicon) {
    for (const key of keysOf(unit)) index.set(key, (index.get(key) ?? new Set()).add(unit.id))
  }
  return index
}

/** 各区政府 and 有关部门 are many. */
function isGroup(name: string): boolean {
  return /^各|[一二三四五六七八九十\d]+(?:市|区|县)/.test(name) || isUnnamed(name)
}

function plain(name: string): string {
  return foldWidth(name).replace(/\s/g, '')
}

/** How offices are shortened; longer forms first. */
const SHORTENED: readonly [RegExp, string][] = [
  [/\(.*\)$/, ''],
  [/人民政府/, '政府'],
  [/办公厅$|办公室$/, '办'],
  [/管理委员会$/, '管委会'],
  [/发展和改革|发展与改革|发展改革/, '发改'],
  [/科学技术/, '科技'],
  [/工业和信息化|工业信息化|经济和信息化|工业与信息化/, '工信'],
  [/人力资源和社会保障|人力资源社会保障|人力资源与社会保障/, '人社'],
  [/住房和城乡建设|住房城乡建设/, '住建'],
  [/国有资产监督管理/, '国资'],
  [/卫生和计划生育|卫生计生/, '卫计'],
  [/卫生健康/, '卫健'],
  [/市场监督管理/, '市场监管'],
  [/地方金融监督管理/, '地方金融监管'],
  [/食品药品监督管理/, '食品药品监管'],
  [/安全生产监督管理/, '安全监管'],
  [/质量技术监督/, '质监'],
  [/工商行政管理/, '工商'],
  [/政务服务(?:和)?数据管理/, '政务服务数据'],
  [/规划和自然资源/, '规划自然资源'],
  [/委员会/, '委'],
  [/(?<=.{2})(?:管理)?(?=局$)/, ''],
  [/和|与/, ''],
]

function withLevel(name: string): string {
  let short = plain(name)
  for (const [form, shorter] of SHORTENED) short = short.replace(form, shorter)
  // 某某市科技局 is 市科技局 in the papers of that city.
  return short.replace(/^[\u4e00-\u9fff]{1,7}?(?=(?:自治区|自治州|省|市(?!场)|县|州|盟)[\u4e00-\u9fff]{2})/, '')
}

/** The function alone: 科技局, whatever the level. */
function function_(name: string): string {
  return withLevel(name).replace(
    /^(?:自治区|自治州|省|市(?!场)|市(?=市场)|区(?!域)|县|州|盟)委?(?=[\u4e00-\u9fff]{2})/,
    '',
  )
}
