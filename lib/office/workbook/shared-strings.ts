import { decodeEscapes } from './escapes.ts'
import type { Parts } from './parts.ts'
import { readXml } from './xml.ts'

/** The texts that cells refer to by number. Runs of rich text are joined; phonetic readings are left out. */
export function readSharedStrings(parts: Parts, part: string | null): string[] {
  const strings: string[] = []
  if (part === null) return strings
  let text = ''
  let inText = false
  let inReading = false
  readXml(parts.text(part), {
    open(tag) {
      if (tag === 'si') text = ''
      else if (tag === 't') inText = !inReading
      else if (tag === 'rPh') inReading = true
    },
    text(piece) {
      if (inText) text += piece
    },
    close(tag) {
      if (tag === 'si') strings.push(decodeEscapes(text))
      else if (tag === 't') inText = false
      else if (tag === 'rPh') inReading = false
    },
  })
  return strings
}
