import { join } from 'node:path'
import { loadLakeside } from '@opensti/accounts/testing'
import { databaseNow, transaction } from '@opensti/db'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { indicatorCsv } from '../../portal/indicator-csv.ts'
import { fixedFigures } from '../fixed-figures.ts'
import { indicatorStandings } from '../indicator-standings.ts'
import { ledgerFigures } from '../ledger-questions.ts'
import { loadRegions } from '../load-regions.ts'
import { publicValues } from '../public-figures.ts'
import { recordValues } from '../record-values.ts'
import { getIndicatorView } from './indicator-view.ts'
import { publicViewer, type Viewer } from './ledger.ts'
import { getPlanView } from './plan-view.ts'

const { db } = await testDatabase()
const regions = join(import.meta.dirname, '..', '..', '..', '..', 'regions')
const staff = { insideRegions: ['lakeside'] }
const asked = 60

/** The return of one of sixty units for a period: unit 1 reports 1, unit 2 reports 2, and so on. */
async function report(
  indicator: string,
  period: string,
  numbers: readonly number[],
  {
    vintage = '2026-10-20T00:00:00.000Z',
    more = 0,
    unitsAsked = asked,
    note = null as string | null,
    by = (number: number) => `lakeside/unit-${number}`,
  } = {},
) {
  await transaction(db, 'test.report', (tx) =>
    recordValues(
      tx,
      numbers.map((number) => ({
        id: `lakeside/return-${number}-${period}-${vintage}/${indicator}/working`,
        regionId: 'lakeside',
        indicatorCode: indicator,
        period,
        nature: 'working',
        figureKind: 'flash',
        value: String(number + more),
        unit: '家',
        reportedBy: by(number),
        unitsAsked,
        due: '2026-10-15',
        reportedOn: '2026-10-14',
        vintage,
        reason: more === 0 ? null : '核减',
        note,
      })),
    ),
  )
}

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
const sumUp = (count: number) => (count * (count + 1)) / 2
const view = (code: string, viewer: Viewer = staff) => getIndicatorView(db, 'lakeside', code, viewer)
const sumsOf = async (code: string, sums: boolean) => {
  await db.updateTable('plans.indicator').set({ sum_of_units: sums }).where('code', '=', code).execute()
  await db
    .updateTable('plans.region')
    .set((row) => ({ revision: row('revision', '+', 1n) }))
    .where('id', '=', 'lakeside')
    .execute()
}

