import { actor } from '@opensti/accounts/testing'
import { connect, json } from '@opensti/db'
import { personOf } from '@opensti/kernel'
import { makeWorkbook } from '@opensti/office'
import { testDatabase } from '@opensti/testing'
import { expect, it } from 'vitest'
import { openRound, quarterly, science } from '../../testing/index.ts'
import { createCycle } from '../create-cycle.ts'
import { openPeriod } from '../open-period.ts'
import { acceptUpload } from './accept-upload.ts'
import { addWorkbook } from './add-workbook.ts'
import { readUpload } from './read-upload.ts'
import { openWorkbook } from './receive-workbook.ts'
import { saveMapping } from './save-mapping.ts'
import { getUploadView } from './upload-view.ts'
import { getWorkbookView } from './workbook-views.ts'

const rows = 5000
const place = { regionId: 'lakeside', cycle: 'large' }
const { db, ownerUrl } = await testDatabase()
const indicators = Array.from({ length: rows }, (_, i) => `counted-${i + 1}`)

const formWith = async (figure: (row: number) => number | null) => {
  const columns = [{ heading: '指标名称' }, { heading: '本期' }]
  const table = indicators.map((_, i) => [`统计指标${i + 1}`, figure(i)])
  return Buffer.from(
    await makeWorkbook([{ name: '季报', title: '季报', columns, rows: table }], { madeOn: new Date('2026-10-08') }),
  )
}

it(`a workbook of ${rows} rows is read, shown and taken in within seconds`, async () => {
  const { planner } = await openRound(db)
  const owner = connect({ url: ownerUrl, max: 1 })
  await owner
    .insertInto('plans.indicator')
    .values(
      indicators.map((code, i) => ({
        code,
        region_id: 'lakeside',
        names: json({ zh: `统计指标${i + 1}`, en: `Counted ${i + 1}` }),
        unit: '家',
        theme: 'innovation',
        polarity: 'higher' as const,
        nature: 'stock' as const,
        frequency: 'quarterly',
        cite: json({ verified: 'unverified' }),
      })),
    )
    .execute()
  await owner.destroy()
  const [line] = quarterly.lines
  const lines = indicators.map((indicatorId) => ({ ...line!, indicatorId, unitId: science, countersigners: [] }))
  await createCycle(db, planner, 'lakeside', { ...quarterly, code: 'large', lines }, 'test')
  await openPeriod(db, planner, place, '2026-Q3', 'test')
  const empty = await openWorkbook('季报.xlsx', await formWith(() => null))
  const { id: workbook } = await addWorkbook(db, planner, place, empty, 'test')
  const { mapping } = await getWorkbookView(db, personOf(planner), { ...place, workbook })
  expect(mapping.sheets[0]?.rows.filter(({ indicatorId }) => indicatorId !== null)).toHaveLength(rows)
  await saveMapping(db, planner, { ...place, workbook }, { version: 0, mapping }, 'test')
  const { id } = await db
    .selectFrom('reporting.request')
    .select('id')
    .where('cycle_code', '=', 'large')
    .executeTakeFirstOrThrow()
  const reporter = await actor(db, 'lin.yuan')
  const form = await formWith((row) => row + 1)

  const began = performance.now()
  const { id: upload } = await readUpload(db, reporter, id, await openWorkbook('季报.xlsx', form), 'test')
  const view = await getUploadView(db, personOf(reporter), id, upload)
  expect([view.findings, view.changes.length]).toEqual([[], rows])
  const cells = view.changes.map(({ indicatorId, nature, version }) => ({ indicatorId, nature, version }))
  await acceptUpload(db, reporter, { requestRef: id, upload }, { cells }, 'test')
  const seconds = (performance.now() - began) / 1000
  console.log(`import of ${rows} rows: ${seconds.toFixed(2)} s`)
  const { sum } = await db
    .selectFrom('reporting.entry')
    .select((row) => row.fn.sum<string>('value').as('sum'))
    .where('request_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(Number(sum)).toBe((rows * (rows + 1)) / 2)
  // The promise is 5 s on a machine that is left alone (bench/measure-workbook.ts); test machines are busy.
  expect(seconds).toBeLessThan(20)
}, 120_000)
