import { type Html, trusted } from '@opensti/ui/portal'

/** A run of Chinese with the punctuation and the figures inside it: 云府〔2026〕8号, 四（一）. */
const chinese =
  /[\p{Script=Han}〇《〈“‘（【](?:[\p{Script=Han}\u3000-\u303f\uff01-\uff65〇·“”‘’—]|\d(?=[\d\p{Script=Han}）〕]))*/gu

/**
 * Says of every run of Chinese on an English page that it is Chinese, so that it is read out and set as such: names that have
 * no English, places in papers, document numbers. Works on finished markup, whose attributes never hold a bare ">".
 */
export function markChinese(body: Html): Html {
  let inDrawing = 0
  return trusted(
    body.markup.replace(/<[^>]*>|[^<]+/g, (part) => {
      if (part.startsWith('<svg')) inDrawing += part.endsWith('/>') ? 0 : 1
      else if (part === '</svg>') inDrawing -= 1
      // A drawing has text elements of its own, where a span would not be shown.
      if (part.startsWith('<') || inDrawing > 0) return part
      return part.replace(chinese, (run) => (/\p{Script=Han}/u.test(run) ? `<span lang="zh-Hans">${run}</span>` : run))
    }),
  )
}
