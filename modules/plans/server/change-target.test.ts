import { join } from 'node:path'
import { actor, loadLakeside } from '@opensti/accounts/testing'
import type { Actor } from '@opensti/kernel'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ChangeTarget } from '../contract.ts'
import { changeTarget } from './change-target.ts'
import { loadRegions } from './load-regions.ts'
import { publicTargets } from './public-figures.ts'
import { getIndicatorView } from './views/indicator-view.ts'
import { publicViewer } from './views/ledger.ts'
import { getPlanView } from './views/plan-view.ts'

const { db } = await testDatabase()
const regions = join(import.meta.dirname, '..', '..', '..', 'regions')
const clock = { now: () => new Date('2026-11-23T00:00:00Z') }
const where = {
  regionId: 'lakeside',
  planCode: 'lakeside-2026-2030',
  targetId: 'lakeside/lakeside-2026-2030/clinical-research-centres-2030',
}
const change: ChangeTarget = {
  targetId: where.targetId,
  seen: 0,
  value: '12',
  value2: null,
  since: '2026-09-15',
  approver: '市政府常务会议',
  document: '关于调整部分指标的批复',
  documentNumber: '湖府复〔2026〕27号',
  documentDate: '2026-09-10',
  reason: null,
}
let planner: Actor

const rowOf = async () => {
  const { indicators } = await getPlanView(db, clock, 'lakeside', where.planCode, publicViewer)
  return indicators.find((one) => one.indicatorId === 'clinical-research-centres')!
}

describe('a target changed by a decision', () => {
  beforeAll(async () => {
    await loadRegions(
      db,
      readRegions(regions).map((reading) => reading.content),
    )
    await loadLakeside(db)
    planner = await actor(db, 'chen.mei')
  })

  it('is what progress is measured by, and the old one stays with the paper that ended it', async () => {
    const before = await rowOf()
    expect(before.target?.value).toBe(10)
    await changeTarget(db, planner, where, change, 'test')
    const after = await rowOf()
    expect(after.target).toMatchObject({
      value: 12,
      changes: [{ from: { value: 10 }, to: { value: 12 }, documentNumber: '湖府复〔2026〕27号', since: '2026-09-15' }],
    })
    expect(after.progress.done).toBeLessThanOrEqual(before.progress.done!)
    const row = await db.selectFrom('plans.target').select('value').where('id', '=', where.targetId).executeTakeFirst()
    expect(Number(row?.value)).toBe(10)
    const view = await getIndicatorView(db, 'lakeside', 'clinical-research-centres', publicViewer)
    expect(view.plans[0]?.targets.find((target) => target.id === where.targetId)?.value).toBe(12)
    const open = await publicTargets(db, { regionId: 'lakeside', indicator: 'clinical-research-centres' })
    expect(open.filter(({ id }) => id.split('~')[0] === where.targetId)).toMatchObject([
      { value: '10', vintage: 1, current: false, publishedOn: null, citation: { documentId: 'lakeside-plan-2026' } },
      {
        value: '12',
        vintage: 2,
        current: true,
        publishedOn: '2026-09-15',
        correctedBecause: { zh: expect.stringContaining(change.approver) },
        citation: { documentTitle: { zh: expect.stringContaining('湖府复〔2026〕27号') } },
      },
    ])
  })

  it('is not changed twice by two who saw the same', async () => {
    await expect(changeTarget(db, planner, where, { ...change, value: '13' }, 'test')).rejects.toMatchObject({
      code: 'target_changed_meanwhile',
    })
  })

  it('is refused with every fault named', async () => {
    const wrong = { ...change, seen: 1, value: '12', since: '2026-08-01', value2: '9' }
    await expect(changeTarget(db, planner, where, wrong, 'test')).rejects.toMatchObject({
      code: 'change_wrong',
      details: [
        { place: { field: 'value2' } },
        { place: { field: 'value2' } },
        { place: { field: 'since' } },
        { place: { field: 'since' } },
      ],
    })
    const stranger = { ...where, planCode: 'lakeside-2021-2025' }
    await expect(changeTarget(db, planner, stranger, { ...change, seen: 1 }, 'test')).rejects.toMatchObject({
      kind: 'not-found',
    })
  })

  it('keeps its history, whoever writes', async () => {
    await expect(db.updateTable('plans.target_change').set({ value: '1' }).execute()).rejects.toThrow()
  })
})
