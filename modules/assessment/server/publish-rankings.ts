import { type Database, databaseNow, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import { stateAfter } from '@opensti/workflow'
import { exerciseLife } from '../domain/exercise-life.ts'
import { rank } from '../domain/score.ts'
import { workOut } from '../domain/work-out.ts'
import { allInputs, counting, digestible, unitInputs } from './inputs.ts'
import { digestOf, type ExerciseRow, getExercise, noteMove, unitsOf } from './store.ts'
import { tellRanking } from './tell-of-assessment.ts'

/**
 * The duty of the house: every ranking whose deadline is over and whose appeals are all answered is published, once. By the
 * database's clock. One that cannot be published is reported by its id and keeps none of the others waiting.
 *
 * @returns how many were published.
 */
export async function publishDueRankings(
  db: Database,
  report: (error: unknown, assessmentId: string) => void,
): Promise<number> {
  const now = await databaseNow(db)
  const due = await db
    .selectFrom('assessment.exercise as e')
    .select('e.id')
    .where('e.state', '=', 'frozen')
    .where('e.appeals_until', '<', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('assessment.appeal as a')
            .select('a.id')
            .whereRef('a.exercise_id', '=', 'e.id')
            .where('a.state', '=', 'open'),
        ),
      ),
    )
    .orderBy('e.appeals_until')
    .execute()
  let published = 0
  for (const { id } of due) {
    try {
      if (await publishOne(db, id)) published += 1
    } catch (error) {
      report(error, id)
    }
  }
  return published
}

function publishOne(db: Database, id: string): Promise<boolean> {
  return transaction(db, 'assessment.publish-ranking', async (tx) => {
    const row = await getExercise(tx, id)
    if (row.state !== 'frozen' || !(await putRanking(tx, row, await databaseNow(tx)))) return false
    await tellRanking(tx, row)
    return true
  })
}

/** The ranking itself, at a moment; false when its time has not come or an appeal waits. */
export async function putRanking(tx: Transaction, row: ExerciseRow, at: Date): Promise<boolean> {
  if (!row.appeals_until || at <= row.appeals_until || (await anyOpen(tx, row.id))) return false
  const state = stateAfter(exerciseLife, row.state, 'publish')
  const inputs = counting(await allInputs(tx, row.id))
  const byUnit = Map.groupBy(inputs, ({ unit_id }) => unit_id)
  const ranked = rank(
    (await unitsOf(tx, row.id)).map((unit) => ({
      unit,
      score: { ...workOut(row.formula, unitInputs(byUnit.get(unit) ?? [])), parts: [] },
    })),
  )
  const results = ranked.map(({ unit, place, score: { parts: _parts, ...sheet } }) => ({ unit, place, sheet }))
  await tx
    .insertInto('assessment.result')
    .values(
      results.map(({ unit, place, sheet }) => ({
        exercise_id: row.id,
        unit_id: unit,
        place,
        total: sheet.total,
        grade: json(sheet.grade),
        vetoed: sheet.vetoes.length > 0,
        sheet: json(sheet),
      })),
    )
    .execute()
  await tx
    .updateTable('assessment.exercise')
    .set({
      state,
      version: row.version + 1,
      published_at: at,
      result_digest: digestOf({ formula: row.formula, inputs: digestible(inputs), results }),
    })
    .where('id', '=', row.id)
    .execute()
  await noteMove(tx, { subject: 'exercise', row, verb: 'publish', to: state, text: null, personId: null, at })
  await recordAudit(tx, {
    actor: { kind: 'system', name: 'ranking' },
    action: 'assessment.publish-ranking',
    region: row.region_id,
    object: { kind: 'assessment', id: row.id },
    detail: { units: results.length },
  })
  return true
}

async function anyOpen(tx: Transaction, id: string): Promise<boolean> {
  const open = await tx
    .selectFrom('assessment.appeal')
    .select('id')
    .where('exercise_id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return open !== undefined
}
