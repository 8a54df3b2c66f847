/**
 * One measurement of the reader, in a process of its own, so that nothing is warm and memory is its own.
 *
 *   node bench/read-files.ts MEGABYTES FILE…   reads each file once, or, with MEGABYTES > 0, their texts repeated to that size
 *
 * Prints one line of JSON: milliseconds of reading after start-up, largest memory of the process, characters, figures.
 */
import { readFileSync } from 'node:fs'
import { readDocument } from '@opensti/plans/reading'

const [size, ...files] = process.argv.slice(2)
const texts = files.map((file) => readFileSync(file, 'utf8'))
const wanted = Number(size) * 1e6
const documents = wanted > 0 ? [repeatTo(wanted, texts.join('\n'))] : texts

let figures = 0
const began = performance.now()
for (const text of documents) figures += readDocument(text).figures.length
const milliseconds = performance.now() - began
process.stdout.write(
  `${JSON.stringify({
    milliseconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    characters: documents.reduce((sum, text) => sum + text.length, 0),
    figures,
  })}\n`,
)

/** Whole texts, one after the other, until the size in UTF-8 bytes is reached. */
function repeatTo(bytes: number, text: string): string {
  return `${text}\n`.repeat(Math.max(1, Math.round(bytes / Buffer.byteLength(text))))
}
