import type { Check } from '../model.ts'
import { type Anchor, findAnchors } from './anchors.ts'
import { isDistinctive, isNamed, isSpecific, type Mention, readMentions } from './mentions.ts'
import { finding, term } from './note.ts'
import { amountOf, type Paragraph, type Quantity } from './numbers.ts'
import { intervalOf, isExact, meets } from './tolerance.ts'

/** How far from an anchor a repeated figure may stand, in clauses. */
const NEAR = 6

/**
 * The same figure said in two paragraphs. Words alone are weak evidence (each district has its 新增孵化器), so two
 * mentions are one figure only where the passage around them is told twice: other figures close by repeat both the
 * name and the value.
 */
export function checkRepeated(paragraphs: Paragraph[]): Check[] {
  const mentions = paragraphs.map(readMentions)
  const checks: Check[] = []
  for (const anchors of findAnchors(mentions)) {
    const [first, second] = [mentions[anchors[0]!.a.paragraph]!, mentions[anchors[0]!.b.paragraph]!]
    checks.push(...compareRetold(first, second, anchors), ...checkUnitsOfCount(first, second, anchors))
  }
  return checks
}

function compareRetold(first: Mention[], second: Mention[], anchors: Anchor[]): Check[] {
  const checks: Check[] = []
  for (const a of first) {
    for (const b of second) {
      if (a.key !== b.key || !isNamed(a) || a.target !== b.target || !isSupported(a, b, anchors)) continue
      const check = compareMentions(a.quantity, b.quantity)
      // A passage may speak of one thing twice with two values on purpose; one equal twin is enough.
      const settled = check?.result === 'contradicts' && (hasTwin(a, second) || hasTwin(b, first))
      if (check && !settled) checks.push(check)
    }
  }
  return checks
}

function hasTwin(mention: Mention, others: Mention[]): boolean {
  return others.some(
    (other) =>
      other.key === mention.key &&
      amountOf(other.quantity) === amountOf(mention.quantity) &&
      other.quantity.year === mention.quantity.year,
  )
}

/**
 * Some other figure near both mentions repeats a distinctive value. Where its name differs (300家 here, 300项 there) the
 * agreement may be chance, so the pair itself must then have a name of its own.
 */
function isSupported(a: Mention, b: Mention, anchors: Anchor[]): boolean {
  return anchors.some(
    (anchor) =>
      anchor.a !== a &&
      anchor.b !== b &&
      anchor.distinctive &&
      (anchor.named || isSpecific(a)) &&
      near(anchor.a.quantity, a.quantity) &&
      near(anchor.b.quantity, b.quantity),
  )
}

function near(a: Quantity, b: Quantity, clauses = NEAR): boolean {
  return Math.abs(a.clause - b.clause) <= clauses && Math.abs(a.sentence - b.sentence) <= 1
}

function compareMentions(x: Quantity, y: Quantity): Check | null {
  const equal = amountOf(x) === amountOf(y)
  const agree = equal || (!equallyWritten(x, y) && meets(intervalOf(x), intervalOf(y)))
  if (x.year !== null && y.year !== null && x.year !== y.year) return equal && isDistinctive(x) ? twoDates(x, y) : null
  if (x.year !== y.year && !agree) return null
  const values = { expected: x.value, found: y.value }
  if (agree) {
    const message = {
      zh: `同一数字两处出现(“${x.written}”、“${y.written}”)，一致。`,
      en: `The same figure in two places ("${x.written}", "${y.written}") agrees.`,
    }
    return finding(
      'repeated',
      equal ? 'holds' : 'holds-after-rounding',
      [x, y],
      `${term(x)} ${equal ? '=' : '≈'} ${term(y)}`,
      message,
      values,
    )
  }
  const message = {
    zh: `同一数字前后不一：前文“${x.written}”，后文“${y.written}”，请核对原件。`,
    en: `The same figure is given as "${x.written}" and as "${y.written}": check the original.`,
  }
  return finding('repeated', 'contradicts', [x, y], `${term(x)} ≠ ${term(y)}`, message, values)
}

/** With the same unit and decimals there is nothing to round between the two: they agree in every digit or not at all. */
function equallyWritten(x: Quantity, y: Quantity): boolean {
  const plain = x.exactness === 'plain' && y.exactness === 'plain'
  return plain && x.scale === y.scale && x.decimals === y.decimals && x.unit !== '倍'
}

function twoDates(x: Quantity, y: Quantity): Check {
  return finding('repeated', 'contradicts', [x, y], `${x.year} ≠ ${y.year}`, {
    zh: `同一数字“${x.written}”前文记为${x.year}年，后文记为${y.year}年，请核对原件。`,
    en: `The same figure "${x.written}" is dated ${x.year} in one place and ${y.year} in another: check the original.`,
  })
}

/** What a measure word counts; 个 may stand for any of them and says nothing. */
const FAMILIES: [RegExp, string][] = [
  [/^(家|户|所)$/, 'organisations'],
  [/^(项|件|宗|笔|份)$/, 'matters'],
  [/^(人|名|位)$/, 'people'],
]

function familyOf(quantity: Quantity): string | null {
  return FAMILIES.find(([units]) => units.test(quantity.unit))?.[1] ?? null
}

/** 300家企业 in one telling, 300项申请 in the other, beside the same amount: enterprises and applications are two counts. */
function checkUnitsOfCount(first: Mention[], second: Mention[], anchors: Anchor[]): Check[] {
  const checks: Check[] = []
  for (const { quantity: x } of first) {
    for (const { quantity: y } of second) {
      const families = [familyOf(x), familyOf(y)]
      if (!families[0] || !families[1] || families[0] === families[1]) continue
      if (!isExact(x) || !isExact(y) || x.value < 100 || !nearlyAlike(x.value, y.value)) continue
      if (isIn(x, second) || isIn(y, first)) continue
      const beside = anchors.some(
        ({ a, b, named }) =>
          named &&
          a.quantity !== x &&
          b.quantity !== y &&
          isDistinctive(a.quantity) &&
          near(a.quantity, x, 2) &&
          near(b.quantity, y, 2),
      )
      if (beside) checks.push(twoUnits(x, y))
    }
  }
  return checks
}

/** The very same count with the same unit: then the two telling agree and the other number is another thing. */
function isIn(quantity: Quantity, others: Mention[]): boolean {
  return others.some(
    (other) => other.quantity.unit === quantity.unit && amountOf(other.quantity) === amountOf(quantity),
  )
}

/** Equal, or one digit apart as after a slip of the pen. */
function nearlyAlike(x: number, y: number): boolean {
  const [a, b] = [`${x}`, `${y}`]
  return a.length === b.length && [...a].filter((digit, at) => digit !== b[at]).length <= 1
}

function twoUnits(x: Quantity, y: Quantity): Check {
  return finding(
    'repeated',
    'contradicts',
    [x, y],
    `${x.written} ≠ ${y.written}`,
    {
      zh: `同一件事前文记为“${x.written}${x.after}”，后文记为“${y.written}${y.after}”，计数对象不同，请核对应按哪一种统计。`,
      en: `The same matter is counted as "${x.written}" in one place and "${y.written}" in another, two different things: find out which was counted.`,
    },
    { expected: x.value, found: y.value },
  )
}
