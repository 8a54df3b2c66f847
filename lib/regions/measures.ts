/**
 * Units of measure that plans use. Two units fit together when they count the same kind of thing;
 * enterprises (家) and applications (件) never do, however alike the numbers look.
 */
export interface Measure {
  dimensions: readonly string[]
  /** How many of the plainest unit of its dimension it is: 万家 is 10,000 家. */
  factor: number
}

const measures = new Map<string, Measure>()
const add = (dimensions: readonly string[], units: Record<string, number>) => {
  for (const [unit, factor] of Object.entries(units)) measures.set(unit, { dimensions, factor })
}

add(['body'], { 家: 1, 万家: 10_000, 支: 1, '家(项)': 1 })
add(['body', 'thing'], { 个: 1, 万个: 10_000, 大: 1 })
add(['thing'], { 项: 1, 件: 1, 万件: 10_000, 篇: 1, '篇(幅)': 1, 份: 1, 台: 1, 座: 1 })
add(['person'], { 人: 1, 万人: 10_000, 名: 1 })
measures.set('名', { dimensions: ['person', 'rank'], factor: 1 })
add(['rank'], { 位: 1 })
add(['attendance'], { 人次: 1, 万人次: 10_000 })
add(['person-year'], { 人年: 1, 万人年: 10_000 })
add(['occasion'], { 场: 1, 次: 1, 期: 1, 批次: 1 })
add(['time'], { 天: 1, 年: 365 })
add(['money'], { 元: 1, 万元: 1e4, 亿元: 1e8, 万亿元: 1e12 })
add(['area'], { 平方米: 1, 万平方米: 1e4, 平方公里: 1e6 })
add(['share'], { '%': 1 })
add(['point'], { 百分点: 1, 个百分点: 1 })
add(['multiple'], { 倍: 1 })
add(['energy-intensity'], { '吨标准煤/万元': 1 })
add(['yes-no'], { 是否: 1 })

export function findMeasure(unit: string): Measure | undefined {
  return measures.get(unit)
}

export function knownUnits(): string[] {
  return [...measures.keys()]
}

/** True when a figure in one unit can be set against a figure in the other. Unknown units only fit themselves. */
export function unitsFit(one: string, other: string): boolean {
  if (one === other) return true
  const [left, right] = [measures.get(one), measures.get(other)]
  return Boolean(left && right && left.dimensions.some((dimension) => right.dimensions.includes(dimension)))
}

/** The same amount in another unit: 20 万家 in 家 is 200,000. Throws where the two do not fit. */
export function inUnit(value: number, from: string, to: string): number {
  if (from === to) return value
  const [left, right] = [measures.get(from), measures.get(to)]
  if (!left || !right || !unitsFit(from, to)) throw new RangeError(`${from} cannot be turned into ${to}`)
  return Number(((value * left.factor) / right.factor).toPrecision(15))
}
