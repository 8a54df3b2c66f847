import { expect, it } from 'vitest'
import { byUrgency, lightOfItem, lightOfReturn, lightOfStatus } from './light.ts'

it('a target is red when it is missed or far behind, amber when behind, and else not shown', () => {
  expect(['missed', 'far-behind', 'behind', 'on-track', 'not-yet', 'no-data'].map(lightOfStatus)).toEqual([
    'red',
    'red',
    'amber',
    null,
    null,
    null,
  ])
})

it('a return is red after a working week', () => {
  expect([1, 4, 5, 30].map(lightOfReturn)).toEqual(['amber', 'amber', 'red', 'red'])
})

it('an item is red once it has climbed to supervision; asking for time alone is amber', () => {
  expect(lightOfItem({ light: 'overdue', rung: 'unit-leader' })).toBe('amber')
  expect(lightOfItem({ light: 'overdue', rung: 'supervisor' })).toBe('red')
  expect(lightOfItem({ light: 'overdue', rung: 'head' })).toBe('red')
  expect(lightOfItem({ light: 'in-time', rung: 'owner' })).toBe('amber')
})

it('red stands before amber, targets before items before returns, the heaviest first', () => {
  const all = [
    { light: 'amber', kind: 'indicator', weight: 9 },
    { light: 'red', kind: 'return', weight: 3 },
    { light: 'red', kind: 'item', weight: 1 },
    { light: 'red', kind: 'item', weight: 8 },
    { light: 'red', kind: 'indicator', weight: 0 },
  ] as const
  expect([...all].sort(byUrgency).map(({ kind, weight }) => `${kind} ${weight}`)).toEqual([
    'indicator 0',
    'item 8',
    'item 1',
    'return 3',
    'indicator 9',
  ])
})
