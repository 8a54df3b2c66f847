import { findPersonActor } from '@opensti/accounts'
import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import type { PersonActor } from '@opensti/kernel'
import { putTargetChange } from '@opensti/plans'
import type { Happening, WrittenEvaluation, WrittenTargetChange } from '../domain/evaluations-file.ts'
import { getLine, putEvidence } from './add-evidence.ts'
import { addExercise } from './create-exercise.ts'
import { digestOf, makeMove } from './move-exercise.ts'
import { makeSheetMove } from './move-sheet.ts'
import type { WrittenEvaluations } from './read-evaluations.ts'
import { type ReadLine, readLines } from './read-exercise.ts'
import { putAssessments } from './save-assessments.ts'
import { getExercise, getSheet } from './store.ts'

/**
 * Gives an invented city its evaluations and the targets that decisions have changed. Everything happens by the rules and by whoever
 * may do it; only its moment is the written one. A region that has an evaluation stays as it is.
 *
 * @returns how many evaluations were made.
 */
export async function loadEvaluations(
  db: Database,
  regionId: string,
  { evaluations, targetChanges }: WrittenEvaluations,
): Promise<number> {
  const known = await db
    .selectFrom('evaluation.exercise')
    .select('id')
    .where('region_id', '=', regionId)
    .limit(1)
    .execute()
  if (evaluations.length === 0 || known.length > 0) return 0
  return transaction(db, 'evaluation.load-evaluations', async (tx) => {
    for (const change of targetChanges) await replayChange(tx, regionId, change)
    for (const evaluation of evaluations) await replay(tx, regionId, evaluation)
    await recordAudit(tx, {
      actor: { kind: 'system', name: 'set-up' },
      action: 'evaluation.load-evaluations',
      region: regionId,
      detail: { added: evaluations.length },
    })
    return evaluations.length
  })
}

async function replayChange(tx: Transaction, regionId: string, written: WrittenTargetChange): Promise<void> {
  const { plan, target, by, ...change } = written
  const { personId } = await personCalled(tx, by)
  const targetId = `${regionId}/${plan}/${target}`
  await putTargetChange(tx, personId, { regionId, planCode: plan, targetId }, { ...change, targetId, seen: 0 })
}

async function replay(tx: Transaction, regionId: string, written: WrittenEvaluation): Promise<void> {
  const { plan, by, happened, ...wanted } = written
  const { id } = await addExercise(tx, (await personCalled(tx, by)).personId, regionId, { ...wanted, planId: plan })
  for (const one of happened) await happen(tx, regionId, id, one)
}

async function happen(tx: Transaction, regionId: string, id: string, one: Happening): Promise<void> {
  const { personId } = await personCalled(tx, one.by)
  const exercise = await getExercise(tx, id)
  const at = new Date(one.at)
  if (one.did === 'hand-in' || one.did === 'send-back') {
    const sheet = await getSheet(tx, id, `${regionId}/${one.unit}`)
    const reason = one.did === 'send-back' ? one.text : null
    await makeSheetMove(tx, personId, exercise, sheet, { verb: one.did, reason }, at)
  } else if (one.did === 'say' || one.did === 'judge') {
    const side = one.did === 'say' ? 'own' : 'review'
    const unitId = one.did === 'say' ? `${regionId}/${one.unit}` : undefined
    const lines = await readLines(tx, exercise)
    const said = Object.entries(one.lines).map(([code, [standing, words]]) => {
      const line = lineCalled(lines, code)
      return { lineId: line.id, seen: line[side]?.number ?? 0, standing, words }
    })
    await putAssessments(tx, personId, exercise, { side, unitId, lines: said }, at)
  } else if (one.did === 'attach' || one.did === 'cite-value') {
    const line = lineCalled(await readLines(tx, exercise, at), one.line)
    await putEvidence(tx, personId, await getLine(tx, line.id), at, one.did === 'attach' ? page(one.file) : value(line))
  } else await makeMove(tx, personId, exercise, { verb: one.did, reason: one.text }, at)
}

function lineCalled(lines: readonly ReadLine[], code: string): ReadLine {
  const line = lines.find((one) => one.code === code)
  if (!line) throw new Error(`An evaluation names the line ${code}, which its plan does not have.`)
  return line
}

function value({ facts, code }: ReadLine) {
  if (!facts?.latest || !facts.latestValueId) throw new Error(`The ledger has no value of ${code} to point to.`)
  return { kind: 'value' as const, ref: facts.latestValueId, label: facts.latest.zh }
}

async function personCalled(tx: Transaction, signIn: string): Promise<PersonActor> {
  const found = await findPersonActor(tx, signIn)
  if (!found) throw new Error(`An evaluation names ${signIn}, whom nobody knows.`)
  return found
}

/** A page without words: the papers of an invented city are invented too. The name makes each different. */
function page(name: string) {
  const content = Buffer.from(
    `%PDF-1.4
% ${encodeURIComponent(name)}
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
trailer << /Root 1 0 R >>
%%EOF
`,
  )
  return {
    kind: 'file' as const,
    label: name,
    media_type: 'application/pdf',
    size: content.length,
    digest: digestOf(content),
    content,
  }
}
