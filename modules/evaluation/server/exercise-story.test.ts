import { createHash } from 'node:crypto'
import { actor } from '@opensti/accounts/testing'
import { type Actor, personOf } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EvaluationView, LineView } from '../contract.ts'
import { loadLakeside } from '../testing/lakeside.ts'
import { addFile, addLink, removeEvidence } from './add-evidence.ts'
import { createExercise } from './create-exercise.ts'
import { moveExercise } from './move-exercise.ts'
import { moveSheet } from './move-sheet.ts'
import { makePapers } from './papers/make-papers.ts'
import { concludedEvaluations } from './papers/offer-papers.ts'
import { getPaper } from './papers/store-papers.ts'
import { saveOwn, saveReviews } from './save-assessments.ts'
import { setFormula } from './set-formula.ts'
import { getExerciseView } from './views/exercise-view.ts'

const { db } = await testDatabase()
const science = 'lakeside/lakeside-science'
let planner: Actor
let supervisor: Actor
let reporter: Actor
let leader: Actor
let id: string

const view = (who: Actor = planner): Promise<EvaluationView> => getExerciseView(db, personOf(who), id)
const move = async (verb: Parameters<typeof moveExercise>[3]['verb'], reason: string | null = null) =>
  moveExercise(db, planner, id, { verb, version: (await view()).version, reason }, 'test')
const linesOf = async (unit: string): Promise<LineView[]> =>
  (await view()).lines.filter((line) => line.unit.id === unit)
const own = (lines: readonly LineView[], standing: 'done' | 'behind' = 'done', words = '') =>
  saveOwn(
    db,
    reporter,
    { exerciseId: id, unitId: science },
    lines.map((line) => ({ lineId: line.id, seen: line.own?.number ?? 0, standing, words })),
    'test',
  )

