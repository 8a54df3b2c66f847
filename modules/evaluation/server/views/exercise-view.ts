import { actorNames, unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { Bilingual, PersonActor } from '@opensti/kernel'
import { planNames } from '@opensti/plans'
import { verbsOf } from '@opensti/workflow'
import type { EvaluationView, LineView, SheetView } from '../../contract.ts'
import { exerciseLife, exerciseMoveNames, type SheetVerb, sheetLife } from '../../domain/exercise-life.ts'
import { planScore, sumOfWeights } from '../../domain/plan-score.ts'
import { missingOf } from '../missing.ts'
import { type ReadLine, readLines, readSheets } from '../read-exercise.ts'
import { type ExerciseRow, getExercise, isOpen, type SheetRow } from '../store.ts'

/** Planners, supervision and the head see every unit; a unit sees its own lines. */
export function seesAll(person: PersonActor, regionId: string): boolean {
  return person.grants.some(
    (grant) => grant.regionId === regionId && ['planner', 'supervisor', 'head'].includes(grant.role),
  )
}

/** One evaluation as this person may see it, with what she may do now. */
export async function getExerciseView(db: Reader, person: PersonActor, id: string): Promise<EvaluationView> {
  const exercise = await getExercise(db, id)
  const all = seesAll(person, exercise.region_id)
  const own = new Set(person.grants.flatMap((grant) => (grant.unitId === null ? [] : [grant.unitId])))
  const everyLine = await readLines(db, exercise)
  const everySheet = await readSheets(db, id)
  const lines = everyLine.filter((line) => all || own.has(line.unitId))
  const sheets = everySheet.filter((sheet) => all || own.has(sheet.unit_id))
  const isConcluded = exercise.concluded_at !== null
  const score = planScore(
    everyLine.map(({ id: line, weight, review }) => ({ id: line, weight, standing: review?.standing ?? null })),
    exercise.shares,
  )
  const points = new Map(score?.parts.map((part) => [part.code, part.points]))
  const directory = await unitDirectory(db)
  const unit = (unitId: string) => ({ id: unitId, name: directory.find(unitId)?.name ?? { zh: unitId, en: unitId } })
  const moves = await movesOf(db, id)
  const seen = (line: ReadLine): LineView => ({
    ...line,
    unit: unit(line.unitId),
    review: all || isConcluded ? line.review : null,
    points: all || isConcluded ? (points.get(line.id) ?? null) : null,
  })
  const gaps = all && !isConcluded && exercise.state !== 'preparing' ? await missingOf(db, everyLine, everySheet) : null
  const judged = everyLine.filter((line) => line.review?.standing)
  return {
    ...(await headOf(db, exercise)),
    lines: lines.map(seen),
    sheets: sheets.map((sheet) => sheetView(sheet, exercise, person, everyLine, unit, moves)),
    score:
      score && (all || isConcluded)
        ? { total: score.total, grade: score.grade, weightJudged: sumOfWeights(judged.map(({ weight }) => weight)) }
        : null,
    missing: gaps ? [...gaps.notHandedIn, ...gaps.notReviewed] : [],
    weightSum: sumOfWeights(everyLine.map(({ weight }) => weight)),
    moves: moves
      .filter((move) => all || move.unit_id === '' || own.has(move.unit_id))
      .map((move) => ({
        unit: move.unit_id === '' ? null : unit(move.unit_id),
        name: nameOfMove(move.unit_id, move.verb),
        by: move.by,
        reason: move.reason,
        at: move.at.toISOString(),
      })),
    papers: await papersOf(db, id),
    ...mayDo(person, exercise),
    seesAll: all,
  }
}

async function headOf(db: Reader, exercise: ExerciseRow) {
  const names = await planNames(db, [{ regionId: exercise.region_id, planCode: exercise.plan_code }])
  const plan = names.plan(exercise.region_id, exercise.plan_code)
  return {
    id: exercise.id,
    region: { id: exercise.region_id, name: names.region(exercise.region_id) },
    plan: {
      id: exercise.plan_code,
      name: plan?.name ?? { zh: exercise.plan_code, en: exercise.plan_code },
      startYear: plan?.startYear ?? exercise.year,
      endYear: plan?.endYear ?? exercise.year,
    },
    kind: exercise.kind,
    title: exercise.title,
    year: exercise.year,
    dueDay: exercise.due_day,
    state: exercise.state,
    version: exercise.version,
    shares: exercise.shares,
    formulaDigest: exercise.formula_digest,
    dataDigest: exercise.data_digest,
    concludedAt: exercise.concluded_at?.toISOString() ?? null,
  }
}

interface MoveRow {
  unit_id: string
  verb: string
  to_state: string
  reason: string | null
  at: Date
  by: Bilingual
}

async function movesOf(db: Reader, id: string): Promise<MoveRow[]> {
  const rows = await db
    .selectFrom('evaluation.move')
    .selectAll()
    .where('exercise_id', '=', id)
    .orderBy('at')
    .orderBy('unit_id')
    .orderBy('number')
    .execute()
  const people = await actorNames(
    db,
    rows.map((row) => row.person_id),
  )
  return rows.map((row) => ({ ...row, by: people.get(row.person_id) ?? { zh: '', en: '' } }))
}

function nameOfMove(unitId: string, verb: string): Bilingual {
  if (unitId !== '') return sheetLife.moves[verb as SheetVerb].names
  return exerciseMoveNames[verb] ?? { zh: verb, en: verb }
}

function sheetView(
  sheet: SheetRow,
  exercise: ExerciseRow,
  person: PersonActor,
  lines: readonly ReadLine[],
  unit: (id: string) => { id: string; name: Bilingual },
  moves: readonly MoveRow[],
): SheetView {
  const own = lines.filter((line) => line.unitId === sheet.unit_id)
  const last = moves.filter((move) => move.unit_id === sheet.unit_id).at(-1)
  const holds = (...roles: string[]) =>
    person.grants.some((grant) => grant.unitId === sheet.unit_id && roles.includes(grant.role))
  const runs = person.grants.some((grant) => grant.role === 'planner' && grant.regionId === exercise.region_id)
  const verbs: SheetView['verbs'] = []
  if (isOpen(exercise.state)) {
    if (sheet.state === 'filling' && holds('reporter', 'unit-leader')) verbs.push('write')
    if (sheet.state === 'filling' && holds('checker', 'unit-leader')) verbs.push('hand-in')
    if (sheet.state === 'handed-in' && runs) verbs.push('send-back')
  }
  return {
    unit: unit(sheet.unit_id),
    state: sheet.state,
    version: sheet.version,
    handedInAt: sheet.handed_in_at?.toISOString() ?? null,
    lines: own.length,
    filled: own.filter((line) => line.own?.standing).length,
    sentBackBecause: last?.verb === 'send-back' && sheet.state === 'filling' ? last.reason : null,
    verbs,
  }
}

/** For buttons; the policy table and the moves decide again when she presses one. */
function mayDo(person: PersonActor, exercise: ExerciseRow) {
  const holds = (role: string) =>
    person.grants.some((grant) => grant.role === role && grant.regionId === exercise.region_id)
  return {
    verbs: holds('planner') ? verbsOf(exerciseLife, exercise.state) : [],
    mayShape: holds('planner') && exercise.state === 'preparing',
    mayReview: holds('supervisor') && exercise.state === 'reviewing',
  }
}

async function papersOf(db: Reader, id: string): Promise<EvaluationView['papers']> {
  const rows = await db
    .selectFrom('evaluation.paper')
    .select(['name', 'format', 'digest', 'size'])
    .where('exercise_id', '=', id)
    .execute()
  const order = ['report', 'brief', 'data']
  return rows
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name) || (a.format > b.format ? -1 : 1))
    .map((row) => ({
      file: `${row.name}.${row.format}` as EvaluationView['papers'][number]['file'],
      digest: row.digest,
      size: row.size,
    }))
}
