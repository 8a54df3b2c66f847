import { join } from 'node:path'
import { actor, loadLakeside } from '@opensti/accounts/testing'
import { json } from '@opensti/db'
import type { Actor } from '@opensti/kernel'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { withdrawnPage } from '../portal/withdrawn-page.ts'
import { decideCandidates } from './decide-candidates.ts'
import { decideTogether } from './decide-together.ts'
import { loadRegions } from './load-regions.ts'
import { outlineDocument } from './outline-document.ts'
import { publishPlan } from './publish-plan.ts'
import { renameDocument } from './rename-document.ts'
import { startReading } from './start-reading.ts'
import { getDocumentView } from './views/document-view.ts'
import { publicViewer } from './views/ledger.ts'
import { getCandidates, getReadingView } from './views/reading-view.ts'
import { findWithdrawnPlan } from './views/withdrawn-plan.ts'

const root = join(import.meta.dirname, '..', '..', '..', 'regions')
const { db } = await testDatabase()
const regionId = 'lakeside'
const file = { regionId, fileName: 'copy.txt', mediaType: 'text/plain', encoding: 'utf-8' }
const text = [
  '云溪市科技创新“十四五”规划（20xx—20xx年）',
  '',
  '一、20xx年目标',
  '到2025年，R&D经费投入占GDP比重比20xx年增长0.5个百分点，常识产权示范企业达到20家。',
  '到2025年，高新技术企业达到600家。',
].join('\n')
let planner: Actor
let id: string
let plan: string

const publish = (published: boolean, because = published ? null : '指标口径需要核对') =>
  publishPlan(db, planner, { regionId, code: plan }, published, 'test', because)

