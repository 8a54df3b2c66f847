import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { accountsWords } from './words.ts'

type Words = { [key: string]: string | Words }

/** Every text with the path to it. */
function textsOf(words: Words, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[path + key, value]] : [...textsOf(value, `${path}${key}.`)],
    ),
  )
}

const zh = textsOf(accountsWords.zh)
const en = textsOf(accountsWords.en)
const here = import.meta.dirname
const filesOf = (folder: string, pattern: string) =>
  globSync(pattern, { cwd: folder })
    .filter((name) => !name.includes('.test.'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
const screens = filesOf(here, '**/*.{ts,tsx}').join('\n')

test('both languages hold the same keys, and no text is empty', () => {
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
  expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('both languages fill in the same values', () => {
  const values = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()
  for (const [key, text] of zh) expect([key, values(en.get(key))]).toEqual([key, values(text)])
})

test('every key that a screen asks for exists', () => {
  const asked = [...screens.matchAll(/\bt\('([\w.-]+)'/g)].map((match) => match[1] ?? '')
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter((key) => !zh.has(key))).toEqual([])
  const groups = [...screens.matchAll(/\bt\(`([\w.-]+)\.\$\{/g)].map((match) => `${match[1]}.`)
  expect(groups.filter((group) => ![...zh.keys()].some((key) => key.startsWith(group)))).toEqual([])
})

test('no text is left that no screen asks for', () => {
  const groups = [...screens.matchAll(/`([\w.-]+)\.\$\{/g)].map((match) => `${match[1]}.`)
  const unasked = [...zh.keys()].filter(
    (key) => !screens.includes(`'${key}'`) && !groups.some((group) => key.startsWith(group)),
  )
  expect(unasked).toEqual([])
})

test('Chinese texts use full-width punctuation', () => {
  expect([...zh].filter(([, text]) => /[\p{Script=Han}”}][,;:!?()]|[,;:!?()]\p{Script=Han}/u.test(text))).toEqual([])
})

describe('what the server does has a name', () => {
  const server = globSync('*/server', { cwd: join(here, '../..') })
    .map((folder) => join(here, '../..', folder))
    .flatMap((folder) => filesOf(folder, '**/*.ts'))
    .join('\n')
  const recorded = [...server.matchAll(/recordAudit\([\s\S]*?action:([\s\S]*?),\n/g)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/'([\w.-]+\.[\w.-]+)'/g)].map((code) => code[1] ?? ''),
  )

  test('each action that leaves an entry in the log', () => {
    expect(recorded.length).toBeGreaterThan(15)
    expect(recorded.filter((action) => !zh.has(`actions.${action}`))).toEqual([])
  })

  test('each write of its own name', () => {
    const writes = [...server.matchAll(/transaction\(\s*\w+,\s*'([\w.-]+)'/g)].map((match) => match[1] ?? '')
    expect(writes.length).toBeGreaterThan(100)
    expect(writes.filter((write) => !zh.has(`actions.${write}`))).toEqual([])
  })

  test('each object of an entry', () => {
    const kinds = [...server.matchAll(/\{ kind: '([\w-]+)', id: /g)].map((match) => match[1] ?? '')
    expect(kinds.length).toBeGreaterThan(10)
    expect(kinds.filter((kind) => !zh.has(`audit.objects.${kind}`))).toEqual([])
  })
})
