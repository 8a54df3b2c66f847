import { describe, expect, test } from 'vitest'
import { contrast } from './contrast.ts'
import { statusMarks } from './status.ts'
import { palettes, statusKeys } from './tokens.ts'

test('contrast is measured as WCAG does', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

describe.each(Object.entries(palettes))('%s', (_name, colours) => {
  const grounds = [colours.paper, colours.surface, colours.sunken]

  test.each(['ink', 'muted', 'accent', 'accentHover', 'actual', 'target'] as const)(
    'text in %s is readable on every ground',
    (key) => {
      for (const ground of grounds) expect(contrast(colours[key], ground)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('text on the accent and links on the soft accent are readable', () => {
    expect(contrast(colours.onAccent, colours.accent)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours.accent, colours.accentSoft)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours.ink, colours.accentSoft)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(statusKeys)('the word for %s is readable on its own ground and on the page', (status) => {
    for (const ground of [...grounds, colours.statusSoft[status]]) {
      expect(contrast(colours.status[status], ground)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('lines that carry meaning and the focus ring stand out', () => {
    for (const ground of grounds) {
      expect(contrast(colours.path, ground)).toBeGreaterThanOrEqual(3)
      expect(contrast(colours.lineStrong, ground)).toBeGreaterThanOrEqual(3)
      expect(contrast(colours.focus, ground)).toBeGreaterThanOrEqual(3)
    }
  })
})

test('every status has a word and a meaning in both languages and a shape of its own', () => {
  const shapes = new Set<string>()
  const words = new Set<string>()
  for (const status of statusKeys) {
    const mark = statusMarks[status]
    for (const text of [mark.word.zh, mark.word.en, mark.meaning.zh, mark.meaning.en]) expect(text).not.toBe('')
    words.add(mark.word.zh)
    shapes.add(`${mark.solid}|${mark.line}`)
  }
  expect(words.size).toBe(statusKeys.length)
  expect(shapes.size).toBe(statusKeys.length)
})
