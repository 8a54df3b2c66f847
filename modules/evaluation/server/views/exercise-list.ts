import type { Reader } from '@opensti/db'
import type { PersonActor } from '@opensti/kernel'
import { planNames } from '@opensti/plans'
import { sql } from 'kysely'
import type { EvaluationSummary } from '../../contract.ts'
import type { ExerciseRow } from '../store.ts'
import { seesAll } from './exercise-view.ts'

/** The evaluations of a region, the newest first; units see those in which they are asked. */
export async function listExercises(db: Reader, person: PersonActor, regionId: string): Promise<EvaluationSummary[]> {
  const units = person.grants.flatMap((grant) => (grant.unitId === null ? [] : [grant.unitId]))
  const { rows } = await sql<
    ExerciseRow & { sheets: number; handed_in: number; lines: number; reviewed: number; score: string | null }
  >`
    select e.id, e.region_id, e.plan_code, e.kind, e.title, e.year, e.due_day, e.state, s.sheets, s.handed_in, l.lines, l.reviewed,
      e.data::jsonb->'score'->>'total' as score
    from evaluation.exercise e
    cross join lateral (
      select count(*)::int as sheets, count(handed_in_at)::int as handed_in, bool_or(unit_id = any (${units})) as asked
      from evaluation.sheet where exercise_id = e.id
    ) as s
    cross join lateral (
      select count(*)::int as lines, count(*) filter (where exists (
        select from evaluation.assessment where line_id = line.id and side = 'review' and standing is not null
      ))::int as reviewed
      from evaluation.line where exercise_id = e.id
    ) as l
    where e.region_id = ${regionId} and (${seesAll(person, regionId)} or s.asked)
    order by e.made_at desc, e.id
    limit 200`.execute(db)
  const names = await planNames(
    db,
    rows.map((row) => ({ regionId: row.region_id, planCode: row.plan_code })),
  )
  return rows.map((row) => {
    const plan = names.plan(row.region_id, row.plan_code)
    return {
      id: row.id,
      regionId: row.region_id,
      plan: plan
        ? { id: plan.id, name: plan.name, startYear: plan.startYear, endYear: plan.endYear }
        : { id: row.plan_code, name: { zh: row.plan_code, en: row.plan_code }, startYear: row.year, endYear: row.year },
      kind: row.kind,
      title: row.title,
      year: row.year,
      dueDay: row.due_day,
      state: row.state,
      sheets: row.sheets,
      handedIn: row.handed_in,
      lines: row.lines,
      // What supervision thinks is for the units once it has been concluded.
      reviewed: seesAll(person, regionId) || row.score !== null ? row.reviewed : 0,
      score: row.score,
    }
  })
}
