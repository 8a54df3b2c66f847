import { expect, test } from 'vitest'
import { readRegions } from './index.ts'
import { regionsFolder } from './testing/shared.ts'
import { responsibleAt, unitExistsAt, unitNameAt } from './unit-history.ts'

const guangzhou = readRegions(regionsFolder).find((reading) => reading.content.id === 'guangzhou')?.content
if (!guangzhou) throw new Error('The content of guangzhou is missing')
const { units, unitChanges } = guangzhou
const holders = (unit: string, date: string, duty?: string) =>
  responsibleAt({ unit, function: duty }, '2016-07-30', date, unitChanges)

test('two tax bureaux become one, and the tasks of both follow', () => {
  expect(holders('gz-state-tax', '2018-07-04')).toEqual(['gz-state-tax'])
  expect(holders('gz-state-tax', '2018-07-05')).toEqual(['gz-tax'])
  expect(holders('gz-local-tax', '2026-01-01')).toEqual(['gz-tax'])
})

test('a function moves without a rename: the task follows the function, other tasks stay', () => {
  expect(holders('gz-human-resources', '2026-01-01', 'foreign-experts')).toEqual(['gz-science'])
  expect(holders('gz-human-resources', '2026-01-01', 'human-resources')).toEqual(['gz-human-resources'])
  expect(holders('gz-human-resources', '2026-01-01')).toEqual(['gz-human-resources'])
  expect(holders('gz-human-resources', '2018-12-31', 'foreign-experts')).toEqual(['gz-human-resources'])
})

test('a renamed commission is one unit with two names', () => {
  const science = units.find((unit) => unit.id === 'gz-science')
  if (!science) throw new Error('gz-science is missing')
  expect(holders('gz-science', '2026-01-01')).toEqual(['gz-science'])
  expect(unitNameAt(science, '2016-07-30').short).toContain('市科技创新委')
  expect(unitNameAt(science, '2020').short).toContain('市科技局')
})

test('a unit exists on the day it ends, and not in the year after', () => {
  const unit = { from: '2015-02', until: '2018-07-05' }
  expect(unitExistsAt(unit, '2015')).toBe(true)
  expect(unitExistsAt(unit, '2015-01-31')).toBe(false)
  expect(unitExistsAt(unit, '2018-07-05')).toBe(true)
  expect(unitExistsAt(unit, '2018-07-06')).toBe(false)
  expect(unitExistsAt(unit, '2019')).toBe(false)
})

test('one unit split into two: what moves goes where it is said to go', () => {
  const at = { file: '', line: 1 }
  const split = {
    id: 'split',
    kind: 'split' as const,
    date: '2020',
    from: ['old'],
    to: ['food', 'drugs'],
    moves: [
      { function: 'food-safety', from: 'old', to: 'food' },
      { function: 'drug-supervision', from: 'old', to: 'drugs' },
    ],
    cite: { verified: 'unverified' as const, note: 'invented' },
    region: 'town',
    key: 'split',
    at,
  }
  expect(responsibleAt({ unit: 'old', function: 'drug-supervision' }, '2019', '2021', [split])).toEqual(['drugs'])
  expect(responsibleAt({ unit: 'old' }, '2019', '2021', [split])).toEqual(['food', 'drugs'])
})
