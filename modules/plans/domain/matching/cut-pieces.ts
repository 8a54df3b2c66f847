import type { Damage, Noise, Reading, Section } from '../reading/model.ts'

/** A stretch of a document that a screen asks for at once, with what is to be seen in it besides candidates. */
export interface Piece {
  number: number
  place_start: number
  place_end: number
  text: string
  marks: {
    sections: Pick<Section, 'start' | 'end' | 'number' | 'title' | 'level'>[]
    noise: Noise[]
    damage: Damage[]
  }
}

/** Characters of a piece: some pages, which a screen draws in a blink. */
const wanted = 8_000

/** Cuts a document into pieces at the ends of lines, and very long lines at the ends of sentences. */
export function* cutPieces({ text, sections, noise, damage }: Reading): Generator<Piece> {
  let [section, mark, number] = [0, 0, 0]
  let stretch = 0
  for (let start = 0; start < text.length; number += 1) {
    const end = endOfPiece(text, start)
    const piece: Piece = {
      number,
      place_start: start,
      place_end: end,
      text: text.slice(start, end),
      marks: { sections: [], noise: [], damage: [] },
    }
    for (; section < sections.length && sections[section]!.start < end; section += 1) {
      const { start: from, end: to, number: own, title, level } = sections[section]!
      piece.marks.sections.push({ start: from, end: to, number: own, title, level })
    }
    for (; mark < damage.length && damage[mark]!.start < end; mark += 1) piece.marks.damage.push(damage[mark]!)
    for (; stretch < noise.length && noise[stretch]!.start < end; stretch += 1) {
      piece.marks.noise.push(noise[stretch]!)
      // It goes on in the next piece.
      if (noise[stretch]!.end > end) break
    }
    yield piece
    start = end
  }
}

function endOfPiece(text: string, start: number): number {
  if (text.length - start <= wanted * 1.5) return text.length
  const line = text.lastIndexOf('\n', start + wanted)
  if (line > start + wanted / 4) return line + 1
  const sentence = text.lastIndexOf('。', start + wanted)
  if (sentence > start + wanted / 4) return sentence + 1
  const at = start + wanted
  const isHalf = (text.charCodeAt(at) & 0xfc00) === 0xdc00
  return isHalf ? at + 1 : at
}
