import { join } from 'node:path'
import { actor, loadLakeside } from '@opensti/accounts/testing'
import { json } from '@opensti/db'
import type { Actor } from '@opensti/kernel'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { decideCandidates } from './decide-candidates.ts'
import { loadRegions } from './load-regions.ts'
import { outlineDocument } from './outline-document.ts'
import { publishPlan } from './publish-plan.ts'
import { renameDocument } from './rename-document.ts'
import { startReading } from './start-reading.ts'
import { getDocumentView } from './views/document-view.ts'
import { getCandidates, getReadingView } from './views/reading-view.ts'

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

const publish = (published: boolean) => publishPlan(db, planner, { regionId, code: plan }, published, 'test')

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
})