describe('a final evaluation, from its weights to papers that anyone can check', () => {
  beforeAll(async () => {
    await loadLakeside(db)
    planner = await actor(db, 'chen.mei')
    supervisor = await actor(db, 'gao.yuan')
    reporter = await actor(db, 'lin.yuan')
    leader = await actor(db, 'zhou.guoliang')
    const wanted = {
      planId: 'lakeside-2021-2025',
      kind: 'final',
      title: '“十四五”规划总结评估',
      year: 2025,
      dueDay: '2026-03-31',
    }
    ;({ id } = await createExercise(db, planner, 'lakeside', wanted as never, 'test'))
  })

  it('begins with a line for every indicator, usual weights of exactly 100, and what the ledger says', async () => {
    const { lines, weightSum } = await view()
    expect(weightSum).toBe('100')
    expect(lines.find((line) => line.code === 'rd-intensity')?.facts).toMatchObject({
      target: { zh: '不低于 2.6%' },
      outlook: { kind: 'none' },
    })
  })

  it('does not open while the weights do not come to 100, and says what they come to', async () => {
    const { lines, shares, version } = await view()
    const formula = (first: string) => ({
      shares,
      lines: lines.map((line, at) => ({ id: line.id, unitId: line.unit.id, weight: at === 0 ? first : line.weight })),
    })
    await setFormula(db, planner, id, { version, ...formula('90') }, 'test')
    await expect(move('open')).rejects.toMatchObject({ code: 'weights_wrong' })
    await setFormula(db, planner, id, { version: version + 1, ...formula(lines[0]!.weight) }, 'test')
    await move('open')
    await expect(setFormula(db, planner, id, { version: version + 3, ...formula('1') }, 'test')).rejects.toMatchObject({
      code: 'formula_published',
    })
    await expect(
      db.updateTable('evaluation.line').set({ weight: '1' }).where('exercise_id', '=', id).execute(),
    ).rejects.toThrow(/stand still/)
  })

  it('keeps what a unit says, all of it, and shows the unit nobody else’s lines', async () => {
    const lines = await linesOf(science)
    await own(lines, 'done', '已完成')
    await expect(own(lines, 'behind')).rejects.toMatchObject({ code: 'line_changed' })
    const [seen] = (await view(reporter)).lines
    expect(seen).toMatchObject({ unit: { id: science }, own: { number: 1, standing: 'done', words: '已完成' } })
    expect((await view(reporter)).lines.every((line) => line.unit.id === science)).toBe(true)
  })

  it('takes files and ways to values of the ledger as evidence, and nothing that is not there', async () => {
    const line = (await linesOf(science)).find((one) => one.facts?.latestValueId)!
    const script = { name: 'a.pdf', content: Buffer.from('<script>') }
    await expect(addFile(db, reporter, line.id, script, 'test')).rejects.toMatchObject({ code: 'file_kind' })
    await addFile(db, reporter, line.id, { name: 'a.pdf', content: Buffer.from('%PDF-1.7 sealed') }, 'test')
    await addLink(db, reporter, line.id, { kind: 'value', ref: line.facts!.latestValueId! }, 'test')
    const strange = addLink(db, reporter, line.id, { kind: 'item', ref: 'lakeside' }, 'test')
    await expect(strange).rejects.toMatchObject({ code: 'evidence_unknown' })
    const [first, second] = (await linesOf(science)).find((one) => one.id === line.id)!.evidence
    expect([first?.kind, second?.kind]).toEqual(['file', 'value'])
  })

  it('is handed in complete only; afterwards it stands still, whoever writes', async () => {
    const [first] = await linesOf(science)
    await own([first!], 'behind')
    const sheet = { exerciseId: id, unitId: science }
    const handIn = { verb: 'hand-in' as const, version: 0, reason: null }
    await expect(moveSheet(db, leader, sheet, handIn, 'test')).rejects.toMatchObject({ code: 'lines_missing' })
    await own(await linesOf(science).then((lines) => lines.slice(0, 1)), 'behind', '两家企业合同推迟')
    await moveSheet(db, leader, sheet, handIn, 'test')
    await expect(own(await linesOf(science))).rejects.toMatchObject({ code: 'out_of_turn' })
    const late = { line_id: first!.id, side: 'own' as const, number: 9, person_id: personOf(reporter).personId }
    await expect(db.insertInto('evaluation.assessment').values(late).execute()).rejects.toThrow(/stands still/)
    const [piece] = (await linesOf(science)).flatMap((line) => line.evidence.map((one) => ({ line: line.id, one })))
    await expect(removeEvidence(db, reporter, piece!.line, piece!.one.id, 'test')).rejects.toMatchObject({
      code: 'out_of_turn',
    })
  })

  it('is reviewed beside what the units say, which the units do not see yet', async () => {
    await move('review')
    const { lines } = await view()
    await expect(move('conclude', '先行定稿')).rejects.toMatchObject({ code: 'not_reviewed' })
    await saveReviews(
      db,
      supervisor,
      id,
      lines.map((line, at) => ({ lineId: line.id, seen: 0, standing: at === 1 ? 'behind' : 'done', words: '核实' })),
      'test',
    )
    expect((await view(reporter)).lines[0]?.review).toBeNull()
    expect((await linesOf(science))[0]).toMatchObject({ own: { standing: 'behind' }, review: { standing: 'done' } })
  })

  it('is concluded with a reason where units are missing, and stands still', async () => {
    await expect(move('conclude')).rejects.toMatchObject({ code: 'sheets_missing' })
    await move('conclude', '财政局机构改革，按台账评价')
    const concluded = await view()
    const weight = Number(concluded.lines[1]!.weight)
    expect(Number(concluded.score!.total)).toBeCloseTo(100 - weight * 0.6, 2)
    expect((await view(reporter)).lines.at(-1)?.review?.standing).toBe('done')
    for (const change of [{ title: '改' }, { data: '{}' }, { concluded_at: new Date() }])
      await expect(db.updateTable('evaluation.exercise').set(change).where('id', '=', id).execute()).rejects.toThrow(
        /stands still/,
      )
  })

  it('has papers that are offered for release as they are, and are never changed', async () => {
    await expect(getPaper(db, id, 'report.pdf')).rejects.toMatchObject({ code: 'paper_being_made' })
    await makePapers(db, id, 'https://sti.example/verify')
    await makePapers(db, id)
    const { papers, dataDigest } = await view()
    expect(papers.map(({ file }) => file)).toEqual([
      'report.pdf',
      'report.docx',
      'brief.pdf',
      'brief.docx',
      'data.json',
    ])
    const { content } = await getPaper(db, id, 'brief.pdf')
    const digest = createHash('sha256').update(content).digest('hex')
    expect(papers.find(({ file }) => file === 'brief.pdf')?.digest).toBe(digest)
    expect(papers.at(-1)?.digest).toBe(dataDigest)
    const [offered] = await concludedEvaluations(db, 'lakeside')
    expect(offered?.files.map((file) => createHash('sha256').update(file.content).digest('hex')).sort()).toEqual(
      papers.map((paper) => paper.digest).sort(),
    )
    await expect(
      db.updateTable('evaluation.paper').set({ size: 1 }).where('exercise_id', '=', id).execute(),
    ).rejects.toThrow()
  }, 60_000)
})
