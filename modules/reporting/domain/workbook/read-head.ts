import type { Frequency } from '../periods.ts'
import { measureOf } from './measures.ts'

/** What a heading says of the figures below or beside it. */
export interface HeadReading {
  kind: 'figures' | 'total' | 'measure' | 'unit' | 'other'
  period: string | null
  nature: 'working' | 'statistical' | null
}

const compared = /同比|环比|增减|增长|增幅|增速|±|比上|完成率|进度|排名|位次/
const aside = /备注|说明|序号|编号|代码|目标|计划|任务数|来源|联系|序 号/
const yearBefore = /上年同期|去年同期|上年同季|上年同月|同期数?$/
const before = /上期|上季|上月|上一期|期初/
const now = /本期|本季|本月|本年|当期|当月|实际|完成|报告期|数值|数量|累计|期末|填报数|^数$|^值$/

/** Reads the words above a column, or beside a row. */
export function readHead(text: string, frequency: Frequency): HeadReading {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  const nature = /统计(数|口径|部门)/.test(plain) ? 'statistical' : /工作(数|口径)/.test(plain) ? 'working' : null
  const figures = (period: string | null): HeadReading => ({ kind: 'figures', period, nature })
  const nothing = (kind: HeadReading['kind']): HeadReading => ({ kind, period: null, nature })
  if (/^(计量)?单位$|计量单位/.test(plain)) return nothing('measure')
  if (/(责任|填报|报送|牵头|来源|数据)(单位|部门)/.test(plain)) return nothing('unit')
  if (compared.test(plain) || aside.test(plain)) return nothing('other')
  if (yearBefore.test(plain)) return figures('year-before')
  if (before.test(plain)) return figures('before')
  const part = partOfYear(plain, frequency)
  if (part) return figures(part)
  if (now.test(plain)) return figures('now')
  if (/合计|总计|小计/.test(plain)) return nothing('total')
  return nothing('other')
}

/** A heading such as 一季度 or 3月 where the form has one column for each period of a year. */
function partOfYear(plain: string, frequency: Frequency): string | null {
  const quarter = /第?([一二三四1-4])季度/.exec(plain)
  if (quarter && frequency === 'quarterly') return `Q${'一二三四'.indexOf(quarter[1]!) + 1 || quarter[1]}`
  const month = /^(\d{1,2})月/.exec(plain)
  if (month && frequency === 'monthly') return month[1]!.padStart(2, '0')
  if (frequency === 'half-yearly' && /[上下]半年/.test(plain)) return plain.includes('上半年') ? 'H1' : 'H2'
  return null
}

/** A line such as （单位：亿元） that holds for a whole sheet. */
export function sheetMeasure(text: string): string | null {
  const found = /^[(（]?\s*(?:计量)?单位\s*[:：]\s*([^()（）]{1,20}?)\s*[)）]?$/.exec(text.trim())
  return found && measureOf(found[1]!).base !== '' ? found[1]! : null
}
