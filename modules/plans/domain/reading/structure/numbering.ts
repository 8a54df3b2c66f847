import { readHanNumber } from '../text/han-numbers.ts'

export type NumberStyle =
  | 'annex'
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'han-bracket'
  | 'digit'
  | 'decimal'
  | 'digit-bracket'
  | 'digit-half-bracket'
  | 'circled'
  | 'dash'
  | 'point'
  | 'box'
  | 'plain'

export interface Numbering {
  style: NumberStyle
  /** Position in its run; 0 where the style does not count. */
  value: number
  /** The numbering as written. */
  number: string
  /** Length of the numbering with the blanks after it. */
  length: number
}

/** Official order, outermost first (GB/T 9704: 一、 (一) 1. (1)); the numbers leave room between ranks. */
export const RANK: Record<NumberStyle, number> = {
  annex: 0,
  part: 10,
  chapter: 20,
  section: 30,
  article: 35,
  han: 40,
  'han-bracket': 50,
  digit: 60,
  decimal: 65,
  'digit-bracket': 70,
  'digit-half-bracket': 75,
  circled: 80,
  point: 90,
  dash: 100,
  box: 110,
  plain: 120,
}

const HAN = '[一二三四五六七八九十百零〇]'

const STYLES: readonly { style: NumberStyle; form: RegExp }[] = [
  { style: 'part', form: new RegExp(`^第\\s*(${HAN}{1,4}|\\d{1,2})\\s*(?:部分|篇|编|卷)[\\s、:.]*`) },
  { style: 'chapter', form: new RegExp(`^第\\s*(${HAN}{1,4}|\\d{1,2})\\s*章[\\s、:.]*`) },
  { style: 'section', form: new RegExp(`^第\\s*(${HAN}{1,4}|\\d{1,2})\\s*节[\\s、:.]*`) },
  { style: 'article', form: new RegExp(`^第\\s*(${HAN}{1,4}|\\d{1,3})\\s*条[\\s、:.]+`) },
  { style: 'han-bracket', form: new RegExp(`^\\(\\s*(${HAN}{1,3})\\s*\\)\\s*[、.]?\\s*`) },
  { style: 'han-bracket', form: /^([㈠-㈩])\s*/ },
  // 一、二、三产业融合 is prose, not a heading.
  { style: 'han', form: new RegExp(`^(${HAN}{1,4})\\s*[、.]\\s*(?!${HAN}{1,3}(?:[、,级类线产次]|$))`) },
  { style: 'decimal', form: /^(\d{1,2}(?:\.\d{1,2}){1,3})[.、]?\s+(?=[\u4e00-\u9fff“"《])/ },
  { style: 'digit', form: /^(\d{1,3})\s*[.、](?!\d)\s*/ },
  { style: 'digit-bracket', form: /^\(\s*(\d{1,3})\s*\)\s*[、.]?\s*/ },
  { style: 'digit-bracket', form: /^([⑴-⒇])\s*/ },
  { style: 'digit-half-bracket', form: /^(\d{1,2})\)\s*/ },
  { style: 'circled', form: /^([①-⑳])\s*/ },
  { style: 'point', form: new RegExp(`^(${HAN}{1,2})是(?!否)\\s*`) },
  { style: 'dash', form: /^(—{1,3}|―{1,2}|─{1,2}|-{2,3}|[●◆■▲★◎○▪•])\s*(?=[\u4e00-\u9fff“"《A-Za-z])/ },
]

/** The numbering at the beginning of a line, if it has one. Boxes and annexes are read by `readBoxNumber`. */
export function readNumber(content: string): Numbering | null {
  const head = content.slice(0, 24)
  if (!/^[第(㈠-㈩一二三四五六七八九十\d⑴-⒇①-⑳—―─\-●◆■▲★◎○▪•]/.test(head)) return null
  for (const { style, form } of STYLES) {
    const match = form.exec(head)
    if (!match || match[0].length === content.length) continue
    const value = style === 'dash' ? 0 : countOf(style, match[1]!)
    if (value === null) continue
    return { style, value, number: match[0].trim(), length: match[0].length }
  }
  return null
}

function countOf(style: NumberStyle, written: string): number | null {
  if (style === 'decimal') return Number(written.split('.').at(-1))
  const code = written.charCodeAt(0)
  if (style === 'circled') return code - 0x245f
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473
  if (code >= 0x3220 && code <= 0x3229) return code - 0x321f
  return readHanNumber(written)
}

const BOX = new RegExp(
  `^[【\\[]?((?:专栏|附表|表|图|(?:重大|重点|标志性|示范)(?:工程|专项|项目|行动|任务))\\s*(${HAN}{1,3}|\\d{1,3}))(?![\\d年、,家个项%万亿届期批次次类大级和及与至\\-])[】\\]]?[\\s.:、。]*`,
)
const ANNEX = new RegExp(`^((?:附件|附录)\\s*(${HAN}{1,2}|\\d{1,2})?)\\s*:?$`)

/** 专栏3 …, 表1 …, 重大工程十 …, and 附件 standing alone: titled boxes that interrupt the run of headings. */
export function readBoxNumber(content: string): Numbering | null {
  const annex = content.length <= 8 ? ANNEX.exec(content) : null
  if (annex) return numbering('annex', annex[2], annex[1]!, content.length)
  if (content.length > 60) return null
  const box = BOX.exec(content.slice(0, 24))
  if (!box || /[。;,]$/.test(content.slice(box[0].length))) return null
  return numbering('box', box[2], box[1]!, box[0].length)
}

function numbering(style: NumberStyle, value: string | undefined, number: string, length: number): Numbering {
  return { style, value: (value && readHanNumber(value)) || 0, number: number.replace(/\s/g, ''), length }
}
