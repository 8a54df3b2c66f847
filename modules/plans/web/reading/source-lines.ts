import type { ReadingPiece } from '../../contract-reading.ts'

/** A stretch of one line that is shown in one way. */
export interface Piece {
  start: number
  text: string
  /** The position of the candidate it belongs to. */
  candidate: number | null
  damage: string | null
}

export interface SourceLine {
  start: number
  heading: number | null
  noise: boolean
  pieces: Piece[]
}

interface Mark {
  start: number
  end: number
  candidate: number | null
  damage: string | null
}

/** Cuts a piece of the source into lines and these into pieces at every mark. */
export function sourceLines(piece: ReadingPiece, language: 'zh' | 'en'): SourceLine[] {
  const { text, sections, noise, damage, candidates } = piece
  const marks: Mark[] = [
    ...candidates.map(({ position, start, end }) => ({ start, end, candidate: position, damage: null })),
    ...damage.map(({ start, end, message }) => ({ start, end, candidate: null, damage: message[language] })),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const headings = new Map(sections.map((section) => [section.start, section]))
  const lines: SourceLine[] = []
  let markAt = 0
  let noiseAt = 0
  let start = piece.start
  for (const line of text.split('\n')) {
    const end = start + line.length
    while (markAt < marks.length && marks[markAt]!.end <= start) markAt += 1
    while (noiseAt < noise.length && noise[noiseAt]!.end <= start) noiseAt += 1
    const within = noise[noiseAt]
    if (line.trim() !== '') {
      const bare = line.search(/\S/) + start
      lines.push({
        start,
        heading: headingLevel(line, headings.get(bare) ?? headings.get(start)),
        noise: within !== undefined && within.start <= bare && within.end >= end - 1,
        pieces: cut(line, start, end, marks, markAt),
      })
    }
    start = end + 1
  }
  return lines
}

/** A line that goes on after its heading is text, not a heading. */
function headingLevel(line: string, section: ReadingPiece['sections'][number] | undefined): number | null {
  if (!section) return null
  const rest = line.trim().length - section.number.length - section.title.length
  return rest > 4 ? null : section.level
}

/** Where marks lie in each other the one that began last is shown, and the outer one goes on after it. */
function cut(line: string, start: number, end: number, marks: readonly Mark[], from: number): Piece[] {
  const pieces: Piece[] = []
  const around: Mark[] = []
  let at = start
  const push = (until: number) => {
    while (around.length > 0 && around.at(-1)!.end <= at) around.pop()
    if (until <= at) return
    const mark = around.at(-1)
    pieces.push({
      start: at,
      text: line.slice(at - start, until - start),
      candidate: mark?.candidate ?? null,
      damage: mark?.damage ?? null,
    })
    at = until
  }
  /** Up to a place, with every mark that ends before it. */
  const go = (until: number) => {
    while (around.length > 0 && around.at(-1)!.end <= until) {
      push(around.at(-1)!.end)
      around.pop()
    }
    push(until)
  }
  for (let index = from; index < marks.length && marks[index]!.start < end; index += 1) {
    go(Math.max(start, marks[index]!.start))
    around.push(marks[index]!)
  }
  go(end)
  return pieces
}
