import { actor, loadLakeside } from '@opensti/accounts/testing'
import type { Actor } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { beforeAll, expect, it } from 'vitest'
import { assessmentNotices } from '../domain/notice-kinds.ts'
import { makeAssessment, type SampleState, sampleDraft } from '../testing/index.ts'
import { answerAppeal } from './answer-appeal.ts'
import { createAssessment } from './draft-assessment.ts'
import { makeAppeal } from './make-appeal.ts'
import { moveAssessment } from './move-assessment.ts'
import { publishDueRankings } from './publish-rankings.ts'
import { withdrawAppeal } from './withdraw-appeal.ts'

const { db } = await testDatabase()
const linhu = 'lakeside/lakeside-linhu'
const beian = 'lakeside/lakeside-beian'
let supervisor: Actor
let leader: Actor

const bring = (title: string, state: SampleState, appealed = false) =>
  makeAssessment(db, {
    regionId: 'lakeside',
    units: [linhu, beian],
    title,
    state,
    appealed,
    supervisor: 'gao.yuan',
    leader: 'du.juan',
  })
/** Who was told what of a thing, by sign-in. */
const heardOf = async (title: string) => {
  const rows = await db
    .selectFrom('accounts.notice as n')
    .innerJoin('accounts.person as p', 'p.id', 'n.person')
    .select(['p.sign_in_name as sign_in', 'n.kind', 'n.link', 'n.params', 'n.seen_at'])
    .orderBy('n.id')
    .execute()
  return rows
    .filter(({ params }) => (params as { title?: string }).title === title)
    .map((row) => ({ ...row, params: row.params as Record<string, unknown> }))
}
const kindsHeard = async (title: string) => (await heardOf(title)).map(({ sign_in, kind }) => `${sign_in} ${kind}`)

beforeAll(async () => {
  await loadLakeside(db)
  supervisor = await actor(db, 'gao.yuan')
  leader = await actor(db, 'du.juan')
})

it('every gap of the words is filled, in both languages', async () => {
  const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
  for (const { text } of Object.values(assessmentNotices)) expect(gaps(text.zh)).toEqual(gaps(text.en))
})

it('leaders of the assessed units hear of the formula, then of their sheets and the last day for appeals', async () => {
  const draft = sampleDraft([linhu, beian], '通知办法', '2099')
  const { id } = await createAssessment(db, supervisor, 'lakeside', draft, 'test')
  expect(await kindsHeard('通知办法')).toEqual([])
  await moveAssessment(db, supervisor, id, { verb: 'issue', version: 0, text: null }, 'test')
  expect((await kindsHeard('通知办法')).sort()).toEqual([
    'du.juan assessment.formula-published',
    'fu.lin assessment.formula-published',
  ])
  const issued = await bring('通知固定', 'issued')
  await moveAssessment(db, supervisor, issued.id, { verb: 'freeze', version: issued.version, text: null }, 'test')
  const heard = await heardOf('通知固定')
  expect(heard.map(({ sign_in }) => sign_in).sort()).toEqual(['du.juan', 'fu.lin'])
  const own = heard.find(({ sign_in }) => sign_in === 'fu.lin')
  expect(own).toMatchObject({
    kind: 'assessment.appeals-open',
    link: `/assessment/${issued.id}/units/lakeside-beian`,
    params: { until: { day: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) } },
  })
})

it('supervision hears of an appeal until it is answered or taken back; the unit hears of the answer', async () => {
  const { id } = await bring('通知申诉', 'frozen')
  const appeal = (code: string) => makeAppeal(db, leader, id, linhu, { code, reason: '并未迟报' }, 'test')
  const [first, second] = [await appeal('late'), await appeal('service')]
  expect(await heardOf('通知申诉')).toMatchObject([
    { sign_in: 'gao.yuan', kind: 'assessment.appeal-made', seen_at: null, params: { line: { zh: '迟报' } } },
    { sign_in: 'gao.yuan', kind: 'assessment.appeal-made', seen_at: null, params: { line: { zh: '服务企业' } } },
  ])
  await answerAppeal(db, supervisor, first.id, { verb: 'dismiss', reason: '记录不符', correction: null }, 'test')
  await withdrawAppeal(db, leader, second.id, 'test')
  const after = await heardOf('通知申诉')
  expect(after.slice(0, 2).every(({ seen_at }) => seen_at !== null)).toBe(true)
  expect(after.slice(2)).toMatchObject([{ sign_in: 'du.juan', kind: 'assessment.appeal-dismissed', seen_at: null }])
})

it('the ranking is told once, to each leader with the place of her unit', async () => {
  await bring('通知排名', 'due')
  const publish = () =>
    publishDueRankings(db, (error) => {
      throw error
    })
  await Promise.all([publish(), publish()])
  const heard = await heardOf('通知排名')
  expect(heard.map(({ sign_in, params }) => `${sign_in} ${params['place']}/${params['count']}`).sort()).toEqual([
    'du.juan 1/2',
    'fu.lin 2/2',
  ])
})
