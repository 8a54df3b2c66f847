import { LONGEST_CARRIED } from './name-shape.ts'
import { tidyName } from './name-words.ts'

/** Ends of a word that sorts a noun rather than being one. */
export const PART = /(?:级|类|型|区|县|市|省|国家|乡镇|院校|两[县区市]|本级|海外)(?:合计)?$/
const PLACE_NOUN = /(?:高新|开发|示范|园|先导|集聚|试验)区$|城市$/
const PRIZE = /^[特一二三]等奖$/
const DOING = /(?:牵头|完成|独立承担|取得职称|承担|参与|入选)$/
/** A part is said in few words; what is longer is a subject of its own. */
const LONGEST_PART = 12

/**
 * Name of a part of a whole: 其中国家级6家, 临湖区398家, 企业牵头248项; null when the words are a subject of their own.
 * `listed` means that 其中 opened the list; without it only words like 国家级 and 大型 are parts.
 */
export function partOf(core: string, whole: string, listed: boolean, relative: boolean): string | null {
  if (whole === '' || whole.length > LONGEST_CARRIED || core.length > LONGEST_PART) return null
  if (listed && PRIZE.test(core)) return tidyName(whole + core)
  const bare = whole.replace(/^.*?(?:国家级|省级以上|省级|市级)(?!以)/, '').replace(/^(?:新增|累计|获)/, '')
  const sorts = PART.test(core) && !PLACE_NOUN.test(core) && (listed || /[级类型]$/.test(core))
  if (!relative) {
    if (sorts) return tidyName(core.replace(/合计$/, '') + bare)
    return listed && DOING.test(core) && !core.includes(bare.slice(-2)) ? tidyName(`${core}的${whole}`) : null
  }
  if (!listed) return null
  if (!/[比例重率]$/.test(core)) return tidyName(`${whole}中${core}占比`)
  return tidyName(`${whole}${/^(?:用于|由)/.test(core) ? '' : '中'}${core}`)
}
