import { expect, test } from 'vitest'
import { describeChanges, readRegions, rowsOf } from './index.ts'
import { inWorld, soundFiles, withFault } from './testing/small-world.ts'

const rows = (files: Record<string, string>) =>
  inWorld(files, (root) => readRegions(root).flatMap((reading) => rowsOf(reading.content)))

test('loading the same content again changes nothing', () => {
  expect(describeChanges(rows({ ...soundFiles }), rows({ ...soundFiles }))).toEqual([])
})

test('moving a fact within its file changes nothing', () => {
  const moved = withFault('town/values/values.yaml', 'indicator: incubators', '# a remark\n\nindicator: incubators')
  expect(describeChanges(rows({ ...soundFiles }), rows(moved))).toEqual([])
})

test('a changed number is shown with its field, before and after', () => {
  const after = withFault('town/plans/town-2026.yaml', 'value: 30', 'value: 35')
  expect(describeChanges(rows({ ...soundFiles }), rows(after))).toEqual([
    {
      kind: 'targets',
      region: 'town',
      key: 'town-2026/incubators-2030',
      change: 'changed',
      fields: [{ field: 'value', before: 30, after: 35 }],
    },
  ])
})

test('what is new and what is gone are told apart, with all their fields', () => {
  const before = rows({ ...soundFiles })
  const after = rows(withFault('town/plans/town-2026.yaml', 'id: box-1', 'id: box-2'))
  const changes = describeChanges(before, after)
  expect(changes.map(({ key, change }) => [key, change])).toEqual([
    ['town-2026/box-2', 'added'],
    ['town-2026/box-1', 'removed'],
  ])
  expect(changes[0]?.fields).toContainEqual({ field: 'names', before: undefined, after: { zh: '专栏1', en: 'Box 1' } })
})

test('everything is new over an empty database, in the order of the files', () => {
  const all = rows({ ...soundFiles })
  const changes = describeChanges([], all)
  expect(changes).toHaveLength(all.length)
  expect(new Set(changes.map((change) => change.change))).toEqual(new Set(['added']))
})

test('rows carry keys that are unique within region and kind', () => {
  const names = rows({ ...soundFiles }).map((row) => `${row.region} ${row.kind} ${row.key}`)
  expect(new Set(names).size).toBe(names.length)
})
