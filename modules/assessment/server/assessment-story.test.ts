import { actor, loadLakeside } from '@opensti/accounts/testing'
import { type Actor, personOf } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { InputEntry } from '../contract.ts'
import { makeAssessment, type SampleState, sampleDraft } from '../testing/index.ts'
import { answerAppeal } from './answer-appeal.ts'
import { addAppealFile } from './appeal-files.ts'
import { createAssessment, reviseAssessment } from './draft-assessment.ts'
import { enterInputs } from './enter-inputs.ts'
import { makeAppeal } from './make-appeal.ts'
import { makeRankingPaper } from './make-ranking-paper.ts'
import { moveAssessment } from './move-assessment.ts'
import { publishDueRankings } from './publish-rankings.ts'
import { findPublishedRanking, listPublishedRankings } from './published-rankings.ts'
import { getExercise } from './store.ts'
import { getAssessmentView } from './views/assessment-views.ts'
import { getSheetView } from './views/sheet-view.ts'

const { db } = await testDatabase()
const linhu = 'lakeside/lakeside-linhu'
const beian = 'lakeside/lakeside-beian'
let supervisor: Actor
let leader: Actor
let made = 0

/** No ranking of these tests fails. */
const publishDue = () =>
  publishDueRankings(db, (error) => {
    throw error
  })

const entry = (more: Partial<InputEntry>): InputEntry => ({
  unitId: linhu,
  code: 'service',
  applies: true,
  target: null,
  value: null,
  points: '95',
  times: 0,
  source: null,
  reason: '走访全覆盖',
  ...more,
})
const bring = (state: SampleState, appealed = false) => {
  made += 1
  const title = `考核之${made}`
  const people = { supervisor: 'gao.yuan', leader: 'du.juan' }
  return makeAssessment(db, { regionId: 'lakeside', units: [linhu, beian], title, state, appealed, ...people })
}
const correction = { applies: true, target: null, value: null, points: '98', times: 0, source: null }
const uphold = { verb: 'uphold' as const, reason: '补交的记录属实', correction }

beforeAll(async () => {
  await loadLakeside(db)
  supervisor = await actor(db, 'gao.yuan')
  leader = await actor(db, 'du.juan')
})

describe('a formula', () => {
  it('is refused with every fault named', async () => {
    const draft = sampleDraft([linhu, linhu, 'lakeside/nobody'], '错的办法', '2099')
    draft.formula.parts[0]!.weight = '90'
    await expect(createAssessment(db, supervisor, 'lakeside', draft, 'test')).rejects.toMatchObject({
      code: 'assessment_wrong',
      details: [{ place: { field: 'formula.parts' } }, { place: { field: 'units' } }, { place: { field: 'units' } }],
    })
  })

  it('is published before its period or not at all, and stands from then on, whoever writes', async () => {
    const late = await createAssessment(db, supervisor, 'lakeside', sampleDraft([linhu], '迟到的办法', '2025'), 'test')
    const issue = { verb: 'issue' as const, version: 0, text: null }
    await expect(moveAssessment(db, supervisor, late.id, issue, 'test')).rejects.toMatchObject({ code: 'period_begun' })
    const draft = sampleDraft([linhu], '按时的办法', '2099')
    const { id } = await createAssessment(db, supervisor, 'lakeside', draft, 'test')
    await expect(createAssessment(db, supervisor, 'lakeside', draft, 'test')).rejects.toMatchObject({
      code: 'assessment_there',
    })
    await reviseAssessment(db, supervisor, id, { ...draft, appealWorkdays: 3, version: 0 }, 'test')
    await moveAssessment(db, supervisor, id, { ...issue, version: 1 }, 'test')
    await expect(reviseAssessment(db, supervisor, id, { ...draft, version: 2 }, 'test')).rejects.toMatchObject({
      code: 'formula_published',
    })
    await expect(sql`update assessment.exercise set formula = '{}' where id = ${id}`.execute(db)).rejects.toThrow(
      /formula stands still/,
    )
    await expect(sql`delete from assessment.assessed_unit where exercise_id = ${id}`.execute(db)).rejects.toThrow(
      /stands still/,
    )
    await expect(
      moveAssessment(db, supervisor, id, { verb: 'freeze', version: 2, text: null }, 'test'),
    ).rejects.toMatchObject({ code: 'period_runs' })
  })
})

describe('inputs', () => {
  it('name their paper, their reason, their limit', async () => {
    const { id } = await bring('issued')
    const wrong = [entry({ points: '101' }), entry({ code: 'late', points: null, times: 1 }), entry({ unitId: 'a/b' })]
    await expect(enterInputs(db, supervisor, id, wrong, 'test')).rejects.toMatchObject({
      code: 'inputs_wrong',
      details: [{ place: { row: 1 } }, { place: { row: 2 } }, { place: { row: 3 } }],
    })
  })

  it('are frozen only when nothing is missing, and stand still then, whoever writes', async () => {
    const { id, version } = await bring('issued')
    await sql`delete from assessment.input where exercise_id = ${id} and unit_id = ${beian}`.execute(db)
    const freeze = { verb: 'freeze' as const, version, text: null }
    await expect(moveAssessment(db, supervisor, id, freeze, 'test')).rejects.toMatchObject({ code: 'inputs_missing' })
    await enterInputs(db, supervisor, id, [entry({ unitId: beian })], 'test')
    await moveAssessment(db, supervisor, id, freeze, 'test')
    await expect(enterInputs(db, supervisor, id, [entry({})], 'test')).rejects.toMatchObject({ code: 'inputs_frozen' })
    await expect(sql`update assessment.input set points = 100 where exercise_id = ${id}`.execute(db)).rejects.toThrow(
      /frozen inputs stand still/,
    )
  })
})

