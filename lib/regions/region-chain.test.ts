import { expect, it } from 'vitest'
import { type RegionLinks, regionChain, regionFamily } from './region-chain.ts'

const region = (id: string, parent: string | null, areas: string[] = []): RegionLinks => ({ id, parent, areas })
const regions = [
  region('land', null),
  region('province', 'land'),
  region('delta', 'province'),
  region('port', 'province', ['delta']),
  region('hills', 'province'),
  region('harbour', 'port'),
]

it('climbs to the root, then to the areas a region lies in, each once', () => {
  expect(regionChain(regions, 'port')).toEqual(['port', 'province', 'land', 'delta'])
  expect(regionChain(regions, 'harbour')).toEqual(['harbour', 'port', 'province', 'land'])
})

it('ends at a parent that is missing, or that leads back', () => {
  expect(regionChain([region('a', 'b'), region('b', 'a')], 'a')).toEqual(['a', 'b'])
  expect(regionChain([region('a', 'gone', ['lost'])], 'a')).toEqual(['a'])
  expect(regionChain(regions, 'nowhere')).toEqual([])
})

it('a family is all above and all within, cities of an area too, and no neighbour', () => {
  expect(regionFamily(regions, 'port')).toEqual(['port', 'province', 'land', 'delta', 'harbour'])
  expect(regionFamily(regions, 'delta')).toEqual(['delta', 'province', 'land', 'port'])
})
