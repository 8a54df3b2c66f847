import type { Damage, Noise } from '../model.ts'
import { type Heading, readHeadings } from '../structure/headings.ts'
import type { NumberStyle } from '../structure/numbering.ts'
import { OpenSections } from '../structure/open-sections.ts'
import { effectiveRanks } from '../structure/ranks.ts'
import { brokenNumbering } from './messages.ts'

const COUNTED: readonly NumberStyle[] = [
  'part',
  'chapter',
  'section',
  'han',
  'han-bracket',
  'digit',
  'digit-bracket',
  'circled',
  'point',
]

/** Gaps, repeats and false starts in the runs of numbers. */
export function findNumberingGaps(text: string, folded: string, noise: readonly Noise[]): Damage[] {
  const headings = readHeadings(text, noise)
  const open = new OpenSections(effectiveRanks(headings))
  /** The last heading of each style under each parent. */
  const last = new Map<string, Heading>()
  const counted = new Map<NumberStyle, Heading>()
  const found: Damage[] = []
  for (const [i, heading] of headings.entries()) {
    const parent = open.enter(heading, i)
    const key = `${parent}/${heading.style}`
    const before = last.get(key) ?? continued(heading, counted)
    last.set(key, heading)
    if (!COUNTED.includes(heading.style)) continue
    counted.set(heading.style, heading)
    const fault = faultBetween(before, heading, headings[0] === heading)
    // Where the copy begins midway, the outer runs begin midway too: one fault, said once.
    const isSaid = !before && i > 0 && parent < 0 && headings[0]!.value > 1
    if (fault && !isSaid && !standsInline(folded, before, heading)) found.push(fault)
  }
  return [...found, ...boxesBegin(headings)]
}

/** Some papers count 1. 2. 3. on through all parts; such a run has no fault where it goes on. */
function continued(heading: Heading, counted: Map<NumberStyle, Heading>): Heading | undefined {
  const before = counted.get(heading.style)
  return heading.value > 1 && before && before.value === heading.value - 1 ? before : undefined
}

function faultBetween(before: Heading | undefined, heading: Heading, isFirst: boolean): Damage | null {
  const { start, number, value } = heading
  if (!before) {
    if (value <= 1) return null
    const zh = isFirst ? `这份文本从“${number}”开始，前面的内容不在其中。` : `编号从“${number}”开始，前面的编号不见了。`
    const en = isFirst
      ? `This copy begins at “${number}”; what comes before is not in it.`
      : `The numbers begin at “${number}”; earlier ones are not there.`
    return brokenNumbering(start, number, zh, en)
  }
  if (value === before.value + 1) return null
  if (value === before.value) {
    return brokenNumbering(start, number, `编号“${number}”重复。`, `The number “${number}” comes twice.`)
  }
  if (value === 1) {
    return heading.style === 'point' || heading.style === 'han'
      ? brokenNumbering(
          start,
          number,
          `编号在“${before.number}”之后又从头开始，中间的标题可能丢失。`,
          `Numbers start again after “${before.number}”; a heading between seems to be lost.`,
        )
      : null
  }
  return brokenNumbering(
    start,
    number,
    `编号从“${before.number}”跳到“${number}”。`,
    `The numbers jump from “${before.number}” to “${number}”.`,
  )
}

/** (1) may stand inside the paragraph above (2): …包括:(1)…; */
function standsInline(folded: string, before: Heading | undefined, heading: Heading): boolean {
  const from = before?.start ?? Math.max(0, heading.start - 2000)
  const between = folded.slice(from, heading.start)
  const previous = heading.number.normalize('NFKC').replace(/\d+/, String(heading.value - 1))
  if (heading.style === 'digit-bracket' || heading.style === 'digit') return between.includes(previous)
  if (heading.style === 'circled') return between.includes(String.fromCharCode(0x245f + heading.value - 1))
  if (heading.style === 'han-bracket' || heading.style === 'point') {
    const han = '一二三四五六七八九十'[heading.value - 2]
    return han !== undefined && between.includes(heading.style === 'point' ? `${han}是` : `(${han})`)
  }
  return false
}

/** 专栏四 although there is no 专栏一 anywhere. */
function boxesBegin(headings: readonly Heading[]): Damage[] {
  const boxes = headings.filter(({ number }) => number.startsWith('专栏'))
  const first = boxes[0]
  if (!first || first.value <= 1 || boxes.some(({ value }) => value === 1)) return []
  return [
    brokenNumbering(
      first.start,
      first.number,
      `专栏从“${first.number}”开始，之前的专栏不在这份文本中。`,
      `Boxes begin at “${first.number}”; earlier ones are not in this copy.`,
    ),
  ]
}
