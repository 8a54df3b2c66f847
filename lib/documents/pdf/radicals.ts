/** Radicals that have no compatibility decomposition of their own, and the characters they stand for. */
const RADICALS =
  '⺠民⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺩王⺝月⻌辶'

const CHARACTERS = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_, i) => [RADICALS[i * 2]!, RADICALS[i * 2 + 1]!]),
)

/** Many programs write 一 and 力 into a PDF as radicals (U+2F00) that look the same; words then cannot be found. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (char) => CHARACTERS.get(char) ?? char.normalize('NFKC'))
}
