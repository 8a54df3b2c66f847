import type { Noise, Section } from '../model.ts'
import { readHanNumber } from '../text/han-numbers.ts'
import { documentLines, type Line } from '../text/lines.ts'
import { pointTitle } from './headings.ts'

const POINT = /(?<=^|[。;:,、)\s])([一二三四五六七八九十]{1,2})是(?!否)/g

interface Point {
  start: number
  end: number
  number: string
  value: number
  title: string
}

/** Adds the points that stand inside paragraphs (…:一是…;二是…) to a section list, keeping document order. */
export function inlinePoints(text: string, noise: readonly Noise[], sections: Section[]): Section[] {
  const found: { section: Section; after: number }[] = []
  let holder = -1
  for (const line of documentLines(text, noise)) {
    while (holder + 1 < sections.length && sections[holder + 1]!.start <= line.start) holder++
    for (const point of pointsOf(text, line))
      found.push({ section: asSection(point, sections, holder, line), after: holder })
  }
  return found.length === 0 ? sections : merge(sections, found)
}

/** Runs of at least two consecutive points; the point that opens the line is a heading already. */
function pointsOf(text: string, line: Line): Point[] {
  const runs: Point[][] = []
  for (const match of line.content.matchAll(POINT)) {
    const value = readHanNumber(match[1]!)
    if (value === null) continue
    const start = line.start + match.index
    const point = { start, end: line.end, number: match[0], value, title: '' }
    const run = runs.at(-1)
    const previous = run?.at(-1)
    if (value === 1) runs.push([point])
    else if (previous && value === previous.value + 1) run!.push(point)
    else if (!previous && match.index === 0) runs.push([point])
  }
  const points = runs.filter((run) => run.length > 1).flat()
  for (const [i, point] of points.entries()) {
    point.end = points[i + 1]?.start ?? line.end
    const rest = line.content.slice(point.start - line.start + point.number.length, point.end - line.start)
    const titleAt = point.start + point.number.length
    point.title = text.slice(titleAt, titleAt + pointTitle(rest).length)
  }
  return points.filter((point) => point.start !== line.start)
}

/** A point beside one that opens the line is its sibling, otherwise it lies in the section that holds the line. */
function asSection(point: Point, sections: Section[], holder: number, line: Line): Section {
  const opener = sections[holder]
  const isSibling = opener !== undefined && opener.start === line.start && /是$/.test(opener.number)
  const parent = isSibling ? opener.parent : holder
  const level = isSibling ? opener.level : (opener?.level ?? 0) + 1
  return { start: point.start, end: point.end, number: point.number, title: point.title, level, parent }
}

/** Puts the points between the sections; parents are renumbered to the merged list. */
function merge(sections: Section[], found: { section: Section; after: number }[]): Section[] {
  const merged: Section[] = []
  const newIndex: number[] = []
  let next = 0
  const takePoints = (after: number) => {
    while (next < found.length && found[next]!.after === after) merged.push(found[next++]!.section)
  }
  takePoints(-1)
  for (const [i, section] of sections.entries()) {
    newIndex[i] = merged.length
    merged.push(section)
    takePoints(i)
  }
  return merged.map((section) => ({ ...section, parent: section.parent < 0 ? -1 : newIndex[section.parent]! }))
}
