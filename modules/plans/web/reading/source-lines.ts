import type { ReadingView } from '../../contract-reading.ts'

/** A stretch of one line that is shown in one way. */
export interface Piece {
  start: number
  text: string
  candidateId: string | null
  damage: string | null
}

export interface SourceLine {
  start: number
  heading: number | null
  noise: boolean
  pieces: Piece[]
}

type Marks = Pick<ReadingView, 'text' | 'sections' | 'noise' | 'damage' | 'candidates'>

interface Mark {
  start: number
  end: number
  candidateId: string | null
  damage: string | null
}

/** Cuts the source into lines and these into pieces at every mark. Where two marks overlap, the later one begins where the earlier ends. */
export function sourceLines({ text, sections, noise, damage, candidates }: Marks, language: 'zh' | 'en'): SourceLine[] {
  const marks: Mark[] = [
    ...candidates.map(({ id, start, end }) => ({ start, end, candidateId: id, damage: null })),
    ...damage.map(({ start, end, message }) => ({ start, end, candidateId: null, damage: message[language] })),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const headings = new Map(sections.map((section) => [section.start, section]))
  const lines: SourceLine[] = []
  let markAt = 0
  let noiseAt = 0
  let start = 0
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
function headingLevel(line: string, section: ReadingView['sections'][number] | undefined): number | null {
  if (!section) return null
  const rest = line.trim().length - section.number.length - section.title.length
  return rest > 4 ? null : section.level
}

function cut(line: string, start: number, end: number, marks: readonly Mark[], from: number): Piece[] {
  const pieces: Piece[] = []
  let at = start
  const push = (until: number, mark: Mark | null) => {
    if (until <= at) return
    pieces.push({
      start: at,
      text: line.slice(at - start, until - start),
      candidateId: mark?.candidateId ?? null,
      damage: mark?.damage ?? null,
    })
    at = until
  }
  for (let index = from; index < marks.length && marks[index]!.start < end; index += 1) {
    const mark = marks[index]!
    push(Math.min(mark.start, end), null)
    push(Math.min(mark.end, end), mark)
  }
  push(end, null)
  return pieces
}
