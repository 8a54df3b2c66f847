import type { Paragraph, Quantity } from './numbers.ts'

const INCREASE = /(净增|新增|增加|新认定|新培育|新引进|新设立|新建成)(?!值|至|到|为)/
const TOTAL = /(累计|总数|总量|总计|保有量|存量|增至|达到|达|共有|拥有)/
const EARLIER = /((?:19|20)\d\d年|上年|去年|前一年|上一年|年初|同期)/

/** The number is an increase (净增, 新增), not the total after it. */
export function isIncrease(quantity: Quantity): boolean {
  return INCREASE.test(quantity.label) && !/(累计|总数|总量)/.test(quantity.label)
}

/** The number is a running total (累计, 总数). */
export function isTotal(quantity: Quantity): boolean {
  return TOTAL.test(quantity.label) && !isIncrease(quantity)
}

/** The number belongs to an earlier year and stands there to be compared with: 是2015年总数(1919家). */
export function isBase(quantity: Quantity): boolean {
  return /(是|为|比|较|相当于)/.test(quantity.label) && EARLIER.test(quantity.label)
}

/** What the number counts, without verbs, roles and time words; empty when the words before it name nothing. */
export function nounOf(quantity: Quantity): string {
  return quantity.label
    .replace(/[“”"《》\s]/g, '')
    .replace(/(?:19|20)\d\d年(?:底|末|年底|年末)?/g, '')
    .replace(/(截至|截止|目前|全年|今年|上年|去年|当年|年内|其中|分别|预计|全市|我市|全省|全县|全区)/g, '')
    .replace(
      /(净增加|净增|新增|增加|累计|合计|共计|总数|总量|总计|保有量|数量|达到|超过|突破|共有|拥有|完成|实现)/g,
      '',
    )
    .replace(/[总共达有为是的了已约近超至数量]/g, '')
}

/**
 * Things that also leave a count: certificates expire, firms close. Their 新增 is gross, so what was there before plus
 * 新增 may exceed the new total; only 净增 must add up.
 */
export function mayLeave(increase: Quantity): boolean {
  if (increase.label.includes('净')) return false
  const thing = '(企业|高企|小巨人|专精特新|市场主体|主体|个体|商户|人才|人口|就业|贷款|项目|专利)'
  return (
    /(认定|入库|上市|挂牌|规上|规模以上)/.test(increase.label) ||
    new RegExp(`${thing}$`).test(increase.label) ||
    new RegExp(`^${thing}`).test(increase.after)
  )
}

/** Whether two names share at least `length` successive characters. */
export function sharesWords(a: string, b: string, length = 2): boolean {
  for (let at = 0; at + length <= a.length; at++) if (b.includes(a.slice(at, at + length))) return true
  return false
}

/** The words of the quantity's clause that stand before it. */
export function clauseBefore(paragraph: Paragraph, quantity: Quantity): string {
  return paragraph.text.slice(Math.max(quantity.clauseAt, quantity.at - 80), quantity.at)
}

/** Text between two places of the paragraph, given by two of its quantities. */
export function textBetween(paragraph: Paragraph, a: Quantity, b: Quantity): string {
  return paragraph.text.slice(a.at + (a.end - a.start), b.at)
}
