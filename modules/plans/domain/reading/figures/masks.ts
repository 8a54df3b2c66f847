import type { Place } from '../model.ts'

/**
 * Stretches whose numbers are part of a name, not a statement: book titles, short quoted names (“千人计划”, “1+9”),
 * document numbers, dates, telephone numbers, addresses, list numbers at the start of a line. They are veiled before
 * numbers are looked for, so that no later rule has to think of them.
 */

const MASKS: RegExp[] = [
  /《[^《》]{1,120}》/g,
  /〈[^〈〉]{1,80}〉/g,
  /[“‘「『](?![^“”]{0,18}(?:达到?|超过|突破|不低于|提高到)\d)[^“”‘’「」『』]{1,18}[”’」』]/g,
  /"[^"\n]{1,18}"/g,
  /[[〔【(]\d{4}[\]〕】)]\s*(?:第\s*)?\d{1,5}\s*号/g,
  /第?\s*\d{1,6}\s*号/g,
  /(?:https?:\/\/|www\.)[\w./?=&%#-]{1,200}/gi,
  /[\w.-]{1,40}@[\w.-]{1,60}/g,
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/g,
  /(?<!\d)(?:\+\d{2}-)?(?:0\d{2,3}-\d{7,8}|\d{3,4}-\d{3,4}-\d{3,4}|\d{3}-\d{8})(?!\d)/g,
  /(?<!\d)1\d{10}(?!\d)/g,
  /^[ \t]*(?:第[一二三四五六七八九十百\d]{1,4}[章节篇条款部分]{1,2}|[（(]?[一二三四五六七八九十百]{1,3}[）)、.]|[（(]\d{1,3}[）)]|\d{1,2}(?:\.\d{1,2}){0,3}[、.．)](?!\d{1,3}(?:\.\d+)?[%亿万])|\d{1,2}(?:\.\d{1,2}){1,3} )/gm,
  /第[一二三四五六七八九十百零\d]{1,5}(?:届|次|期|批|号|条|款|章|节|代|方|产业|季度|步|阶段|层次|类|轮|颗|例|家|个|台|座|种|项|大|梯队|方阵|时间|课堂|书记|责任|动力|资源|生产力|要务|要素|线|部|版|辑|集|人称|人民)/g,
  /[一二三四五六七八九十]是(?=[^否])/g,
]

/** The same text with every masked stretch, and every place in `also`, blanked out character by character. */
export function veil(text: string, also: Place[]): string {
  const spans: [number, number][] = also.map(({ start, end }) => [start, end])
  for (const mask of MASKS)
    for (const match of text.matchAll(mask)) spans.push([match.index, match.index + match[0].length])
  if (spans.length === 0) return text
  spans.sort((a, b) => a[0] - b[0])
  let veiled = ''
  let at = 0
  for (const [start, end] of spans) {
    if (end <= at) continue
    const from = Math.max(start, at)
    veiled += text.slice(at, from) + VEIL.repeat(end - from)
    at = end
  }
  return veiled + text.slice(at)
}

/** Stands for one character that no rule should read. */
export const VEIL = '◇'
