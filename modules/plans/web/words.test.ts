import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plansWords } from './words.ts'

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && file !== 'words.ts')
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))

/** Keys that stand in the code as they are, also as one of two in a condition. */
const literal = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/\bt\(([^()]*)/g)].flatMap(([, inside = '']) =>
      [...inside.matchAll(/'([a-zA-Z]+\.[a-zA-Z.-]+)'/g)].map(([, key = '']) => key),
    ),
  ),
)
/** Groups of keys of which the code takes one by a value: t(`kinds.${kind}`). */
const groups = new Set(
  sources.flatMap((source) => [...source.matchAll(/\bt\(`([a-zA-Z]+)\.\$\{/g)].map(([, group = '']) => group)),
)

const said = keysOf(plansWords.zh)

test('both languages say everything, and English says it without Chinese characters', () => {
  expect(keysOf(plansWords.en)).toEqual(said)
  expect(JSON.stringify(plansWords.en)).not.toMatch(/[一-鿿]/)
})

test('every word that a screen asks for is there', () => {
  expect(literal.size).toBeGreaterThan(60)
  expect([...literal].filter((key) => !said.includes(key))).toEqual([])
  expect([...groups].filter((group) => !said.some((key) => key.startsWith(`${group}.`)))).toEqual([])
})

test('no word is kept that no screen asks for', () => {
  const asked = (key: string) => literal.has(key) || groups.has(key.split('.')[0] ?? '')
  expect(said.filter((key) => !asked(key))).toEqual([])
})

test('Chinese is set with full-width punctuation', () => {
  for (const text of textsOf(plansWords.zh)) expect(text).not.toMatch(/[一-鿿][,;:?!()]/)
})

test('a word takes the same values in both languages', () => {
  const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
  const [zh, en] = [textsOf(plansWords.zh), textsOf(plansWords.en)]
  for (const [index, text] of zh.entries()) expect(values(en[index] ?? ''), text).toEqual(values(text))
})

function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, part]) =>
    typeof part === 'string' ? [`${path}${key}`] : keysOf(part as object, `${path}${key}.`),
  )
}

function textsOf(words: object): string[] {
  return Object.values(words).flatMap((part) => (typeof part === 'string' ? [part] : textsOf(part as object)))
}
