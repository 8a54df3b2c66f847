/**
 * How alike the name that was read is to the one in the hand-made answer: the Dice coefficient over pairs of neighbouring
 * characters, 1 for the same name and 0 for nothing in common, after the words that frame a name without changing
 * what it means are removed and the many words for growth and for share are made one.
 */
export function nameLikeness(one: string, other: string): number {
  const [left, right] = [pairs(plain(one)), pairs(plain(other))]
  if (left.size === 0 || right.size === 0) return plain(one) === plain(other) ? 1 : 0
  let common = 0
  for (const pair of left) if (right.has(pair)) common += 1
  return (2 * common) / (left.size + right.size)
}

const FRAME =
  /全[市年]|我[市省区县]|本市|比上年|较上年|同比|(?:20\d\d|上)年(?:为|的)?|的|了|在|达到|数量|总数|(?<!倍)数|[额量率]$|\s|[()（）“”"、，,·:：]/g

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/增长率|增速|增幅/g, '增长')
    .replace(/比重|比例/g, '占比')
    .replace(/位次|名次/g, '排名')
    .replace(FRAME, '')
}

function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at + 1 < text.length; at += 1) found.add(text.slice(at, at + 2))
  return found
}
