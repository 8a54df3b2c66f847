import { join } from 'node:path'
import { systemClock } from '@opensti/kernel'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadRegions, previewRegions } from './load-regions.ts'
import { getDocumentView } from './views/document-view.ts'
import { getIndicatorView } from './views/indicator-view.ts'
import { publicViewer } from './views/ledger.ts'
import { getPlanView } from './views/plan-view.ts'
import { getRegionView, regionRefs } from './views/region-view.ts'
import { getTaskView } from './views/task-view.ts'
import { getUnitView } from './views/unit-view.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'regions')
const regions = readRegions(folder).map((reading) => reading.content)
const { db } = await testDatabase()

describe('loading the region folders', () => {
  beforeAll(async () => {
    await loadRegions(db, regions)
  })

  it('changes nothing the second time', async () => {
    expect(await previewRegions(db, regions)).toEqual([])
    expect(await loadRegions(db, regions)).toEqual([])
  })

  it('says what a changed file would change, field by field, before it does', async () => {
    const edited = structuredClone(regions)
    const city = edited.find((content) => content.id === 'lakeside')!
    city.targets[0]!.value = 12_345
    const changes = await previewRegions(db, edited)
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({
      kind: 'targets',
      change: 'changed',
      fields: [{ field: 'value', after: 12_345 }],
    })
  })

  it('tells the auditor of each region what changed there', async () => {
    const entries = await db
      .selectFrom('opensti.audit_entry')
      .select(['region', 'actor', 'detail'])
      .where('action', '=', 'plans.load-regions')
      .orderBy('region')
      .execute()
    expect(entries.map(({ region }) => region)).toEqual(regions.map(({ id }) => id).sort())
    expect(entries[0]).toMatchObject({ actor: 'system:content', detail: { changed: 0, removed: 0 } })
  })

  it('takes away what the folder no longer has', async () => {
    const edited = structuredClone(regions)
    const city = edited.find((content) => content.id === 'lakeside')!
    const [gone] = city.values.splice(0, 1)
    await loadRegions(db, edited)
    const id = `lakeside/${gone!.key}`
    expect(await db.selectFrom('plans.value').select('id').where('id', '=', id).execute()).toEqual([])
    await loadRegions(db, regions)
    expect(await db.selectFrom('plans.value').select('id').where('id', '=', id).execute()).toHaveLength(1)
  })

  it('every region, plan and indicator has its screen', async () => {
    let indicators = 0
    for (const region of await regionRefs(db)) {
      const view = await getRegionView(db, systemClock, region.id, publicViewer)
      for (const plan of view.plans) {
        const planView = await getPlanView(db, systemClock, region.id, plan.id, publicViewer)
        for (const row of planView.indicators) {
          const indicator = await getIndicatorView(db, region.id, row.indicatorId, publicViewer)
          expect(indicator.plans.length).toBeGreaterThan(0)
          indicators += 1
        }
      }
    }
    expect(indicators).toBeGreaterThan(50)
  })

  it('so has every unit, task and document', async () => {
    for (const region of await regionRefs(db)) {
      const { units, documents } = await getRegionView(db, systemClock, region.id, publicViewer)
      for (const unit of units) expect((await getUnitView(db, unit.id, publicViewer)).unit.id).toBe(unit.id)
      for (const { id } of documents) expect((await getDocumentView(db, id, publicViewer)).id).toBe(id)
    }
    const tasks = await db.selectFrom('plans.task').select('id').execute()
    for (const { id } of tasks) expect((await getTaskView(db, systemClock, id, publicViewer)).id).toBe(id)
    const led = (await getUnitView(db, 'lakeside/lakeside-science', publicViewer)).indicators
    expect(led.length).toBeGreaterThan(0)
  })

  it('a task follows its function to the unit that has it now', async () => {
    const moved = await db
      .selectFrom('plans.task_unit')
      .select('task_id')
      .where('function_code', 'is not', null)
      .execute()
    const views = await Promise.all(moved.map(({ task_id }) => getTaskView(db, systemClock, task_id, publicViewer)))
    expect(views.some((view) => view.moved.length > 0)).toBe(true)
  })

  it('the demonstration city shows every status at first sight', async () => {
    const plan = await getPlanView(db, systemClock, 'lakeside', 'lakeside-2026-2030', publicViewer)
    for (const status of ['reached', 'ahead', 'on-track', 'behind', 'far-behind', 'no-data'] as const) {
      expect(plan.counts[status], status).toBeGreaterThan(0)
    }
  })
})