describe('an appeal', () => {
  it('is made once for a line, proved by a file, answered by someone else with a correction that counts', async () => {
    const { id } = await bring('frozen')
    const wanted = { code: 'service', reason: '走访记录漏计' }
    const { id: appeal } = await makeAppeal(db, leader, id, linhu, wanted, 'test')
    await expect(makeAppeal(db, leader, id, linhu, wanted, 'test')).rejects.toMatchObject({ code: 'appeal_open' })
    const script = { name: 'a.pdf', content: Buffer.from('<script>') }
    await expect(addAppealFile(db, leader, appeal, script, 'test')).rejects.toMatchObject({ code: 'file_kind' })
    await addAppealFile(db, leader, appeal, { name: 'a.pdf', content: Buffer.from('%PDF-1.7') }, 'test')
    await expect(answerAppeal(db, leader, appeal, uphold, 'test')).rejects.toMatchObject({ code: 'own_appeal' })
    await expect(answerAppeal(db, supervisor, appeal, { ...uphold, correction: null }, 'test')).rejects.toMatchObject({
      code: 'correction_missing',
    })
    await answerAppeal(db, supervisor, appeal, uphold, 'test')
    await expect(answerAppeal(db, supervisor, appeal, uphold, 'test')).rejects.toMatchObject({
      code: 'appeal_answered',
    })
    const sheet = await getSheetView(db, personOf(leader), id, linhu)
    expect(sheet.sheet?.total).toBe('98.00')
    expect(sheet.inputs[0]).toMatchObject({ points: '98', earlier: [{ points: '90' }] })
    expect(sheet.appeals[0]).toMatchObject({ state: 'upheld', files: [{ fileName: 'a.pdf' }] })
  })

  it('comes too late after the deadline, whoever writes', async () => {
    const { id } = await bring('due')
    const wanted = { code: 'service', reason: '走访记录漏计' }
    await expect(makeAppeal(db, leader, id, linhu, wanted, 'test')).rejects.toMatchObject({ code: 'appeals_over' })
    await expect(
      sql`insert into assessment.appeal (exercise_id, unit_id, code, reason, asked_by, asked_at)
        values (${id}, ${linhu}, 'service', 'x', ${personOf(leader).personId}, now())`.execute(db),
    ).rejects.toThrow(/time for appeals is over/)
    await publishDue()
  })
})

describe('the ranking', () => {
  it('is not there before the deadline, whoever writes', async () => {
    const { id } = await bring('frozen')
    await publishDue()
    expect(await findPublishedRanking(db, id)).toBeUndefined()
    await expect(
      sql`insert into assessment.result values (${id}, ${linhu}, 1, 90, '{}', false, '{}')`.execute(db),
    ).rejects.toThrow(/before the day after the deadline/)
    await expect(
      sql`update assessment.exercise set state = 'published', published_at = now(), result_digest = 'x'
        where id = ${id}`.execute(db),
    ).rejects.toThrow()
  })

  it('waits for the last answer and says so, then publishes itself', async () => {
    const { id, appeal } = await bring('due', true)
    await publishDue()
    expect(await getAssessmentView(db, personOf(leader), id)).toMatchObject({ state: 'frozen', waiting: true })
    await answerAppeal(db, supervisor, appeal ?? '', { verb: 'dismiss', reason: '记录不符', correction: null }, 'test')
    expect(await publishDue()).toBe(1)
    const found = await findPublishedRanking(db, id)
    expect(found?.units.map(({ unitId, place, total }) => [unitId, place, Number(total)])).toEqual([
      [linhu, 1, 90],
      [beian, 2, 89],
    ])
    expect((await listPublishedRankings(db, 'lakeside')).map((one) => one.id)).toContain(id)
    const { name, bytes } = await makeRankingPaper(db, id)
    expect(name).toMatch(/结果\.docx$/)
    expect(bytes.length).toBeGreaterThan(5000)
    await expect(sql`update assessment.exercise set title = 'x' where id = ${id}`.execute(db)).rejects.toThrow()
    await expect(sql`delete from assessment.result where exercise_id = ${id}`.execute(db)).rejects.toThrow()
  })

  it('holds the corrected figure or has not come, when the answer meets it', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, appeal } = await bring('due', true)
      const rivals = [1, 2].map(() => publishDue())
      const answers = [uphold, { ...uphold, correction: { ...correction, points: '80' } }].map((answer) =>
        answerAppeal(db, supervisor, appeal ?? '', answer, 'test'),
      )
      const settled = await Promise.allSettled(answers)
      await Promise.all(rivals)
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      await publishDue()
      const counted = settled[0]?.status === 'fulfilled' ? 98 : 80
      const ranking = await findPublishedRanking(db, id)
      expect(Number(ranking?.units.find(({ unitId }) => unitId === linhu)?.total)).toBe(counted)
      expect((await getExercise(db, id)).state).toBe('published')
    }
  })
})
