import type { DocumentInfo, Figure, Noise, Section } from '../model.ts'
import { Clock } from './clock.ts'
import { readFrame } from './frame.ts'
import { normalize } from './normalize.ts'
import { followOutline } from './outline.ts'
import { findParagraphs } from './paragraphs.ts'
import { readParagraph } from './read-paragraph.ts'
import { readTables } from './tables.ts'

const BULLET = /^\s*(?:——|[—●•◆■▪○·-]|[①-⑳])/

export interface FigureContext {
  sections: Section[]
  noise: Noise[]
  document: DocumentInfo
}

/**
 * Reads every quantified statement of an official text: value, unit and comparator as written, the year or period it
 * holds for, and whether it is a target, a baseline or an achievement. Pure and linear in the length of the text.
 */
export function readFigures(text: string, context: FigureContext): Figure[] {
  const plain = normalize(text)
  const frame = readFrame(plain, context.document)
  const outline = followOutline(plain, context.sections, frame)
  const tables = readTables(plain, context.noise, frame)
  const figures: Figure[] = tables.flatMap((table) => table.figures)
  let clock: Clock | null = null
  let nextTable = 0
  for (const { start, end } of findParagraphs(plain, [...context.noise, ...tables.map(asNoise)])) {
    while (nextTable < tables.length && (tables[nextTable]?.end ?? 0) <= start) nextTable += 1
    const part = outline.enter(start, end)
    clock ??= new Clock(frame, part)
    clock.enter(part, BULLET.test(plain.slice(start, start + 12)))
    if (!part.glossary) figures.push(...readParagraph(plain, start, end, part, frame, clock))
  }
  for (const figure of figures) {
    figure.quote = text.slice(figure.start, figure.end)
    figure.unit = asWritten(figure.unit, figure.quote)
  }
  return figures.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** 台（套） keeps the brackets of the document. */
function asWritten(unit: string, quote: string): string {
  const at = unit.includes('(') ? normalize(quote).lastIndexOf(unit) : -1
  return at < 0 ? unit : quote.slice(at, at + unit.length)
}

function asNoise({ start, end }: { start: number; end: number }): Noise {
  return { start, end, reason: 'menu' }
}
