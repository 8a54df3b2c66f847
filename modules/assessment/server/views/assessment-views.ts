import { actorNames, regionWorkdays, unitDirectory } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import { type Bilingual, dayAfter, type PersonActor, type Workdays } from '@opensti/kernel'
import { indicatorNames, ledgerTargets } from '@opensti/plans'
import { verbsOf } from '@opensti/workflow'
import { sql } from 'kysely'
import type { AssessmentList, AssessmentSummary, AssessmentView } from '../../contract.ts'
import type { AssessmentFormula } from '../../contract-formula.ts'
import { type ExerciseVerb, exerciseLife } from '../../domain/exercise-life.ts'
import { missingInputs, workOut } from '../../domain/work-out.ts'
import { allInputs, counting, unitInputs } from '../inputs.ts'
import { type ExerciseRow, exerciseOf, getExercise, unitsOf } from '../store.ts'
import { appealViews } from './appeal-views.ts'
import { type Rights, rightsOf } from './rights.ts'

/** The assessments of a region; drafts and withdrawn ones are for planners and supervision. */
export async function getAssessmentList(db: Reader, person: PersonActor, regionId: string): Promise<AssessmentList> {
  const rights = rightsOf(person, { region_id: regionId })
  const rows = await db
    .selectFrom('assessment.exercise')
    .selectAll()
    .where('region_id', '=', regionId)
    .$if(!rights.watches, (query) => query.where('state', 'in', ['issued', 'frozen', 'published']))
    .orderBy('begins_at', 'desc')
    .orderBy('made_at', 'desc')
    .limit(1000)
    .execute()
  const directory = await unitDirectory(db)
  const choices = rights.supervises ? directory.inRegion(regionId) : []
  return {
    assessments: await summaries(db, rows.map(exerciseOf), rights),
    choices: choices
      .filter((unit) => unit.until === null && unit.kind !== 'group')
      .map(({ id, name }) => ({ id, name })),
    indicators: rights.supervises ? await measurable(db, regionId) : [],
  }
}

/** Indicators of the region's plans that units can be measured by. */
async function measurable(db: Reader, regionId: string): Promise<AssessmentList['indicators']> {
  const targets = await ledgerTargets(db, regionId)
  const byCode = new Map(targets.map((one) => [one.indicatorCode, one]))
  return [...byCode.values()].map(({ indicatorCode, indicatorName, unit, direction }) => ({
    id: indicatorCode,
    name: indicatorName,
    unit,
    direction,
  }))
}

