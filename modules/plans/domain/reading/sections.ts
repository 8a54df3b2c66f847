import type { Noise, Section } from './model.ts'
import { type Heading, readHeadings } from './structure/headings.ts'
import { inlinePoints } from './structure/inline-points.ts'
import { OpenSections } from './structure/open-sections.ts'
import { effectiveRanks } from './structure/ranks.ts'
import { documentLines } from './text/lines.ts'

/**
 * The section tree of a document, in document order. A section ends where the next one that is not inside it begins.
 * Points inside a paragraph (一是… 二是…) are sections of their own that end with their line.
 */
export function readSections(text: string, noise: readonly Noise[] = []): Section[] {
  const headings = readHeadings(text, noise)
  const bodyEnd = documentLines(text, noise).at(-1)?.end ?? 0
  const sections = closeSections(placeHeadings(headings), bodyEnd)
  return inlinePoints(text, noise, sections)
}

function placeHeadings(headings: Heading[]): Section[] {
  const open = new OpenSections(effectiveRanks(headings))
  return headings.map((heading, index) => {
    const parent = open.enter(heading, index)
    return {
      start: heading.start,
      end: heading.lineEnd,
      number: heading.number,
      title: heading.title,
      level: open.depth,
      parent,
    }
  })
}

function closeSections(sections: Section[], bodyEnd: number): Section[] {
  const open: Section[] = []
  for (const section of sections) {
    while (open.length > 0 && open.at(-1)!.level >= section.level) open.pop()!.end = section.start
    open.push(section)
  }
  for (const section of open) section.end = Math.max(section.end, bodyEnd)
  return sections
}
