import { join } from 'node:path'
import { systemClock } from '@opensti/kernel'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { expect, it } from 'vitest'
import { loadRegions } from '../load-regions.ts'
import { publicViewer } from './ledger.ts'
import { getUnitView } from './unit-view.ts'

const { db } = await testDatabase()

it('an indicator goes to the unit that took over from the one its plan names', async () => {
  const regions = readRegions(join(import.meta.dirname, '..', '..', '..', '..', 'regions')).map(
    ({ content }) => content,
  )
  const city = regions.find(({ id }) => id === 'guangzhou')!
  const merger = city.unitChanges.find(
    ({ kind, from, to }) => kind === 'merge' && !to.some((one) => from.includes(one)),
  )!
  const before = merger.from[0]!
  const target = city.targets.find(({ plan }) => city.plans.find(({ id }) => id === plan)!.period.from < 2018)!
  target.responsible = [before]
  await loadRegions(db, regions)

  const { indicators } = await getUnitView(db, systemClock, `guangzhou/${merger.to[0]}`, publicViewer)
  expect(indicators).toMatchObject([
    { indicatorId: target.indicator, movedFrom: [{ from: { id: `guangzhou/${before}` }, on: merger.date }] },
  ])
})
