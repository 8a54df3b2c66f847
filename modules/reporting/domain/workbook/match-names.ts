import type { AskedLine, SheetLine } from '../../contract-workbooks.ts'
import type { Frequency } from '../periods.ts'
import { readLabels } from './form-fields.ts'
import { LIKE_ENOUGH, likenessTo, type WrittenName } from './likeness.ts'
import type { GridLook } from './sheet-grid.ts'

/** A unit by every name that a form may call it. */
export interface NamedUnit {
  id: string
  names: readonly string[]
}

/** What a proposal is made from: the figures that a cycle asks for, of whom, and how often. */
export interface Asked {
  lines: readonly AskedLine[]
  units: readonly NamedUnit[]
  frequency: Frequency
}

export interface Matchers {
  indicator: ReturnType<typeof likenessTo<AskedLine>>
  unit: (text: string) => string | null
  frequency: Frequency
  lines: readonly AskedLine[]
}

/** Texts longer than this are no names. */
export const NAME_MOST = 80

/** What names are compared with. */
export function matchersFor({ lines, units, frequency }: Asked): Matchers {
  const one = new Map(lines.map((line) => [`${line.indicatorId} ${line.nature}`, line]))
  const indicator = likenessTo(
    [...one.values()].map((item) => ({ item, names: [item.indicator.zh, item.indicator.en] })),
  )
  const byName = likenessTo(units.map(({ id, names }) => ({ item: id, names })))
  const unit = (text: string) => {
    const [best] = text.trim() === '' || text.length > NAME_MOST ? [] : byName(text, 1)
    return best && best.score >= 0.85 ? best.item : null
  }
  return { indicator, unit, frequency, lines }
}

/** The first row of the headings that end above the figures: going up while a row holds more than one thing. */
export function headTopOf(look: GridLook, headBottom: number): number {
  let top = headBottom
  for (let row = headBottom; row >= Math.max(1, headBottom - 5); row -= 1) {
    const texts = new Set(
      look.columns
        .slice(0, 60)
        .map((column) => look.text(row, column).trim())
        .filter(Boolean),
    )
    const isForm = [...texts].some((text) => readLabels(text).length > 0 || /^[(（]?(计量)?单位[:：]/.test(text))
    if (texts.size < 2 || isForm) break
    top = row
  }
  return top
}

/** A line with nothing said of it. */
export function plainLine(at: number, label: string, kind: SheetLine['kind'] = 'figures'): SheetLine {
  return {
    at,
    label: label.slice(0, 500),
    kind,
    indicatorId: null,
    unitId: null,
    nature: null,
    period: null,
    measure: null,
    whole: null,
    parts: [],
  }
}

/** Gives each name the indicator it is most like, the best likeness first, and no indicator twice for one unit. */
export function assignIndicators(
  names: readonly { at: number; name: WrittenName; also?: string | undefined; unitId: string | null }[],
  { indicator }: Matchers,
): Map<number, AskedLine> {
  const wishes = names.flatMap(({ at, name, also, unitId }) =>
    [name.name, ...(also ? [also] : [])].flatMap((text) =>
      indicator(text).flatMap(({ item, score }) => {
        if (score < LIKE_ENOUGH) return []
        const fits = name.nature === null ? item.nature === 'working' : name.nature === item.nature
        return [{ at, item, score: score + (fits ? 0.001 : 0), key: `${item.indicatorId} ${item.nature} ${unitId}` }]
      }),
    ),
  )
  wishes.sort((a, b) => b.score - a.score || a.at - b.at)
  const given = new Map<number, AskedLine>()
  const taken = new Set<string>()
  for (const { at, item, key } of wishes) {
    if (given.has(at) || taken.has(key)) continue
    given.set(at, item)
    taken.add(key)
  }
  return given
}
