import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFigures } from './check-figures.ts'
import { RELATIONS } from './testing/report-2016-relations.ts'

/** Real slips of the source. */
const KNOWN = ['repeated:418家 418项', 'share:95项 31项 32%']

const seeds = new URL('../../../../../../shared/seeds/', import.meta.url)
const report = new URL('003_fa7184decc579a43.txt', seeds)
const missing = !existsSync(report)

/** Changes that no relation of the table tells apart from another true reading: see the notes in share.ts. */
const AMBIGUOUS = new Set(['58#1', '53.7#1', '31#1'])

describe.skipIf(missing)(missing ? 'the 2016 report: not run, ../shared is absent' : 'the 2016 report', () => {
  const text = missing ? '' : readFileSync(report, 'utf8')
  const contradictions = (changed: string) =>
    checkFigures(changed, [])
      .filter(({ result }) => result === 'contradicts')
      .map(({ kind, places }) => `${kind}:${places.map(({ start, end }) => changed.slice(start, end)).join(' ')}`)

  it('unchanged, shows only what a clerk would query: one share and one unit of count', () => {
    expect(contradictions(text)).toEqual(KNOWN)
  })

  const numbers = [...new Set(RELATIONS.filter(({ broken }) => !broken).flatMap((relation) => relation.numbers))]

  it.each(numbers.filter((name) => !AMBIGUOUS.has(name)))(
    '%s changed by one in its last digit, where that breaks a relation',
    (name) => {
      const [digits = '', occurrence] = name.split('#')
      const pattern = new RegExp(`(?<![\\d.])${digits.replace('.', '\\.')}(?![\\d.]*\\d)`, 'g')
      const at = [...text.matchAll(pattern)][Number(occurrence) - 1]?.index ?? Number.NaN
      const last = Number(digits.at(-1))
      for (const digit of [last + 1, last - 1].filter((value) => value >= 0 && value <= 9)) {
        const changed = `${digits.slice(0, -1)}${digit}`
        const breaks = RELATIONS.some(
          (relation) =>
            !relation.broken &&
            relation.numbers.includes(name) &&
            !relation.holds(relation.numbers.map((other) => Number(other === name ? changed : other.split('#')[0]))),
        )
        if (!breaks) continue
        const found = contradictions(text.slice(0, at) + changed + text.slice(at + digits.length))
        expect(
          found.some((contradiction) => !KNOWN.includes(contradiction)),
          `${name} → ${changed}`,
        ).toBe(true)
      }
    },
  )
})

const others = ['000_8d30c805f7612e19', '001_2bdc0bcdbbb894b5', '002_63669fec260b4861', '004_c91499acc1fbdec2']
const absent = !existsSync(seeds)

describe.skipIf(absent)(absent ? 'the other seeds: not run, ../shared is absent' : 'the other seeds', () => {
  it.each(others)('%s shows no contradiction', (name) => {
    const text = readFileSync(new URL(`${name}.txt`, seeds), 'utf8')
    expect(checkFigures(text, []).filter(({ result }) => result === 'contradicts')).toEqual([])
  })
})
