import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { actor, loadLakeside } from '@opensti/accounts/testing'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { decideTogether } from './decide-together.ts'
import { loadRegions } from './load-regions.ts'
import { startReading } from './start-reading.ts'

const { db } = await testDatabase()

it('goes on past a whole slice that has become doubtful', async () => {
  const root = join(import.meta.dirname, '..', '..', '..', 'regions')
  await loadRegions(
    db,
    readRegions(root).map((reading) => reading.content),
  )
  await loadLakeside(db)
  const planner = await actor(db, 'chen.mei')
  const lines = Array.from({ length: 1010 }, (_, at) =>
    at < 1000 ? `到2030年，技术合同成交额达到${at + 100}亿元。` : `到2030年，高新技术企业达到${at + 5000}家。`,
  )
  const file = { fileName: 'long.txt', mediaType: 'text/plain', encoding: 'utf-8', regionId: 'lakeside' }
  const { id } = await startReading(db, planner, { ...file, text: `某市规划\n\n${lines.join('\n')}\n` }, 'test')
  const sure = () =>
    sql<{ count: number }>`select count(*)::int as count from plans.candidate
    where reading_id = ${id}::uuid and sure and state = 'open'`
      .execute(db)
      .then(({ rows }) => rows[0]?.count)
  expect(await sure()).toBe(1010)
  await sql`update plans.reading set structure = structure || '{"damagedWords": ["亿元"]}' where id = ${id}::uuid`.execute(
    db,
  )

  const batch = randomUUID()
  const together = () => decideTogether(db, planner, id, { verb: 'accept-sure', batch }, 'test')
  expect(await together()).toEqual({ changed: 0, more: true })
  expect(await together()).toEqual({ changed: 10, more: false })
  expect(await sure()).toBe(0)
})
