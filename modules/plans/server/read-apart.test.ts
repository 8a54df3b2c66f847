import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cutPieces } from '../domain/matching/cut-pieces.ts'
import { type PreparedCandidate, prepareCandidates } from '../domain/matching/prepare-candidates.ts'
import { readDocument } from '../domain/reading/read-document.ts'
import { readApart, type ToRead } from './read-apart.ts'

const line = '到2030年，高新技术企业达到5000家。\n'
const nothing = { indicators: [], units: [] }

async function readAll(toRead: ToRead) {
  const { outline, batches, stop } = await readApart(toRead)
  const candidates: PreparedCandidate[] = []
  let text = ''
  for await (const { table, rows } of batches()) {
    if (table === 'candidate') candidates.push(...(JSON.parse(rows) as PreparedCandidate[]))
    else text += (JSON.parse(rows) as { text: string }[]).map((piece) => piece.text).join('')
  }
  stop()
  return { outline, candidates, text }
}

it('finds apart what it finds here', async () => {
  const source = new URL('../../../regions/lakeside/sources/work-report-2025.txt', import.meta.url)
  const text = readFileSync(source, 'utf8')
  const here = readDocument(text)
  const apart = await readAll({ text, ...nothing })
  expect(apart.outline.document).toEqual(here.document)
  expect(apart.candidates).toEqual(JSON.parse(JSON.stringify([...prepareCandidates(here, nothing)])))
  expect(apart.text).toBe(text)
})

it('cuts every text into pieces that give it again, whole characters and marks in their piece', () => {
  const long = `${'𠮷'.repeat(9_001)}\n${line.repeat(3_000)}${'无句号'.repeat(9_000)}`
  const reading = readDocument(long)
  const pieces = [...cutPieces(reading)]
  expect(pieces.map((piece) => piece.text).join('')).toBe(long)
  expect(pieces.every((piece) => piece.text.isWellFormed() && piece.text.length <= 12_001)).toBe(true)
  for (const { place_start, place_end, marks } of pieces)
    for (const mark of [...marks.sections, ...marks.damage])
      expect(mark.start >= place_start && mark.start < place_end).toBe(true)
})

it('lets others go on while a long text is read', async () => {
  let beats = 0
  const heart = setInterval(() => beats++, 20)
  const { candidates } = await readAll({ text: line.repeat(4_000), ...nothing })
  clearInterval(heart)
  expect(candidates).toHaveLength(4_000)
  expect(beats).toBeGreaterThan(3)
})

it('refuses what takes too long, and says what to do', async () => {
  const toRead = { text: line.repeat(50_000), ...nothing }
  await expect(readApart(toRead, { milliseconds: 50 })).rejects.toMatchObject({ code: 'document_too_hard' })
})

it('refuses a text that is nothing but numbers before reading it', async () => {
  const toRead = { text: '1家'.repeat(2_000_000), ...nothing }
  await expect(readApart(toRead)).rejects.toMatchObject({
    code: 'too_many_numbers',
    text: { zh: expect.stringContaining('60 万处') },
    remedy: { zh: expect.stringContaining('拆成') },
  })
})
