import { expect, test } from 'vitest'
import { foldFunctions } from './functions-held.ts'

test('two tax bureaux become one: all their functions go along', () => {
  const held = foldFunctions(
    [
      { id: 'state-tax', until: '2018-07-05', functions: ['national-taxes'] },
      { id: 'local-tax', until: '2018-07-05', functions: ['local-taxes'] },
      { id: 'tax', from: '2018-07-05', functions: [] },
    ],
    [{ kind: 'merge', date: '2018-07-05', from: ['state-tax', 'local-tax'], to: ['tax'], moves: [] }],
  )
  expect(held).toEqual([
    { function: 'national-taxes', unit: 'state-tax', from: null, until: '2018-07-05' },
    { function: 'local-taxes', unit: 'local-tax', from: null, until: '2018-07-05' },
    { function: 'national-taxes', unit: 'tax', from: '2018-07-05', until: null },
    { function: 'local-taxes', unit: 'tax', from: '2018-07-05', until: null },
  ])
})

test('a function moves without any renaming, and comes back later', () => {
  const move = (date: string, from: string, to: string) => ({
    kind: 'transfer' as const,
    date,
    from: [from],
    to: [to],
    moves: [{ function: 'patents', from, to }],
  })
  const held = foldFunctions(
    [
      { id: 'science', functions: ['patents', 'laboratories'] },
      { id: 'market', functions: [] },
    ],
    [move('2023', 'market', 'science'), move('2019-02-20', 'science', 'market')],
  )
  expect(held).toEqual([
    { function: 'patents', unit: 'science', from: null, until: '2019-02-20' },
    { function: 'laboratories', unit: 'science', from: null, until: null },
    { function: 'patents', unit: 'market', from: '2019-02-20', until: '2023' },
    { function: 'patents', unit: 'science', from: '2023', until: null },
  ])
})

test('a dissolved unit no longer holds what nobody took over', () => {
  expect(foldFunctions([{ id: 'office', until: '2020', functions: ['archives'] }], [])).toEqual([
    { function: 'archives', unit: 'office', from: null, until: '2020' },
  ])
})
