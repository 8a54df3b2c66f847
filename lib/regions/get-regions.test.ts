import { AppError } from '@opensti/kernel'
import { expect, test } from 'vitest'
import { chainOf, findIndicator, getRegions } from './index.ts'
import { regionsFolder } from './testing/shared.ts'
import { inWorld, soundFiles, withFault } from './testing/small-world.ts'

test('parents come before their children', () => {
  const ids = getRegions(regionsFolder).map((content) => content.id)
  expect(ids[0]).toBe('china')
  expect(ids.indexOf('guangdong')).toBeLessThan(ids.indexOf('guangdong-prd'))
  expect(ids.indexOf('guangdong-prd')).toBeLessThan(ids.indexOf('guangzhou'))
})

test('a city inherits definitions from its country and its area, and says whose they are', () => {
  const regions = getRegions(regionsFolder)
  const guangzhou = chainOf(regions, 'guangzhou')
  expect(guangzhou.map((content) => content.id)).toEqual(['guangzhou', 'guangdong', 'china', 'guangdong-prd'])
  expect(findIndicator(guangzhou, 'high-tech-enterprises')?.region).toBe('china')
  expect(findIndicator(chainOf(regions, 'qingyuan'), 'high-tech-enterprises')?.region).toBe('china')
  expect(findIndicator(chainOf(regions, 'qingyuan'), 'sti-enterprises')).toBeUndefined()
})

test('faulty content is refused as a whole, with every place', () => {
  const load = () => inWorld(withFault('town/plans/town-2026.yaml', 'unit: 家', 'unit: 件'), getRegions)
  expect(load).toThrow(AppError)
  expect(load).toThrow('1 faults')
  try {
    load()
  } catch (error) {
    expect(error).toMatchObject({
      code: 'region_content_faulty',
      details: [{ place: { file: 'town/plans/town-2026.yaml', line: 15 } }],
    })
  }
  expect(inWorld({ ...soundFiles }, getRegions)).toHaveLength(2)
})
