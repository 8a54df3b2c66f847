import { join } from 'node:path'
import { loadLakeside } from '@opensti/accounts/testing'
import { loadRegions } from '@opensti/plans'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadRounds } from './load-rounds.ts'
import { readRounds } from './read-rounds.ts'
import { requestSummaries } from './views/summaries.ts'

const regions = join(import.meta.dirname, '..', '..', '..', 'regions')
const { db } = await testDatabase()

describe('the invented city’s reporting', () => {
  beforeAll(async () => {
    await loadRegions(
      db,
      readRegions(regions).map((reading) => reading.content),
    )
    await loadLakeside(db)
  })

  it('is replayed by the rules, and only once', async () => {
    const content = readRounds(join(regions, 'lakeside'))
    expect(await loadRounds(db, 'lakeside', content)).toBe(
      content.rounds.reduce((sum, round) => sum + (round.cycle === 'monthly' ? 5 : 10), 0),
    )
    expect(await loadRounds(db, 'lakeside', content)).toBe(0)
  })

  it('leaves the third quarter as an office would find it', async () => {
    const open = await requestSummaries(db, { regionId: 'lakeside', period: '2026-Q3', limit: 100 })
    expect(
      open
        .filter((one) => one.state !== 'locked')
        .map((one) => [one.unit.id, one.state, one.waitsFor.map(({ zh }) => zh)]),
    ).toEqual([
      ['lakeside/lakeside-development-reform', 'signing', ['郑海']],
      ['lakeside/lakeside-health', 'preparing', ['白璐']],
      ['lakeside/lakeside-human-resources', 'preparing', ['潘雨']],
      ['lakeside/lakeside-science', 'submitted', ['陈梅']],
    ])
    const returned = open.find((one) => one.unit.id.endsWith('human-resources'))
    expect(returned?.sentBackBecause).toContain('请核实')
  })

  it('says who countersigns a return that waits for another unit', async () => {
    const [market] = await requestSummaries(db, {
      regionId: 'lakeside',
      period: '2026-10',
      unitIds: ['lakeside/lakeside-market'],
      limit: 1,
    })
    expect(market).toMatchObject({ state: 'countersigning', waitsFor: [{ zh: '袁方', en: 'Yuan Fang' }] })
    expect(market?.heldBy.map(({ id }) => id)).toEqual(['lakeside/lakeside-financial-office'])
  })

  it('enters no figure into the ledger that the content tells already', async () => {
    const rows = await db
      .selectFrom('plans.value')
      .select('origin')
      .where('indicator_code', '=', 'high-tech-enterprises')
      .where('period', '=', '2026-Q2')
      .where('region_id', '=', 'lakeside')
      // Districts have told their own parts.
      .where('units_asked', 'is', null)
      .execute()
    expect(rows).toHaveLength(1)
  })
})
