import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDocument } from '../domain/reading/read-document.ts'
import { readApart } from './read-apart.ts'

const line = '到2030年，高新技术企业达到5000家。\n'

it('finds apart what it finds here', async () => {
  const source = new URL('../../../regions/lakeside/sources/work-report-2025.txt', import.meta.url)
  const text = readFileSync(source, 'utf8')
  expect(await readApart(text)).toEqual(readDocument(text))
})

it('lets others go on while a long text is read', async () => {
  let beats = 0
  const heart = setInterval(() => beats++, 20)
  const reading = await readApart(line.repeat(4_000))
  clearInterval(heart)
  expect(reading.figures).toHaveLength(4_000)
  expect(beats).toBeGreaterThan(3)
})

it('refuses what takes too long, and says what to do', async () => {
  await expect(readApart(line.repeat(50_000), { milliseconds: 50 })).rejects.toMatchObject({
    code: 'document_too_hard',
  })
})
