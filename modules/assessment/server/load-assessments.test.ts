import { join } from 'node:path'
import { actor, loadLakeside } from '@opensti/accounts/testing'
import { personOf } from '@opensti/kernel'
import { loadRegions } from '@opensti/plans'
import { readRegions } from '@opensti/regions'
import { loadRounds, readRounds } from '@opensti/reporting'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadAssessments } from './load-assessments.ts'
import { publishDueRankings } from './publish-rankings.ts'
import { readAssessments } from './read-assessments.ts'
import { getAssessmentList, getAssessmentView } from './views/assessment-views.ts'
import { getDecompositionList, getDecompositionView } from './views/decomposition-views.ts'
import { getSheetView } from './views/sheet-view.ts'

const { db } = await testDatabase()
const folder = join(import.meta.dirname, '..', '..', '..', 'regions', 'lakeside')
const written = readAssessments(folder)
const as = async (name: string) => personOf(await actor(db, name))

describe('the invented city’s decompositions and assessments', () => {
  beforeAll(async () => {
    await loadRegions(
      db,
      readRegions(join(folder, '..')).map((reading) => reading.content),
    )
    await loadLakeside(db)
    await loadRounds(db, 'lakeside', readRounds(folder))
  }, 120_000)

  it('are replayed by the rules, and only once', async () => {
    const count = written.decompositions.length + written.assessments.length
    expect(await loadAssessments(db, 'lakeside', written)).toBe(count)
    expect(await loadAssessments(db, 'lakeside', written)).toBe(0)
    await publishDueRankings(db, (error) => {
      throw error
    })
  })

  it('share out a target with a difference that is named, and show a draft to planners only', async () => {
    const { decompositions } = await getDecompositionList(db, await as('chen.mei'), 'lakeside')
    const firms = decompositions.find((one) => one.state === 'issued')!
    expect(firms.sharing).toMatchObject({ together: '2120', gap: '80', missing: [] })
    const draft = decompositions.find((one) => one.state === 'draft')!
    expect(draft.sharing).toMatchObject({ together: null, missing: [{ zh: '云桥县人民政府' }] })
    const leader = await getDecompositionList(db, await as('du.juan'), 'lakeside')
    expect(leader.decompositions).toEqual([])
    expect(leader.received.map(({ amount, document }) => [amount, document])).toEqual([['560', '湖府办〔2026〕12号']])
    const view = await getDecompositionView(db, await as('chen.mei'), firms.id)
    expect(view.shares.map((share) => share.confirmedBy?.zh ?? null)).toEqual(['杜鹃', '傅琳', null, null, null, null])
    expect(view.shares[1]?.objection).toMatchObject({ by: { en: 'Fu Lin' } })
    // Districts report their own part; it is the city's figure less what the high-tech zone counts.
    const progress = view.shares.map((share) => [share.progress?.period, Number(share.progress?.value)] as const)
    expect(progress.every(([period]) => period === '2026-Q2')).toBe(true)
    expect(progress.reduce((sum, [, value]) => sum + value, 0)).toBe(1392 - 179)
    expect(view.verbs).toEqual(['change'])
  })

  it('rank the districts of 2025, the vetoed one last, with the corrected figure', async () => {
    const supervisor = await as('gao.yuan')
    const { assessments } = await getAssessmentList(db, supervisor, 'lakeside')
    const [open, finished] = assessments
    expect(finished).toMatchObject({ state: 'published', units: 6 })
    const { units, moves } = await getAssessmentView(db, supervisor, finished!.id)
    expect(units.map((one) => [one.place, one.unit.name.zh, one.total, one.vetoed])).toMatchInlineSnapshot(`
      [
        [
          1,
          "临湖区人民政府",
          "104.39",
          false,
        ],
        [
          2,
          "稻香县人民政府",
          "95.95",
          false,
        ],
        [
          3,
          "北岸区人民政府",
          "93.32",
          false,
        ],
        [
          4,
          "青屿区人民政府",
          "85.50",
          false,
        ],
        [
          5,
          "云桥县人民政府",
          "82.67",
          false,
        ],
        [
          6,
          "柳堤区人民政府",
          "101.75",
          true,
        ],
      ]
    `)
    expect(moves.at(-1)).toMatchObject({ verb: 'publish', by: null })
    const sheet = await getSheetView(db, await as('fu.lin'), finished!.id, 'lakeside/lakeside-beian')
    const turnover = sheet.inputs.find(({ code }) => code === 'turnover')
    expect([turnover?.value, turnover?.earlier[0]?.value]).toEqual(['32.7', '31.4'])
    expect(open).toMatchObject({ state: 'frozen', openAppeals: 1 })
  })

  it('take the figures of the open one from locked returns, with their vintage', async () => {
    const { assessments } = await getAssessmentList(db, await as('tao.jun'), 'lakeside')
    const sheet = await getSheetView(db, await as('tao.jun'), assessments[0]!.id, 'lakeside/lakeside-market')
    const patents = sheet.inputs.find(({ code }) => code === 'patents')
    expect(patents).toMatchObject({ value: '10.7', source: { kind: 'ledger', period: '2026-Q2', nature: 'working' } })
    expect(sheet.verbs).toEqual(['appeal'])
    expect(sheet.sheet?.total).toBe('99.54')
  })
})
