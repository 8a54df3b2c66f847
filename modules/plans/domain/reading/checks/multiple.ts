import { parseInteger } from '../figures/numerals.ts'
import type { Check } from '../model.ts'
import { type Change, findChanges, remarksOn } from './changes.ts'
import { compare, finding, round, term } from './note.ts'
import { amountOf, type Paragraph, type Quantity } from './numbers.ts'
import { type Interval, intervalOf, over, plus } from './tolerance.ts'
import { clauseBefore, isBase, isIncrease } from './words.ts'

/** 是…的10倍, 放大近30倍, 前两年总额的1.9倍, 增长1.5倍, 翻一番, against the values they compare. */
export function checkMultiples(paragraph: Paragraph): Check[] {
  const checks: Check[] = []
  for (const stated of paragraph.quantities) {
    if (stated.unit !== '倍') continue
    const check = checkOfBase(paragraph, stated) ?? checkOfYears(paragraph, stated) ?? checkLever(paragraph, stated)
    if (check) checks.push(check)
  }
  for (const change of findChanges(paragraph)) checks.push(...checkChange(paragraph, change))
  return checks
}

/** The base stands in the same clause: 是2015年净增量(263家)的10倍多. */
function checkOfBase(paragraph: Paragraph, stated: Quantity): Check | null {
  const base = paragraph.quantities[stated.index - 1]
  if (!base || base.clause !== stated.clause || !isBase(base)) return null
  if (!/^的$/.test(stated.label.replace(/[)\s]|近|约|超过|超/g, ''))) return null
  const subject = findSubject(paragraph, base)
  return subject && ratio(subject, [base], stated, '两数相除算倍数', 'The multiple from the two values')
}

/** The value that the multiple speaks of: the last one before the base with the same unit and a related name. */
function findSubject({ quantities }: Paragraph, base: Quantity): Quantity | null {
  const candidates = quantities
    .slice(Math.max(0, base.index - 8), base.index)
    .reverse()
    .filter((q) => q.unit === base.unit && q.sentence >= base.sentence - 1 && !isBase(q))
  const role = /净增|新增/.exec(base.label)?.[0] ?? (/总数|总量|累计/.test(base.label) ? '累计|总数|总量|达' : null)
  if (!role) {
    return candidates.find((q) => !isIncrease(q) && q.sentence === base.sentence && base.clause - q.clause <= 2) ?? null
  }
  return candidates.find((q) => new RegExp(role).test(q.label)) ?? null
}

/** 是前两年融资总额的1.9倍: the earlier years stand before it in the sentence. */
function checkOfYears(paragraph: Paragraph, stated: Quantity): Check | null {
  const words = /前([一二两三四五]|\d)年([^,。]{0,12})的?$/.exec(clauseBefore(paragraph, stated))
  const count = words && parseInteger(words[1]!)
  if (!count) return null
  const values = paragraph.quantities.slice(Math.max(0, stated.index - count - 1), stated.index)
  const subject = values.at(-1)
  const bases = values.slice(0, -1)
  if (!subject || bases.length !== count) return null
  if (values.some((q) => q.unit !== subject.unit || q.sentence !== stated.sentence || !q.year || q.year < 0))
    return null
  if (bases.some((base, at) => base.year !== subject.year! - count + at)) return wrongYears(values, count)
  return ratio(
    subject,
    bases,
    stated,
    `除以前${count}年合计算倍数`,
    `The multiple of the ${count} earlier years together`,
  )
}

function wrongYears(values: Quantity[], count: number): Check {
  const years = values.map((value) => value.year)
  return finding('multiple', 'contradicts', values, years.join(', '), {
    zh: `文中说“前${count}年”，所列年份为${years.join('、')}年，不是${years.at(-1)}年之前连续的${count}年，请核对原件。`,
    en: `The text speaks of the ${count} years before; the years given are ${years.join(', ')}: check the original.`,
  })
}

/** 投入10亿元,引导了290亿元,放大近30倍. */
function checkLever({ quantities }: Paragraph, stated: Quantity): Check | null {
  if (!/^(资金|财政|杠杆)?(放大|撬动)(倍数|比例|了|效应)*(达到|达|为|近|约|超过|超)*$/.test(stated.label)) return null
  const before = quantities.slice(Math.max(0, stated.index - 4), stated.index)
  const [own, drawn] = before.filter((q) => q.unit === '元' && q.sentence === stated.sentence).slice(-2)
  if (!own || !drawn) return null
  if (amountOf(own) >= amountOf(drawn)) return null
  return ratio(drawn, [own], stated, '引导资金除以投入算放大倍数', 'Leverage as funds drawn over funds spent')
}

function checkChange(paragraph: Paragraph, change: Change): Check[] {
  if (amountOf(change.from) <= 0) return []
  const checks = remarksOn(paragraph, change)
    .filter((remark) => remark.unit === '倍' && /^(同比)?(增长|增加|提高)(了|近|约|超过|超)*$/.test(remark.label))
    .map((remark) => growthTimes(change, remark))
  const doubled = checkDoubling(paragraph, change.from, change.to)
  return doubled ? [...checks, doubled] : checks
}

/** 翻一番 is twice the base, 翻两番 four times. Beyond a tenth under that no one would say so. */
function checkDoubling({ text, start }: Paragraph, from: Quantity, to: Quantity): Check | null {
  const last = Math.max(from.end, to.end) - start
  const match = /^\)?,?[^,。;\d]{0,8}翻了?([一两二三]|\d)?番/.exec(text.slice(last, last + 20))
  if (!match || /(近|将近|约)/.test(match[0])) return null
  const times = 2 ** (parseInteger(match[1] ?? '一') ?? 1)
  const found = amountOf(to) / amountOf(from)
  const ok = found >= times * 0.9 && found < times * 1.5
  const exact = found === times
  const at = { start: start + last, end: start + last + match[0].length }
  const formula = `${term(to)} ÷ ${term(from)} ≈ ${round(found)}`
  return finding(
    'multiple',
    exact ? 'holds' : ok ? 'holds-after-rounding' : 'contradicts',
    [from, to, at],
    formula,
    {
      zh: `${formula}，文中说“${match[0].replace(/^[),]+/, '')}”(应为${times}倍)${ok ? '，相符。' : '，不符，请核对原件。'}`,
      en: `${formula}; the text says it grew to ${times} times${ok ? ', which agrees.' : ': check the original.'}`,
    },
    { expected: times, found: round(found) },
  )
}

function growthTimes({ from, to }: Change, stated: Quantity): Check {
  const range = over(intervalOf(to), intervalOf(from))
  return compare({
    kind: 'multiple',
    inputs: [from, to],
    stated,
    expected: amountOf(to) / amountOf(from) - 1,
    range: { low: range.low - 1, high: range.high - 1 },
    formula: `${term(to)} ÷ ${term(from)} - 1`,
    zh: '增长倍数应为两数之比减一',
    en: 'Growth by a multiple is the ratio less one',
  })
}

function ratio(subject: Quantity, bases: Quantity[], stated: Quantity, zh: string, en: string): Check {
  const divisor = bases.map(intervalOf).reduce(plus)
  const sum = bases.reduce((total, base) => total + amountOf(base), 0)
  const range: Interval = over(intervalOf(subject), divisor)
  const below = bases.length === 1 ? term(bases[0]!) : `(${bases.map(term).join(' + ')})`
  return compare({
    kind: 'multiple',
    inputs: [...bases, subject],
    stated,
    expected: amountOf(subject) / sum,
    range,
    formula: `${term(subject)} ÷ ${below}`,
    zh,
    en,
  })
}
