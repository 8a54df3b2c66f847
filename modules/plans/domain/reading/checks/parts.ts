import { parseInteger } from '../figures/numerals.ts'
import type { Check } from '../model.ts'
import { compare, finding, term } from './note.ts'
import { amountOf, type Paragraph, type Quantity } from './numbers.ts'
import { intervalOf, plus } from './tolerance.ts'
import { findWholes } from './wholes.ts'
import { isBase, isIncrease } from './words.ts'

/** Sets of names that leave nothing out, so that the parts must make up the whole. */
const EXHAUSTIVE: RegExp[][] = [
  [/国家/, /省/, /市/],
  [/省/, /市/, /县/],
  [/第?一产|第一产业/, /第?二产|第二产业/, /第?三产|第三产业/],
  [/城镇|城市/, /农村|乡村/],
  [/男/, /女/],
  [/出口/, /进口/],
  [/新建/, /续建/],
]

/** 合计, and who or what is added up: 三年合计, 上半年合计, 三地共计. */
const ALTOGETHER =
  /^(?:[两二三四五六七八九十]{1,2}(?:者|年|地|市|区|项|类|个季度)|上半年|下半年|前三季度|全年|以上|上述)?(?:合计|共计|总计|总共)共?(?:为|达|达到|有|投入|完成)?$/

/** Parts named with 其中 and lists with 合计, against their whole. */
export function checkParts(paragraph: Paragraph): Check[] {
  return [...checkAmong(paragraph), ...checkAltogether(paragraph), ...checkBrackets(paragraph)]
}

function checkAmong(paragraph: Paragraph): Check[] {
  const checks: Check[] = []
  for (const { whole, parts } of findWholes(paragraph)) {
    const plain = parts.filter((part) => !isBase(part) && (isIncrease(whole) || !isIncrease(part)))
    if (!whole.unit || whole.unit === '%' || plain.length !== parts.length) continue
    if ([whole, ...plain].some(({ label }) => /(均|率|指数|每|价)/.test(label))) continue
    if (
      plain.length > 1 &&
      (isExhaustive(plain) || listsLevels(paragraph, whole, plain) || listsEveryYear(whole, plain))
    )
      checks.push(sumCheck(plain, whole))
    else checks.push(...plain.filter((part) => exceeds(paragraph, part, whole)).map((part) => tooLarge(part, whole)))
  }
  return checks
}

/** 办理公文300件(收文180件): an aside that repeats the end of the noun names a part. */
function checkBrackets(paragraph: Paragraph): Check[] {
  const { quantities, text } = paragraph
  return quantities.flatMap((part) => {
    const whole = quantities[part.index - 1]
    if (!whole || !part.bracketed || whole.bracketed || whole.unit !== part.unit || !part.unit) return []
    const aside = text.slice(whole.at + (whole.end - whole.start), part.at)
    const named = /^\((其中)?:?([^\d,。]{1,12})$/.exec(aside)
    if (!named || /(上年|去年|\d|比|较|目标|计划|超|原)/.test(aside)) return []
    const last = named[2]!.replace(/为|达|有|共/g, '').at(-1)!
    if (!named[1] && !whole.label.includes(last)) return []
    return exceeds(paragraph, part, whole) ? [tooLarge(part, whole)] : []
  })
}

/** A家、B家、C家,合计D家. */
function checkAltogether({ quantities }: Paragraph): Check[] {
  const checks: Check[] = []
  for (const sum of quantities) {
    if (!ALTOGETHER.test(sum.label) || !sum.unit) continue
    const parts: Quantity[] = []
    for (const part of quantities.slice(Math.max(0, sum.index - 12), sum.index).reverse()) {
      if (part.unit !== sum.unit || part.segment !== sum.segment || isBase(part)) break
      parts.unshift(part)
    }
    if (parts.length > 1) checks.push(sumCheck(parts, sum))
  }
  return checks
}

function sumCheck(parts: Quantity[], whole: Quantity): Check {
  const sum = parts.reduce((total, part) => total + amountOf(part), 0)
  return compare({
    kind: 'parts',
    inputs: parts,
    stated: whole,
    expected: sum,
    range: parts.map(intervalOf).reduce(plus),
    formula: parts.map(term).join(' + '),
    zh: '各部分之和应为总数',
    en: 'The parts should make up the whole',
  })
}

/** Names of a set that leaves nothing out, each name once and none with 以上. */
function isExhaustive(parts: Quantity[]): boolean {
  const labels = parts.map((part) => part.label.replace(/^其中:?/, ''))
  if (labels.some((label) => /(以上|以下|含)/.test(label))) return false
  return EXHAUSTIVE.some((names) => {
    const hits = names.map((name) => labels.filter((label) => name.test(label)).length)
    const others = labels.filter((label) => !names.some((name) => name.test(label)))
    return hits.every((hit) => hit === 1) && others.length === 0
  })
}

/** 省级以上28家,其中国家级2家、省级26家: above the province there is only the nation. */
function listsLevels({ text }: Paragraph, whole: Quantity, parts: Quantity[]): boolean {
  const named = text.slice(Math.max(0, whole.at - 40), whole.at)
  const levels = parts.map(({ label }) => /^(?:其中:?)?(国家|省)/.exec(label)?.[1] ?? label)
  return /省级及?以上[^。;]*$/.test(named) && levels.sort().join() === '国家,省'
}

/** 三年来累计投入12.5亿元,其中2019年3.2亿元、2020年4.1亿元、2021年5.2亿元. */
function listsEveryYear(whole: Quantity, parts: Quantity[]): boolean {
  const years = parseInteger(/([两二三四五]|\d)年(?:来|间|累计|共|内)/.exec(whole.label)?.[1] ?? '')
  return (
    years === parts.length &&
    parts.every((part, at) => part.year !== null && part.year > 0 && part.year === parts[0]!.year! + at)
  )
}

function exceeds({ quantities }: Paragraph, part: Quantity, whole: Quantity): boolean {
  // A part that fits an earlier number of the sentence may belong to that one instead.
  const fits = (other: Quantity) =>
    other.index < part.index && other.unit === part.unit && intervalOf(part).low <= intervalOf(other).high
  if (fits(whole)) return false
  return !quantities
    .slice(Math.max(0, whole.index - 4), whole.index)
    .some((q) => q.sentence === whole.sentence && fits(q))
}

function tooLarge(part: Quantity, whole: Quantity): Check {
  return finding('parts', 'contradicts', [whole, part], `${term(part)} > ${term(whole)}`, {
    zh: `其中数“${part.written}”大于总数“${whole.written}”，两者必有一误，请核对原件。`,
    en: `The part "${part.written}" is larger than its whole "${whole.written}": one of them is wrong, check the original.`,
  })
}
