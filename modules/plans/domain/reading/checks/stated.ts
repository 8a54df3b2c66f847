import type { Check, Figure } from '../model.ts'
import { finding } from './note.ts'
import { amountOf } from './numbers.ts'
import { intervalOf, meets } from './tolerance.ts'
import { asWritten } from './written-value.ts'

/** Closer than this two figures share a clause, and a list may have lent one name to two numbers. */
const APART = 60
/** A name this long names one thing in a document. */
const LONG = 5

/** Figures of one document with the same name, year and kind but another value: targets said in two chapters. */
export function checkStated(figures: Figure[]): Check[] {
  const groups = new Map<string, Figure[]>()
  for (const figure of figures) {
    if (figure.year === null || figure.value2 !== null || figure.estimate || figure.name.length < LONG) continue
    if (!['eq', 'ge', 'gt', 'le', 'lt'].includes(figure.comparator)) continue
    const { unit } = asWritten(figure.value, figure.unit, figure.comparator)
    const key = [figure.name.replace(/\s/g, ''), unit, figure.year, figure.startYear, figure.perYear, figure.kind].join(
      '|',
    )
    const group = groups.get(key)
    if (group) group.push(figure)
    else groups.set(key, [figure])
  }
  return [...groups.values()].flatMap((group) => {
    const amounts = new Set(group.map((figure) => amountOf(asWritten(figure.value, figure.unit, figure.comparator))))
    const [first, ...others] = group
    // Three values under one name are rows of a table, not one figure.
    const other = others.find((figure) => figure.value !== first!.value || figure.unit !== first!.unit)
    if (!first || !other || amounts.size !== 2 || other.start - first.end < APART || agree(first, other)) return []
    return [contradiction(first, other)]
  })
}

function agree(a: Figure, b: Figure): boolean {
  const [x, y] = [asWritten(a.value, a.unit, a.comparator), asWritten(b.value, b.unit, b.comparator)]
  if (x.exactness === y.exactness) return x.scale !== y.scale || x.decimals !== y.decimals ? closeTo(x, y) : false
  return meets(intervalOf(x), intervalOf(y))
}

function closeTo(x: ReturnType<typeof asWritten>, y: ReturnType<typeof asWritten>): boolean {
  return meets(intervalOf({ ...x, exactness: 'plain' }), intervalOf({ ...y, exactness: 'plain' }))
}

function contradiction(a: Figure, b: Figure): Check {
  const [x, y] = [`${a.value}${a.unit}`, `${b.value}${b.unit}`]
  return finding(
    'repeated',
    'contradicts',
    [a, b],
    `${x} ≠ ${y}`,
    {
      zh: `“${a.name}”${a.year}年前文为${x}，后文为${y}，请核对原件。`,
      en: `"${a.name}" for ${a.year} is ${x} in one place and ${y} in another: check the original.`,
    },
    { expected: a.value, found: b.value },
  )
}