describe('a plan read from a damaged copy', () => {
  beforeAll(async () => {
    await loadRegions(
      db,
      readRegions(root).map((reading) => reading.content),
    )
    await loadLakeside(db)
    planner = await actor(db, 'chen.mei')
  }, 60_000)

  it('is offered under a title without what is hidden, and to the plan of its years', async () => {
    const outline = await outlineDocument(db, regionId, { ...file, text })
    expect(outline).toMatchObject({
      title: '云溪市科技创新“十四五”规划（2021—2025年）',
      titleDamaged: true,
      startYear: 2021,
      endYear: 2025,
      alreadyRead: null,
    })
    expect(outline.plans.map((one) => one.id)).toEqual(['lakeside-2021-2025'])
    // Of the same years only: offered, not chosen beforehand.
    expect(outline).toMatchObject({
      planMatch: null,
      documentMatch: null,
      titleIntact: true,
      otherPlace: { name: '云溪市', regionId: null },
    })
  })

  it('chooses a plan beforehand by its title only, and names the region that the title is about', async () => {
    const titled = async (title: string) =>
      outlineDocument(db, regionId, { ...file, text: [title, ...text.split('\n').slice(1)].join('\n') })
    const lakeside = await db
      .selectFrom('plans.plan')
      .select('names')
      .where('code', '=', 'lakeside-2021-2025')
      .executeTakeFirstOrThrow()
    const own = await titled((lakeside.names as { zh: string }).zh.replace(/[“”]/g, '"'))
    expect(own).toMatchObject({ planMatch: 'lakeside-2021-2025', otherPlace: null })
    expect(own.documentMatch).not.toBeNull()
    expect(await titled('清远市科技创新“十四五”规划（2021—2025年）')).toMatchObject({
      planMatch: null,
      otherPlace: { regionId: 'qingyuan' },
    })
  })

  it('is read once, whoever clicks twice', async () => {
    const [first, second] = await Promise.all([
      startReading(db, planner, { ...file, text }, 'test'),
      startReading(db, planner, { ...file, text }, 'test'),
    ])
    expect(second).toEqual(first)
    id = first.id
    plan = (await getReadingView(db, id)).plan.id
    await expect(startReading(db, planner, { ...file, text }, 'test')).rejects.toMatchObject({
      code: 'already_read',
      details: [{ place: { file: id } }],
    })
    expect((await outlineDocument(db, regionId, { ...file, text })).alreadyRead?.id).toBe(id)
  })

  it('lets no hidden year into the ledger as a name, and cites no damaged heading', async () => {
    const candidates = await getCandidates(db, id, { from: 0 })
    const damaged = candidates.filter((one) => one.missing !== null)
    expect(damaged.map((one) => one.figure?.name).join()).toMatch(/20xx|常识/)
    await expect(
      decideCandidates(
        db,
        planner,
        id,
        damaged.map(({ id: candidateId, version }) => ({ candidateId, version, verb: 'accept' })),
        'test',
      ),
    ).rejects.toMatchObject({ code: 'candidate_incomplete' })
    const sound = candidates.filter((one) => one.missing === null)
    await decideCandidates(
      db,
      planner,
      id,
      sound.map(({ id: candidateId, version }) => ({ candidateId, version, verb: 'accept' })),
      'test',
    )
    await publish(true)
    const document = await getDocumentView(db, (await getReadingView(db, id)).documentId, { insideRegions: [] })
    expect(document.facts.length).toBeGreaterThan(0)
    expect(JSON.stringify(document)).not.toMatch(/20xx|常识/)
    await publish(false)
  })

  it('is not published under a damaged title or name, and says where and what to do', async () => {
    const names = { zh: '云溪市规划（20xx—20xx年）', en: 'x' }
    await db
      .updateTable('plans.plan')
      .set({ names: json(names) })
      .where('code', '=', plan)
      .execute()
    await expect(publish(true)).rejects.toMatchObject({
      code: 'damaged_names',
      details: [{ message: { zh: expect.stringMatching(/标题“云溪市规划（20xx—20xx年）”：.*更正标题/) } }],
    })
    const state = await db.selectFrom('plans.plan').select('published_at').where('code', '=', plan).executeTakeFirst()
    expect(state?.published_at).toBeNull()
    await expect(renameDocument(db, planner, id, '还是20xx年规划', 'test')).rejects.toMatchObject({
      code: 'damaged_title',
    })
    await renameDocument(db, planner, id, '云溪市规划', 'test')
    await publish(true)
    expect((await getReadingView(db, id)).planPublished).toBe(true)
  })

  it('keeps the day of its first publication when it was withdrawn in between', async () => {
    const publishedAt = async () =>
      (await db.selectFrom('plans.plan').select('published_at').where('code', '=', plan).executeTakeFirst())
        ?.published_at
    const first = await publishedAt()
    expect(first).toBeInstanceOf(Date)
    await publish(false)
    expect(await publishedAt()).toBeNull()
    await publish(true)
    expect(await publishedAt()).toEqual(first)
  })

  it('is withdrawn with a reason only, which stands at its address until it is public again', async () => {
    await expect(publish(false, null)).rejects.toMatchObject({
      code: 'reason_missing',
      details: [{ place: { field: 'because' } }],
    })
    const seen = () => findWithdrawnPlan(db, regionId, plan, publicViewer)
    expect(await seen()).toBeUndefined()
    await publish(false, '两处指标口径需要核对')
    const withdrawn = await seen()
    expect(withdrawn).toMatchObject({
      by: { zh: '湖畔市科学技术局' },
      because: { zh: '两处指标口径需要核对' },
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })
    // Who asks again takes nothing of it away, and changes nothing.
    await publish(false, '再撤一次')
    expect(await seen()).toEqual(withdrawn)
    expect(await findWithdrawnPlan(db, regionId, plan, { insideRegions: [regionId] })).toBeUndefined()
    const page = withdrawnPage(withdrawn!, { language: 'zh', path: '/' })
    expect(page).toContain('两处指标口径需要核对')
    expect(page).not.toContain('陈梅')
    await publish(true)
    expect(await seen()).toBeUndefined()
  })

  it('takes the names of units through the same gate', async () => {
    const [task] = await db
      .insertInto('plans.task')
      .values({
        id: `${regionId}/${plan}/read-planted`,
        region_id: regionId,
        plan_code: plan,
        number: '1',
        title: json({ zh: '建设平台', en: 'x' }),
        cite: json({ document: 'planted', verified: 'source' }),
        position: 1,
        origin: 'reading',
      })
      .returning('id')
      .execute()
    await db
      .insertInto('plans.task_unit')
      .values({ task_id: task!.id, role: 'lead', position: 0, unit_id: null, unit_name: '社科工编辑联合会' })
      .execute()
    await expect(publish(true)).rejects.toMatchObject({
      code: 'damaged_names',
      details: [{ place: { field: 'unit' } }],
    })
    await db.deleteFrom('plans.task').where('id', '=', task!.id).execute()
    await publish(true)
  })
})

