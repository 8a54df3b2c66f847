import { join } from 'node:path'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { loadLakeside } from '../testing/index.ts'
import { loadPeople, readPeople } from './load-people.ts'
import { loadUnits } from './load-units.ts'
import { unitDirectory } from './unit-directory.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)
const regions = join(import.meta.dirname, '..', '..', '..', 'regions')
const science = 'lakeside/lakeside-science'
const market = 'lakeside/lakeside-market'
const directory = await unitDirectory(db)

test('patents moved from one bureau to another without any renaming, and their tasks went along', () => {
  const patents = 'china/patent-trademark'
  expect(directory.holders(patents, '2018')).toContain(science)
  expect(directory.holders(patents, '2026-11-22')).toContain(market)
  expect(directory.holders(patents, '2026-11-22')).not.toContain(science)
  expect(directory.successors(science, patents, '2016', '2026-11-22')).toMatchObject([
    { unitId: market, on: '2019-02-20' },
  ])
  expect(directory.successors(science, null, '2016', '2026-11-22')).toEqual([])
})

test('two offices became one; papers that name the old ones mean the new one', () => {
  expect(directory.successors('lakeside/lakeside-quality', null, '2016', '2026-11-22')).toMatchObject([
    { unitId: market },
  ])
  expect(directory.changesOf(market).map(({ kind }) => kind)).toEqual(['merge', 'transfer'])
})

test('a renamed bureau is one unit with both names and all short forms', () => {
  const data = directory.find('lakeside/lakeside-data')
  expect(data?.names).toHaveLength(2)
  expect(data?.names[0]?.until).not.toBeNull()
  expect(data?.name).toEqual(data?.names[1]?.name)
  expect(data?.shortForms.length).toBeGreaterThanOrEqual(2)
})

test('loading again changes nothing and costs one question', async () => {
  const rows = () =>
    sql`select to_jsonb(n) from accounts.unit_name n order by unit, position`.execute(owner).then((found) => found.rows)
  const before = await rows()
  await loadLakeside(db)
  expect(await rows()).toEqual(before)
  expect(await unitDirectory(db)).toBe(directory)
})

test('all content of the house can be loaded, and the directory follows', async () => {
  const contents = readRegions(regions).map(({ content }) => content)
  expect(await loadUnits(db, contents)).toBe(true)
  expect(await loadUnits(db, contents)).toBe(false)
  const now = await unitDirectory(db)
  expect(now).not.toBe(directory)
  expect(new Set(now.all().map(({ id }) => id))).toEqual(
    new Set(contents.flatMap(({ id, units }) => units.map((unit) => `${id}/${unit.id}`))),
  )
})

test('people loaded again are left as they are', async () => {
  const people = readPeople(join(regions, 'lakeside'))
  expect(people.people.length).toBeGreaterThan(30)
  const { transaction } = await import('@opensti/db')
  const added = await transaction(db, 'accounts.load-people', (tx) =>
    loadPeople(tx, 'lakeside', people, '$argon2id$none'),
  )
  expect(added).toBe(0)
})
