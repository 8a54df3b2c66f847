import { join } from 'node:path'
import { systemClock } from '@opensti/kernel'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadRegions, previewRegions } from './load-regions.ts'
import { publishPlan } from './publish-plan.ts'
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

  it('leaves withdrawn what somebody has withdrawn', async () => {
    const plan = { regionId: 'lakeside', code: 'lakeside-2021-2025' }
    const state = () =>
      db
        .selectFrom('plans.plan')
        .select(['published_at', 'withdrawn'])
        .where('code', '=', plan.code)
        .executeTakeFirstOrThrow()
    await publishPlan(db, { kind: 'system', name: 'test' }, plan, false, 'test', '口径需要核对')
    await loadRegions(db, regions)
    expect(await state()).toMatchObject({
      published_at: null,
      withdrawn: { by: { zh: '湖畔市' }, because: { zh: '口径需要核对' } },
    })
    await publishPlan(db, { kind: 'system', name: 'test' }, plan, true, 'test')
    expect(await state()).toEqual({ published_at: new Date(0), withdrawn: null })
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
      for (const unit of units)
        expect((await getUnitView(db, systemClock, unit.id, publicViewer)).unit.id).toBe(unit.id)
      for (const { id } of documents) expect((await getDocumentView(db, id, publicViewer)).id).toBe(id)
    }
    const tasks = await db.selectFrom('plans.task').select('id').execute()
    for (const { id } of tasks) expect((await getTaskView(db, systemClock, id, publicViewer)).id).toBe(id)
    const led = (await getUnitView(db, systemClock, 'lakeside/lakeside-science', publicViewer)).indicators
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
    for (const status of ['reached', 'ahead', 'on-track', 'not-yet', 'behind', 'far-behind', 'no-data'] as const) {
      expect(plan.counts[status], status).toBeGreaterThan(0)
    }
  })
})

describe('what the papers tell at first sight', () => {
  const storiesOf = async (region: string) => (await getRegionView(db, systemClock, region, publicViewer)).stories
  const told = (stories: Awaited<ReturnType<typeof storiesOf>>, kind: string) =>
    stories.filter((story) => story.kind === kind).map((story) => story.text.zh)

  it('a goal of 2020 that had been passed in 2016, one that was far, and where two papers disagree', async () => {
    const stories = await storiesOf('guangzhou')
    expect(told(stories, 'passed-early')).toEqual(['科技企业孵化器数：2016年为 192 家，2020年的目标 150 家已提前达到'])
    expect(told(stories, 'far')).toEqual([
      '规模以上工业企业建有研发机构比例：2016年为 16%，2020年目标超过 50%，只到目标的 32%',
    ])
    expect(told(stories, 'disagree')[0]).toBe('众创空间150家：2018年还是2020年')
    expect(told(stories, 'disagree').length).toBeGreaterThan(6)
  })

  it('nothing is called early or late where no start is known', async () => {
    for (const region of await regionRefs(db)) {
      const { plans } = await getRegionView(db, systemClock, region.id, publicViewer)
      for (const { id } of plans) {
        const { indicators } = await getPlanView(db, systemClock, region.id, id, publicViewer)
        for (const { progress } of indicators) {
          if (progress.start !== null || progress.rule === 'cumulative') continue
          expect(['reached', 'not-yet', 'missed', 'no-data']).toContain(progress.status)
        }
      }
    }
  })

  it('the latest value that a plan shows is the one it was judged by', async () => {
    const { indicators } = await getPlanView(db, systemClock, 'lakeside', 'lakeside-2021-2025', publicViewer)
    for (const { latest, progress } of indicators) expect(latest?.period).toBe(progress.inputs.at(-2)?.period)
  })

  it('goals that are due without a figure, and what a copy has lost, are one story a plan and name it', async () => {
    const stories = await storiesOf('guangdong-prd')
    expect(told(stories, 'unknown')).toHaveLength(1)
    expect(told(stories, 'unknown')[0]).toMatch(/^珠三角.*4 项2015年的目标/)
    expect(told(stories, 'lost')).toHaveLength(1)
    expect(told(stories, 'lost')[0]).toMatch(/^珠三角.*缺 7 处/)
  })

  it('two sides of a disagreement never look the same, in either language', async () => {
    for (const region of await regionRefs(db)) {
      const { disagreements } = await getRegionView(db, systemClock, region.id, publicViewer)
      for (const { title, about, says } of disagreements) {
        for (const language of ['zh', 'en'] as const) {
          const texts = says.map((side) => side.text[language])
          expect(new Set(texts).size, `${(title ?? about)[language]}: ${texts.join(' / ')}`).toBe(texts.length)
        }
        for (const side of says) expect(side.text.en).not.toBe(side.text.zh)
      }
    }
  })

  it('no paper of an invented city claims to have been checked against an official text', async () => {
    const { plans, documents, units } = await getRegionView(db, systemClock, 'lakeside', publicViewer)
    const pages = [
      ...(await Promise.all(plans.map(({ id }) => getPlanView(db, systemClock, 'lakeside', id, publicViewer)))),
      ...(await Promise.all(documents.map(({ id }) => getDocumentView(db, id, publicViewer)))),
      ...(await Promise.all(units.map(({ id }) => getUnitView(db, systemClock, id, publicViewer)))),
    ]
    expect(JSON.stringify(pages)).not.toContain('"official"')
    expect(JSON.stringify(pages)).toContain('"invented"')
  })

  it('a unit shows the tasks of those whose work it took over, with whom and since when', async () => {
    const view = (unit: string) => getUnitView(db, systemClock, `guangzhou/${unit}`, publicViewer)
    const [tax, before] = [await view('gz-tax'), await view('gz-state-tax')]
    expect([before.leads.length, before.joins.length]).toEqual([1, 3])
    for (const role of ['leads', 'joins'] as const) {
      for (const { task, movedFrom } of before[role]) {
        expect(movedFrom).toEqual([])
        const now = tax[role].filter((one) => one.task.id === task.id)
        expect(now).toHaveLength(1)
        expect(now[0]!.movedFrom).toContainEqual({ from: before.unit, on: '2018-07-05' })
      }
    }
    const [quality, market] = [await view('gz-quality'), await view('gz-market-supervision')]
    expect(quality.joins.length).toBeGreaterThan(0)
    for (const { task } of quality.joins) {
      const movedFrom = market.joins.find((one) => one.task.id === task.id)?.movedFrom
      expect(movedFrom).toContainEqual({ from: quality.unit, on: '2019-01' })
    }
  })

  it('what a task page says moved is a task of the unit that it moved to', async () => {
    const tasks = await db.selectFrom('plans.task').select('id').execute()
    let moves = 0
    for (const { id } of tasks) {
      for (const { from, to } of (await getTaskView(db, systemClock, id, publicViewer)).moved) {
        const { leads, joins } = await getUnitView(db, systemClock, to.id, publicViewer)
        const own = [...leads, ...joins].filter((one) => one.task.id === id)
        expect(own.flatMap(({ movedFrom }) => movedFrom.map((one) => one.from.id))).toContain(from.id)
        moves += 1
      }
    }
    expect(moves).toBeGreaterThan(5)
  })

  it('units stand in the order of the content, and those that are no more say so', async () => {
    const { units } = await getRegionView(db, systemClock, 'guangzhou', publicViewer)
    const content = regions.find(({ id }) => id === 'guangzhou')!
    expect(units.map(({ id }) => id)).toEqual(content.units.map(({ id }) => `guangzhou/${id}`))
    expect(units.filter(({ until }) => until !== null).length).toBeGreaterThan(3)
  })
})
