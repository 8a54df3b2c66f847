import { findPersonActor } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import type { PersonActor } from '@opensti/kernel'
import type { AssessmentHappening, WrittenAssessment, WrittenDecomposition } from '../domain/written-assessments.ts'
import { putAnswer } from './answer-appeal.ts'
import { putFile } from './appeal-files.ts'
import { putReceipt } from './confirm-share.ts'
import { addAssessment } from './draft-assessment.ts'
import { putInputs } from './enter-inputs.ts'
import { takeFromLedger } from './gather-inputs.ts'
import { addAppeal } from './make-appeal.ts'
import { carryAssessment } from './move-assessment.ts'
import { carryDecomposition } from './move-decomposition.ts'
import { putObjection } from './object-to-share.ts'
import { putRanking } from './publish-rankings.ts'
import { putShares } from './save-shares.ts'
import { addDecomposition } from './start-decomposition.ts'
import { getDecomposition, getExercise, sharesOf } from './store.ts'

interface Written {
  decompositions: readonly WrittenDecomposition[]
  assessments: readonly WrittenAssessment[]
}

/**
 * Gives an invented city its decompositions and assessments. Everything happens by the rules and by whoever may do it; only
 * its moment is the written one, and what lies ahead of the clock has not happened. A region that has one stays as it is.
 *
 * @returns how many were made.
 */
export async function loadAssessments(db: Database, regionId: string, written: Written): Promise<number> {
  const count = written.decompositions.length + written.assessments.length
  if (count === 0 || (await anyThere(db, regionId))) return 0
  return transaction(db, 'assessment.load-assessments', async (tx) => {
    const now = await databaseNow(tx)
    for (const one of written.decompositions) await replayDecomposition(tx, regionId, one)
    for (const one of written.assessments) await replayAssessment(tx, regionId, one, now)
    await recordAudit(tx, {
      actor: { kind: 'system', name: 'set-up' },
      action: 'assessment.load-assessments',
      region: regionId,
      detail: { added: count },
    })
    return count
  })
}

async function anyThere(db: Database, regionId: string): Promise<boolean> {
  const tables = ['assessment.decomposition', 'assessment.exercise'] as const
  for (const table of tables) {
    const found = await db.selectFrom(table).select('id').where('region_id', '=', regionId).limit(1).execute()
    if (found.length > 0) return true
  }
  return false
}

async function replayDecomposition(tx: Transaction, regionId: string, written: WrittenDecomposition): Promise<void> {
  const starter = await personCalled(tx, written.by)
  const { id } = await addDecomposition(tx, starter.personId, regionId, `${regionId}/${written.target}`)
  for (const one of written.happened) {
    const person = await personCalled(tx, one.by)
    const row = await getDecomposition(tx, id)
    const at = new Date(one.at)
    if (one.did === 'share-out') {
      const shares = one.shares.map(({ unit, amount, weight }) => ({
        regionId,
        unitId: `${regionId}/${unit}`,
        amount,
        weight,
      }))
      await putShares(tx, row, { rule: one.rule, shares })
    } else if (one.did === 'confirm' || one.did === 'object') {
      const share = (await sharesOf(tx, id)).find(({ receiver_unit }) => receiver_unit === `${regionId}/${one.unit}`)
      if (!share) throw new Error(`${one.unit} answers for a share of ${written.target} that it does not have.`)
      if (one.did === 'confirm') await putReceipt(tx, person, share.id, at)
      else await putObjection(tx, person, share.id, one.text, at)
    } else await carryDecomposition(tx, person, row, { ...one, verb: one.did }, at)
  }
}

async function replayAssessment(
  tx: Transaction,
  regionId: string,
  written: WrittenAssessment,
  now: Date,
): Promise<void> {
  const drafter = await personCalled(tx, written.by)
  const units = written.units.map((unit) => `${regionId}/${unit}`)
  const { id } = await addAssessment(tx, drafter.personId, regionId, { ...written, units })
  for (const one of written.happened) {
    if (new Date(one.at) > now) return
    await happen(tx, regionId, id, one)
  }
}

async function happen(tx: Transaction, regionId: string, id: string, one: AssessmentHappening): Promise<void> {
  const row = await getExercise(tx, id)
  const at = new Date(one.at)
  if (one.did === 'publish') {
    if (!(await putRanking(tx, row, at))) throw new Error(`The ranking of ${row.title} is published too early.`)
    return
  }
  const person = await personCalled(tx, one.by)
  switch (one.did) {
    case 'gather':
      await takeFromLedger(tx, person.personId, row, at)
      return
    case 'enter': {
      const entries = one.entries.map(({ unit, ...entry }) => ({ ...entry, unitId: `${regionId}/${unit}` }))
      return putInputs(tx, person.personId, row, entries, at)
    }
    case 'appeal': {
      const appeal = await addAppeal(
        tx,
        person,
        row,
        `${regionId}/${one.unit}`,
        { code: one.code, reason: one.text },
        at,
      )
      if (one.file) await putFile(tx, person, appeal.id, { name: one.file, content: emptyPaper(one.file) }, at)
      return
    }
    case 'uphold':
    case 'dismiss': {
      const appeal = await tx
        .selectFrom('assessment.appeal')
        .selectAll()
        .where('exercise_id', '=', id)
        .where('unit_id', '=', `${regionId}/${one.unit}`)
        .where('code', '=', one.code)
        .where('state', '=', 'open')
        .executeTakeFirstOrThrow()
      await putAnswer(tx, person, appeal, { verb: one.did, reason: one.text, correction: one.correction }, at)
      return
    }
    default:
      await carryAssessment(tx, person, row, { verb: one.did, text: one.text }, at)
  }
}

async function personCalled(tx: Transaction, signIn: string): Promise<PersonActor> {
  const found = await findPersonActor(tx, signIn)
  if (!found) throw new Error(`An assessment names ${signIn}, whom nobody knows.`)
  return found
}

/** A page without words: the papers of an invented city are invented too. The name makes each different. */
function emptyPaper(name: string): Buffer {
  return Buffer.from(
    `%PDF-1.4
% ${encodeURIComponent(name)}
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
trailer << /Root 1 0 R >>
%%EOF
`,
  )
}
