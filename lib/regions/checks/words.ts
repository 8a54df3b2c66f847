import type { Fault } from '../faults.ts'
import type { RegionReading } from '../read-region.ts'
import type { FieldPath, SourceFile } from '../source-file.ts'

/** Words of damaged copies must not reach content. They may only stand where damage itself is described. */
export function checkWords(readings: readonly RegionReading[]): Fault[] {
  const words = readings.flatMap((reading) => reading.content.damagedWords)
  return readings
    .flatMap((reading) => reading.sources)
    .filter((source) => !source.file.endsWith('damaged-words.yaml'))
    .flatMap((source) =>
      textsOf(source.data).flatMap(({ text, path }) =>
        describesDamage(path)
          ? []
          : words
              .filter((word) => text.includes(word.wrong))
              .map((word) => damaged(source, path, word.wrong, word.right)),
      ),
    )
}

/** `damage[].found` in documents quotes what the copy says. */
function describesDamage(path: FieldPath): boolean {
  return path[0] === 'damage' && path.at(-1) === 'found'
}

function damaged(source: SourceFile, path: FieldPath, wrong: string, right: string): Fault {
  return {
    file: source.file,
    line: source.lineOf(path),
    path: path.join('.'),
    message: { zh: `“${wrong}”是受损副本中的错词`, en: `"${wrong}" is a word that a damaged copy got wrong` },
    remedy: { zh: `改为“${right}”`, en: `Write "${right}"` },
  }
}

/** Every text of a file with its path. */
export function textsOf(data: unknown, path: FieldPath = []): { text: string; path: FieldPath }[] {
  if (typeof data === 'string') return [{ text: data, path }]
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) =>
    textsOf(value, [...path, Array.isArray(data) ? Number(key) : key]),
  )
}