describe('a damaged copy read into a plan that is public already', () => {
  const copy = `${text}\n\n二、任务\n（一）加强平台建设。（市常识产权局牵头，市社科工编辑联合会配合）\n`
  const intoPublic = (title: string | undefined, given: string) =>
    startReading(db, planner, { ...file, text: given, title, planId: plan }, 'test')
  const decide = async (reading: string, which: 'damaged' | 'sound') => {
    const all = await getCandidates(db, reading, { from: 0 })
    const some = all.filter((one) => (one.missing !== null) === (which === 'damaged') && one.state === 'open')
    for (const { id: candidateId, version } of some)
      await decideCandidates(db, planner, reading, [{ candidateId, version, verb: 'accept' }], 'test')
    return some.length
  }
  const isPublic = async (reading: string) => {
    const { documentId } = await getReadingView(db, reading)
    const row = await db
      .selectFrom('plans.document')
      .select('published')
      .where('code', '=', documentId)
      .executeTakeFirstOrThrow()
    return row.published
  }
  let second: string

  it('is not begun under a title with hidden years or replaced words', async () => {
    await expect(intoPublic('云溪市20xx年规划', copy)).rejects.toMatchObject({ code: 'damaged_title' })
    await expect(intoPublic('市常识产权局规划', copy)).rejects.toMatchObject({ code: 'damaged_title' })
    second = (await intoPublic(undefined, copy)).id
    expect(JSON.stringify((await getReadingView(db, second)).documentTitle)).not.toMatch(/20xx|常识/)
  })

  it('lets none of its damaged names through, whoever confirms and however many at once', async () => {
    const damaged = (await getCandidates(db, second, { from: 0 })).filter((one) => one.missing !== null)
    expect(JSON.stringify(damaged)).toMatch(/20xx/)
    expect(JSON.stringify(damaged)).toContain('市常识产权局')
    expect(JSON.stringify(damaged)).toContain('社科工编辑联合会')
    expect(damaged.some((one) => one.sure)).toBe(false)
    await expect(decide(second, 'damaged')).rejects.toMatchObject({
      code: 'candidate_incomplete',
      details: [{ place: { row: expect.any(Number) } }],
    })
    // A mark left by an earlier edition of the house lets nothing through either.
    await db.updateTable('plans.candidate').set({ sure: true }).where('reading_id', '=', second).execute()
    const batch = '0190f000-0000-7000-8000-000000000001'
    await decideTogether(db, planner, second, { verb: 'accept-sure', batch }, 'test')
    await decide(second, 'sound')
    expect(await isPublic(second)).toBe(true)
    const view = await getDocumentView(db, (await getReadingView(db, second)).documentId, { insideRegions: [] })
    expect(JSON.stringify(view)).not.toMatch(/20xx|常识|工编辑/)
    const { rows } = await sql`select title from plans.task where plan_code = ${plan}
      union all select to_jsonb(unit_name) from plans.task_unit where task_id like ${`%${plan}%`}`.execute(db)
    expect(JSON.stringify(rows)).not.toMatch(/20xx|常识|工编辑/)
  })

  it('does not make its document public under a title that was damaged before', async () => {
    const third = (await intoPublic('云溪市年度报告', `${copy}\n到2024年，孵化器达到31家。\n`)).id
    const { documentId } = await getReadingView(db, third)
    const names = json({ zh: '云溪市20xx年报告', en: 'x' })
    await db.updateTable('plans.document').set({ names }).where('code', '=', documentId).execute()
    await expect(decide(third, 'sound')).rejects.toMatchObject({ code: 'damaged_names' })
    expect(await isPublic(third)).toBe(false)
    await renameDocument(db, planner, third, '云溪市年度报告', 'test')
  })

  it('goes with the plan when that is withdrawn, and comes back with it', async () => {
    const view = await getReadingView(db, second)
    await publish(false)
    expect(await isPublic(second)).toBe(false)
    await expect(getDocumentView(db, view.documentId, { insideRegions: [] })).rejects.toMatchObject({
      code: 'not_found',
    })
    const open = await db
      .selectFrom('plans.value')
      .select('id')
      .where('id', 'like', `${regionId}/${plan}/%`)
      .where('status', '=', 'published')
      .execute()
    expect(open).toEqual([])
    await publish(true)
    expect(await isPublic(second)).toBe(true)
  })
})
