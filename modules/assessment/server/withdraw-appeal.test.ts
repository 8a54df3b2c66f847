import { actor, loadLakeside } from '@opensti/accounts/testing'
import { type Actor, personOf } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { makeAssessment, type SampleState } from '../testing/index.ts'
import { answerAppeal } from './answer-appeal.ts'
import { makeAppeal } from './make-appeal.ts'
import { publishDueRankings } from './publish-rankings.ts'
import { findPublishedRanking } from './published-rankings.ts'
import { getSheetView } from './views/sheet-view.ts'
import { withdrawAppeal } from './withdraw-appeal.ts'

const { db } = await testDatabase()
const units = ['lakeside/lakeside-linhu', 'lakeside/lakeside-beian']
let supervisor: Actor
let leader: Actor
let made = 0

const bring = (state: SampleState, appealed = true) => {
  made += 1
  const people = { supervisor: 'gao.yuan', leader: 'du.juan' }
  return makeAssessment(db, { regionId: 'lakeside', units, title: `撤回之${made}`, state, appealed, ...people })
}
const dismiss = { verb: 'dismiss' as const, reason: '记录不符', correction: null }
const appealsSeenBy = async (one: Actor, id: string) =>
  (await getSheetView(db, personOf(one), id, 'lakeside/lakeside-linhu')).appeals

beforeAll(async () => {
  await loadLakeside(db)
  supervisor = await actor(db, 'gao.yuan')
  leader = await actor(db, 'du.juan')
})

it('an appeal taken back stays on record, is not answered, and another may follow', async () => {
  const { id, appeal } = await bring('frozen')
  expect(await appealsSeenBy(leader, id)).toMatchObject([{ state: 'open', mayWithdraw: true }])
  expect(await appealsSeenBy(supervisor, id)).toMatchObject([{ state: 'open', mayWithdraw: false }])
  await withdrawAppeal(db, leader, appeal ?? '', 'test')
  expect(await appealsSeenBy(leader, id)).toMatchObject([
    { state: 'withdrawn', mayWithdraw: false, withdrawnBy: { zh: '杜鹃' }, answeredBy: null },
  ])
  const answer = answerAppeal(db, supervisor, appeal ?? '', dismiss, 'test')
  await expect(answer).rejects.toMatchObject({ code: 'appeal_answered' })
  await makeAppeal(db, leader, id, units[0] ?? '', { code: 'service', reason: '重新申诉' }, 'test')
  expect(await appealsSeenBy(leader, id)).toMatchObject([{ state: 'withdrawn' }, { state: 'open' }])
})

it('an answered appeal is not taken back, whoever writes', async () => {
  const { appeal } = await bring('frozen')
  await answerAppeal(db, supervisor, appeal ?? '', dismiss, 'test')
  await expect(withdrawAppeal(db, leader, appeal ?? '', 'test')).rejects.toMatchObject({ code: 'appeal_answered' })
  await expect(
    sql`update assessment.appeal set state = 'withdrawn', answered_by = null, answered_at = null, answer_reason = null,
      withdrawn_by = asked_by, withdrawn_at = now() where id = ${appeal}`.execute(db),
  ).rejects.toThrow(/answered appeal stands still/)
})

it('a ranking that waited for the appeal is published once it is taken back; a broken one keeps no other waiting', async () => {
  const broken = await bring('due', false)
  const waiting = await bring('due')
  // A result that stands already meets the same unit again: this ranking fails each time.
  await sql`insert into assessment.result values (${broken.id}, ${units[0]}, 1, 90, '{}', false, '{}')`.execute(db)
  const failed: string[] = []
  const publish = () => publishDueRankings(db, (_error, assessment) => failed.push(assessment))
  expect(await publish()).toBe(0)
  await withdrawAppeal(db, leader, waiting.appeal ?? '', 'test')
  expect(await publish()).toBe(1)
  expect(failed).toEqual([broken.id, broken.id])
  expect((await findPublishedRanking(db, waiting.id))?.units).toHaveLength(2)
})
