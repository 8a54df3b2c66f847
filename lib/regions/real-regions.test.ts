import { expect, test } from 'vitest'
import { getRegions, type RegionContent } from './index.ts'
import { regionsFolder } from './testing/shared.ts'

const regions = getRegions(regionsFolder)
const region = (id: string): RegionContent => {
  const found = regions.find((content) => content.id === id)
  if (!found) throw new Error(`The region ${id} is missing`)
  return found
}

test('what the copies lost is recorded as lost', () => {
  const lost = (id: string, plan: string) =>
    region(id)
      .lost.filter((one) => one.plan === plan)
      .map((one) => `${one.kind} ${one.id}`)
  expect(lost('guangdong-prd', 'prd-integration-2014-2020')).toContain('table stages-table')
  expect(lost('guangzhou', 'gz-demonstration-2016-2020')).toEqual(expect.arrayContaining(['box box-4', 'box box-5']))
  expect(lost('qingyuan', 'qy-14fyp-2021-2025')).toContain('year base-years')
})

test('a masked year is kept as masked, never guessed', () => {
  const masked = region('qingyuan').targets.filter((target) => target.yearMasked)
  expect(masked.map((target) => target.id)).toContain('base-high-tech')
  expect(masked.every((target) => target.year === null)).toBe(true)
})

test('where two papers disagree both facts are kept and the difference is told', () => {
  const guangzhou = region('guangzhou')
  const goals = guangzhou.targets.filter((target) => target.indicator === 'maker-spaces')
  expect(goals.map((target) => [target.value, target.year])).toEqual([
    [150, 2020],
    [150, 2018],
  ])
  expect(guangzhou.conflicts.map((conflict) => conflict.id)).toContain('maker-spaces-150')
})

test('a city is a child of its province', () => {
  for (const id of ['guangzhou', 'qingyuan', 'guangdong-prd']) expect(region(id).region.parent).toBe('guangdong')
})

test('places share a definition where they measure the same', () => {
  const codes = (id: string) => new Set(region(id).targets.map((target) => target.indicator))
  const shared = [...codes('guangzhou')].filter((code) => codes('qingyuan').has(code))
  expect(shared).toEqual(
    expect.arrayContaining([
      'high-tech-enterprises',
      'rd-intensity',
      'invention-patents-per-10k',
      'industrial-rd-unit-share',
    ]),
  )
})

test('figures of real places come from their papers; the few that do not say so', () => {
  const real = regions.filter((content) => !content.region.invented)
  const unsourced = real
    .flatMap((content) => [...content.targets, ...content.values, ...content.comparisons])
    .filter((fact) => fact.cite.verified === 'unverified')
  expect(new Set(unsourced.map((fact) => fact.indicator))).toEqual(
    new Set(['gdp', 'resident-population', 'rd-intensity']),
  )
  expect(unsourced.every((fact) => fact.cite.note)).toBe(true)
})