describe('sixty units that report one indicator', () => {
  beforeAll(async () => {
    await loadRegions(
      db,
      readRegions(regions).map((reading) => reading.content),
    )
    await loadLakeside(db)
    await report('innovation-alliances', '2026-Q3', upTo(58))
  }, 60_000)

  it('are shown as sixty parts, and none of them replaces another', async () => {
    const { values, parts, revisions } = await view('innovation-alliances')
    expect(parts).toMatchObject([{ period: '2026-Q3', asked, sum: null, countsForRegion: false }])
    expect(parts[0]!.values.map((part) => [part.reportedBy.id, part.value]).slice(0, 2)).toEqual([
      ['lakeside/unit-58', 58],
      ['lakeside/unit-57', 57],
    ])
    expect(parts[0]!.values).toHaveLength(58)
    expect(revisions).toEqual([])
    // Nobody has said that they add up, so the region has no figure.
    expect(values).toEqual([])
  })

  it('are added up where the indicator is their sum, and the figure says of how many', async () => {
    await sumsOf('innovation-alliances', true)
    const { values, parts } = await view('innovation-alliances')
    expect(values).toMatchObject([
      { period: '2026-Q3', value: sumUp(58), sumOf: { units: 58, asked }, maturity: 'flash' },
    ])
    expect(values[0]!.citation.documentTitle.en).toBe('Sum of what units reported (58 of 60 units)')
    expect(parts[0]).toMatchObject({ sum: sumUp(58), countsForRegion: true })
  })

  it('do not stand for the region while too few have reported', async () => {
    await report('innovation-alliances', '2026-Q4', upTo(20), { vintage: '2027-01-20T00:00:00.000Z' })
    const { values, parts } = await view('innovation-alliances')
    expect(values.map((value) => value.period)).toEqual(['2026-Q3'])
    expect(parts.map((one) => [one.period, one.countsForRegion, one.sum])).toEqual([
      ['2026-Q4', false, sumUp(20)],
      ['2026-Q3', true, sumUp(58)],
    ])
  })

  it('give way to the figure that the region has of its own', async () => {
    const before = (await view('high-tech-enterprises')).values.filter((value) => value.period === '2026-Q3')
    await sumsOf('high-tech-enterprises', true)
    await report('high-tech-enterprises', '2026-Q3', upTo(60), { vintage: '2026-11-20T00:00:00.000Z' })
    const after = await view('high-tech-enterprises')
    expect(after.values.filter((value) => value.period === '2026-Q3')).toEqual(before)
    expect(after.parts[0]!.values).toHaveLength(60)
  })

  it('a unit corrects its own part only; the sum follows', async () => {
    await report('innovation-alliances', '2026-Q3', [58], { vintage: '2026-11-01T00:00:00.000Z', more: -8 })
    const { values, parts, revisions } = await view('innovation-alliances')
    expect(values.find((value) => value.period === '2026-Q3')?.value).toBe(sumUp(58) - 8)
    expect(parts[1]!.values.find((part) => part.reportedBy.id === 'lakeside/unit-58')).toMatchObject({
      value: 50,
      vintage: 2,
      replacedBecause: { zh: '核减' },
    })
    expect(revisions).toMatchObject([{ value: 58, reportedBy: { id: 'lakeside/unit-58' } }])
  })

  it('are judged by their sum in the plan and on the dashboard, never by the figure of one of them', async () => {
    const code = 'tech-smes'
    const target = await db
      .selectFrom('plans.target')
      .select('plan_code')
      .where('indicator_code', '=', code)
      .where('region_id', '=', 'lakeside')
      .where('kind', '=', 'target')
      .orderBy('year', 'desc')
      .executeTakeFirstOrThrow()
    const latest = async () => {
      const clock = { now: () => new Date('2027-02-01T00:00:00Z') }
      const plan = await getPlanView(db, clock, 'lakeside', target.plan_code, staff)
      return plan.indicators.find((one) => one.indicatorId === code)?.latest
    }
    const before = await latest()
    await report(code, '2026-H2', upTo(60), { vintage: '2027-01-20T00:00:00.000Z' })
    expect(await latest()).toEqual(before)
    await sumsOf(code, true)
    expect(await latest()).toMatchObject({ period: '2026-H2', value: sumUp(60), sumOf: { units: 60, asked } })
    const standing = (await indicatorStandings(db, 'lakeside', '2027-02-01')).find((one) => one.code === code)
    expect(standing?.latest?.citation.documentTitle.zh).toBe('各单位报送数之和（60个单位中的60个）')
  })

  it('say whose figure it is in every file, and hide what is not public', async () => {
    await expect(view('innovation-alliances', publicViewer)).rejects.toMatchObject({ kind: 'not-found' })
    await db
      .updateTable('plans.value')
      .set({ status: 'published' })
      .where('indicator_code', '=', 'innovation-alliances')
      .where('period', '=', '2026-Q3')
      .where('reported_by', '<>', 'lakeside/unit-3')
      .execute()
    const seen = await view('innovation-alliances', publicViewer)
    expect(seen.parts).toMatchObject([{ period: '2026-Q3', asked }])
    expect(seen.values).toMatchObject([{ sumOf: { units: 57, asked }, value: sumUp(58) - 8 - 3 }])
    const asOf = await databaseNow(db)
    const wanted = { regionId: 'lakeside', indicator: 'innovation-alliances' }
    const figures = await publicValues(db, wanted, { asOf, limit: 100 })
    expect(figures).toHaveLength(58)
    expect(figures.filter((one) => !one.current)).toMatchObject([
      { vintage: 1, value: '58', reportedBy: { id: 'lakeside/unit-58' }, unitsAsked: asked },
    ])
    const csv = indicatorCsv(seen, 'zh').split('\r\n')
    expect(csv[0]).toMatch(/,单位,说明$/)
    expect(csv.filter((line) => line.endsWith('lakeside/unit-7,'))).toHaveLength(1)
  })

  it('are not taken for what another unit made public before', async () => {
    const later = { vintage: '2026-12-01T00:00:00.000Z', note: '随数公开' }
    await report('innovation-alliances', '2026-Q3', [59], later)
    const id = `lakeside/return-59-2026-Q3-${later.vintage}/innovation-alliances/working`
    expect(await fixedFigures(db, [id])).toMatchObject([{ publicNow: null, note: { zh: '随数公开' } }])
    const found = await ledgerFigures(db, { regionIds: ['lakeside'], indicatorCodes: ['innovation-alliances'] })
    expect(found.every((one) => one.isPart)).toBe(true)
  })

  it('an only department speaks for the region, a district for itself', async () => {
    await report('state-key-laboratories', '2026', [1], { unitsAsked: 1 })
    expect((await view('state-key-laboratories')).values).toMatchObject([{ period: '2026', value: 1 }])
    await report('university-science-parks', '2026', [1], { unitsAsked: 1, by: () => 'lakeside/lakeside-linhu' })
    const { values, parts } = await view('university-science-parks')
    expect([values.length, parts.length]).toEqual([0, 1])
  })
})
