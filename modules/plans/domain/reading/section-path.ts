import type { Noise, Section } from './model.ts'
import { foldWidth } from './text/fold-width.ts'
import { documentLines, type Line } from './text/lines.ts'

/** Where a sentence stands, as a citation needs it. */
export interface Citation {
  /** "二、（一）3."; empty before the first section. */
  path: string
  /** Counted from one inside the innermost section; a heading with its own line is paragraph 0. */
  paragraph: number
}

/** The sections that hold an offset, outermost first. */
export function sectionsAt(sections: readonly Section[], offset: number): Section[] {
  let low = 0
  let high = sections.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sections[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  const path: Section[] = []
  for (let i = sections.length === 0 || sections[0]!.start > offset ? -1 : low; i >= 0; i = sections[i]!.parent) {
    if (offset < sections[i]!.end) path.unshift(sections[i]!)
  }
  return path
}

/** The numbers of the sections around an offset joined as officials cite them: "二、（一）3.". */
export function sectionPath(sections: readonly Section[], offset: number): string {
  return sectionsAt(sections, offset)
    .map(({ number, title }) => foldWidth(number).replace(/\s/g, '') || `“${title}”`)
    .reduce((path, number) => (/\d$/.test(path) ? `${path} ${number}` : path + number), '')
    .replace(/\(([^()]*)\)/g, '（$1）')
}

/** Citations for any number of places of one text. */
export function citationsOf(
  text: string,
  sections: readonly Section[],
  noise: readonly Noise[],
): (offset: number) => Citation {
  const lines = documentLines(text, noise)
  return (offset) => {
    const holder = sectionsAt(sections, offset).findLast(({ number }) => !number.endsWith('是'))
    const from = holder ? lineAt(lines, holder.start) : 0
    const hasOwnLine = holder !== undefined && isHeadingOnly(lines[from]?.content ?? '', holder)
    const paragraph = lineAt(lines, offset) - from + (hasOwnLine ? 0 : 1)
    return { path: sectionPath(sections, offset), paragraph: Math.max(0, paragraph) }
  }
}

/** Index of the last line that begins at or before an offset. */
function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function isHeadingOnly(content: string, { number, title }: Section): boolean {
  return content.length <= number.length + title.length + 4
}
