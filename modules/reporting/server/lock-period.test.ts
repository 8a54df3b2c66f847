import { testDatabase } from '@opensti/testing'
import { beforeAll, expect, it } from 'vitest'
import { finance, openRound, quarterly, type Round, science } from '../testing/index.ts'
import { createCycle } from './create-cycle.ts'
import { lockPeriod } from './lock-period.ts'
import { openPeriod } from './open-period.ts'

const { db } = await testDatabase()
let round: Round

beforeAll(async () => {
  round = await openRound(db)
  const line = { ...quarterly.lines[0]!, countersigners: [] }
  const lines = [
    ...[science, finance].map((unitId) => ({ ...line, indicatorId: 'maker-spaces', unitId })),
    { ...line, indicatorId: 'gdp', unitId: science },
  ]
  await createCycle(db, round.planner, 'lakeside', { ...quarterly, code: 'parts', lines }, 'test')
  await openPeriod(db, round.planner, { regionId: 'lakeside', cycle: 'parts' }, '2026-Q2', 'test')
}, 60_000)

it('enters a figure that several units were asked for as the part of its unit, with what it wrote beside it', async () => {
  const returns = db.selectFrom('reporting.request').select('id').where('cycle_code', '=', 'parts')
  await db
    .updateTable('reporting.entry')
    .set({ value: '7', note: '含两家新设' })
    .where('request_id', 'in', returns.where('unit_id', '=', science))
    .execute()
  // The other unit has not reported yet; it was asked all the same.
  await db
    .updateTable('reporting.request')
    .set({ state: 'accepted' })
    .where('id', 'in', returns.where('unit_id', '=', science))
    .execute()
  const place = { regionId: 'lakeside', cycle: 'parts', period: '2026-Q2' }
  expect(await lockPeriod(db, round.planner, place, 'test')).toEqual({ locked: 1, values: 2 })
  const rows = await db
    .selectFrom('plans.value')
    .select(['indicator_code', 'reported_by', 'units_asked', 'note'])
    .where('period', '=', '2026-Q2')
    .where('origin', '=', 'reporting')
    .orderBy('indicator_code')
    .execute()
  const note = { zh: '含两家新设', en: '含两家新设' }
  expect(rows).toEqual([
    { indicator_code: 'gdp', reported_by: science, units_asked: null, note },
    { indicator_code: 'maker-spaces', reported_by: science, units_asked: 2, note },
  ])
})