async function summaries(db: Reader, rows: readonly ExerciseRow[], rights: Rights): Promise<AssessmentSummary[]> {
  if (rows.length === 0) return []
  const { rows: counts } = await sql<{ id: string; units: string[]; open: number }>`
    select e.id,
      array(select unit_id from assessment.assessed_unit where exercise_id = e.id order by position) as units,
      (select count(*)::int from assessment.appeal where exercise_id = e.id and state = 'open') as open
    from assessment.exercise e where e.id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(db)
  const places = await db
    .selectFrom('assessment.result')
    .select(['exercise_id', 'unit_id', 'place'])
    .where(
      'exercise_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const directory = await unitDirectory(db)
  const now = await databaseNow(db)
  const days = await regionWorkdays(db, rows[0]?.region_id ?? '')
  return rows.map((row) => {
    const count = counts.find(({ id }) => id === row.id)
    const place = (unit: string) =>
      places.find((one) => one.exercise_id === row.id && one.unit_id === unit)?.place ?? null
    return {
      id: row.id,
      title: row.title,
      period: row.period,
      state: row.state,
      document: row.document,
      units: count?.units.length ?? 0,
      issuedAt: row.issued_at?.toISOString() ?? null,
      appealsUntil: row.appeals_until?.toISOString() ?? null,
      publishedAt: row.published_at?.toISOString() ?? null,
      ...daysOf(row, days),
      openAppeals: count?.open ?? 0,
      waiting: isWaiting(row, count?.open ?? 0, now),
      own: (count?.units ?? [])
        .filter((unit) => rights.units.has(unit))
        .map((unit) => ({ id: unit, name: nameOf(directory.find(unit), unit), place: place(unit) })),
    }
  })
}

/** The ranking comes on the day after the last one for appeals, or on the day when the last appeal is answered. */
function daysOf(row: ExerciseRow, days: Workdays) {
  const last = row.appeals_until && days.dayOf(row.appeals_until)
  return {
    issuedDay: row.issued_at && days.dayOf(row.issued_at),
    lastAppealDay: last,
    rankingDay: row.published_at ? days.dayOf(row.published_at) : last && dayAfter(last),
  }
}

function isWaiting(row: ExerciseRow, open: number, now: Date): boolean {
  return row.state === 'frozen' && row.appeals_until !== null && row.appeals_until < now && open > 0
}

function nameOf(unit: { name: Bilingual } | undefined, id: string): Bilingual {
  return unit?.name ?? { zh: id, en: id }
}

/** One assessment: its formula, its units as far as the reader may see them, appeals, and what has been done. */
export async function getAssessmentView(db: Reader, person: PersonActor, id: string): Promise<AssessmentView> {
  const row = await getExercise(db, id)
  const rights = rightsOf(person, row)
  const [summary] = await summaries(db, [row], rights)
  const { units: _count, own: _own, ...about } = summary!
  const days = await regionWorkdays(db, row.region_id)
  return {
    ...about,
    regionId: row.region_id,
    version: row.version,
    documentDay: row.document_day,
    firstDay: days.dayOf(row.begins_at),
    lastDay: days.dayOf(new Date(row.ends_at.getTime() - 1)),
    formula: row.formula,
    digest: row.digest,
    inputsDigest: row.inputs_digest,
    resultDigest: row.result_digest,
    appealWorkdays: row.appeal_workdays,
    units: await unitResults(db, row, rights),
    appeals: await appealViews(db, id, rights.watches ? null : [...rights.units], rights.leads),
    moves: await moveViews(db, id),
    indicators: await indicatorWords(db, row.formula),
    verbs: verbsFor(row, rights, about.openAppeals),
  }
}

async function unitResults(db: Reader, row: ExerciseRow, rights: Rights): Promise<AssessmentView['units']> {
  const directory = await unitDirectory(db)
  const byUnit = Map.groupBy(counting(await allInputs(db, row.id)), ({ unit_id }) => unit_id)
  const published = await db.selectFrom('assessment.result').selectAll().where('exercise_id', '=', row.id).execute()
  const open = await db
    .selectFrom('assessment.appeal')
    .select('unit_id')
    .where('exercise_id', '=', row.id)
    .where('state', '=', 'open')
    .execute()
  const shown = (await unitsOf(db, row.id)).map((unit): AssessmentView['units'][number] => {
    const inputs = unitInputs(byUnit.get(unit) ?? [])
    const missing = missingInputs(row.formula, inputs)
    const result = published.find((one) => one.unit_id === unit)
    const sees = rights.watches || (rights.units.has(unit) && ['frozen', 'published'].includes(row.state))
    const applies = row.formula.parts.some(({ code }) => inputs.parts[code]?.applies)
    const sheet = sees && !result && missing.length === 0 && applies ? workOut(row.formula, inputs) : null
    return {
      unit: { id: unit, name: nameOf(directory.find(unit), unit) },
      total: result?.total ?? sheet?.total ?? null,
      grade: (result?.grade as Bilingual | undefined) ?? sheet?.grade ?? null,
      place: result?.place ?? null,
      vetoed: result?.vetoed ?? (sheet !== null && sheet.vetoes.length > 0),
      missing: rights.watches && row.state === 'issued' ? missing : [],
      openAppeals: sees ? open.filter(({ unit_id }) => unit_id === unit).length : 0,
      mayRead: sees,
    }
  })
  return shown.sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
}

/** Names and units of the indicators that a formula measures by. */
export async function indicatorWords(db: Reader, formula: AssessmentFormula): Promise<AssessmentView['indicators']> {
  const codes = formula.parts.flatMap(({ measure }) => (measure.kind === 'judged' ? [] : [measure.indicatorId]))
  const known = await indicatorNames(db, codes)
  return Object.fromEntries([...known].map(([code, { name, unit }]) => [code, { name, unit }]))
}

async function moveViews(db: Reader, id: string): Promise<AssessmentView['moves']> {
  const rows = await db
    .selectFrom('assessment.move')
    .selectAll()
    .where('subject_id', '=', id)
    .orderBy('number')
    .execute()
  const people = await actorNames(
    db,
    rows.flatMap((row) => row.person_id ?? []),
  )
  return rows.map((row) => ({
    verb: row.verb,
    name: exerciseLife.moves[row.verb as ExerciseVerb].names,
    text: row.text,
    by: row.person_id === null ? null : (people.get(row.person_id) ?? { zh: '', en: '' }),
    at: row.at.toISOString(),
  }))
}

function verbsFor(row: ExerciseRow, { supervises }: Rights, open: number): AssessmentView['verbs'] {
  const print = row.state === 'published' ? (['print'] as const) : []
  if (!supervises) return [...print]
  const moves = verbsOf(exerciseLife, row.state).flatMap((verb) => (verb === 'publish' ? [] : [verb]))
  if (row.state === 'draft') return ['revise', ...moves]
  if (row.state === 'issued') return ['enter', 'gather', ...moves]
  return open > 0 ? ['answer', ...moves, ...print] : [...moves, ...print]
}
