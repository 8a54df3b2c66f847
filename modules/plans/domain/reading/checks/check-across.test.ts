import { describe, expect, it } from 'vitest'
import { checkAcross, type LedgerContext, type StatedFact } from './check-across.ts'

const context: LedgerContext = {
  parts: new Map([['riverland', ['lakeside', 'hillside']]]),
  additive: new Set(['incubators', 'firms']),
  lowerIsBetter: new Set(['energy']),
}

let made = 0

/** A target of 150 incubators for 2025 in the plan of Lakeside, changed where a test needs it. */
function aFact(change: Partial<StatedFact> = {}): StatedFact {
  made++
  return {
    id: `f${made}`,
    regionId: 'lakeside',
    indicatorId: 'incubators',
    name: { zh: '孵化器数量', en: 'Incubators' },
    kind: 'target',
    comparator: 'eq',
    value: 150,
    value2: null,
    unit: '家',
    year: 2025,
    startYear: null,
    perYear: false,
    estimate: false,
    document: { id: 'plan', title: { zh: '规划', en: 'Plan' }, year: 2021 },
    place: null,
    ...change,
  }
}

const report = { id: 'report', title: { zh: '总结', en: 'Report' }, year: 2024 }
const other = { id: 'other', title: { zh: '方案', en: 'Scheme' }, year: 2022 }
const province = { id: 'province', title: { zh: '省规划', en: 'Provincial plan' }, year: 2021 }
const actual = (value: number, year: number): StatedFact => aFact({ kind: 'actual', value, year, document: report })
const found = (...facts: StatedFact[]) => checkAcross(facts, context).map(({ kind, result }) => `${kind} ${result}`)

describe('a target and published values', () => {
  it.each<[string, StatedFact[], string[]]>([
    ['passed early is good news', [aFact(), actual(192, 2023)], ['passed-target holds']],
    ['still ahead', [aFact(), actual(120, 2023)], []],
    ['passed before it was set', [aFact(), actual(160, 2020)], ['passed-target contradicts']],
    ['reached in its own year only', [aFact(), actual(160, 2025)], []],
    [
      'in another unit',
      [aFact({ value: 2, unit: '万家' }), aFact({ kind: 'actual', value: 23_000, year: 2023, document: report })],
      ['passed-target holds'],
    ],
    [
      'lower is better',
      [
        aFact({ indicatorId: 'energy', comparator: 'le', value: 0.4, unit: '吨' }),
        aFact({ indicatorId: 'energy', kind: 'actual', value: 0.38, unit: '吨', year: 2023, document: report }),
      ],
      ['passed-target holds'],
    ],
    ['an increase is no level', [aFact({ comparator: 'inc', value: 20, startYear: 2021 }), actual(160, 2023)], []],
  ])('%s', (_title, facts, expected) => {
    expect(found(...facts)).toEqual(expected)
  })
})

describe('two papers', () => {
  it.each<[string, StatedFact[], string[]]>([
    ['agree', [aFact(), aFact({ document: other })], ['repeated holds']],
    ['differ', [aFact(), aFact({ value: 180, document: other })], ['repeated contradicts']],
    [
      'one rounds',
      [aFact({ value: 1.2, unit: '万家' }), aFact({ value: 12_340, document: other })],
      ['repeated holds-after-rounding'],
    ],
    [
      'two floors',
      [aFact({ comparator: 'ge' }), aFact({ comparator: 'ge', value: 180, document: other })],
      ['repeated contradicts'],
    ],
    [
      'a value above a floor',
      [aFact({ comparator: 'ge' }), aFact({ value: 180, document: other })],
      ['repeated holds-after-rounding'],
    ],
    ['other years', [aFact(), aFact({ year: 2023, value: 100, document: other })], []],
    ['one target, two dates', [aFact(), aFact({ year: 2023, document: other })], ['repeated contradicts']],
    [
      'an estimate gives way',
      [aFact({ kind: 'actual', estimate: true }), aFact({ kind: 'actual', value: 151, document: other })],
      [],
    ],
    ['target and value are two things', [aFact(), aFact({ kind: 'actual', value: 149, document: other })], []],
  ])('%s', (_title, facts, expected) => {
    expect(found(...facts)).toEqual(expected)
  })
})

describe('a region and its parts', () => {
  const whole = (change: Partial<StatedFact> = {}) => aFact({ regionId: 'riverland', document: province, ...change })
  const hillside = (change: Partial<StatedFact> = {}) => aFact({ regionId: 'hillside', document: other, ...change })
  it.each<[string, StatedFact[], string[]]>([
    ['a part above the whole', [whole({ value: 100 }), aFact()], ['incompatible-targets contradicts']],
    ['a part above an open whole', [whole({ value: 100, comparator: 'ge' }), aFact()], ['incompatible-targets holds']],
    [
      'the sum falls short',
      [whole({ value: 400 }), aFact(), hillside({ value: 200 })],
      ['incompatible-targets contradicts'],
    ],
    ['the sum reaches it', [whole({ value: 400, comparator: 'ge' }), aFact(), hillside({ value: 250 })], []],
    ['a part is missing', [whole({ value: 400 }), aFact()], []],
    [
      'open parts may reach it',
      [whole({ value: 400 }), aFact({ comparator: 'ge' }), hillside({ comparator: 'ge', value: 200 })],
      [],
    ],
    [
      'a share above all parts',
      [
        whole({ indicatorId: 'share', value: 60, unit: '%' }),
        aFact({ indicatorId: 'share', value: 40, unit: '%' }),
        hillside({ indicatorId: 'share', value: 50, unit: '%' }),
      ],
      ['incompatible-targets contradicts'],
    ],
  ])('%s', (_title, facts, expected) => {
    expect(found(...facts)).toEqual(expected)
  })
})
