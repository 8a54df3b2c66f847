import { personNames, regionWorkdays } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { getPlanForStaff } from '@opensti/plans'
import { sql } from 'kysely'
import type { LineFacts } from '../contract.ts'
import type { Standing } from '../domain/exercise-life.ts'
import type { ExerciseRow, SheetRow } from './store.ts'
import { factsOf } from './views/plan-facts.ts'

export interface Said {
  number: number
  standing: Standing | null
  words: string
  by: string
  at: string
}

export interface ReadLine {
  id: string
  kind: 'indicator' | 'task'
  code: string
  title: Bilingual
  unitId: string
  weight: string
  facts: LineFacts | null
  own: Said | null
  review: Said | null
  evidence: {
    id: string
    kind: 'file' | 'value' | 'return' | 'item'
    ref: string | null
    label: string
    size: number | null
    digest: string | null
  }[]
}

/**
 * Everything an evaluation consists of, in the plan's order. The facts are those of its year, as the ledger had them at a moment;
 * concluded, those it was concluded on.
 */
export async function readLines(db: Reader, exercise: ExerciseRow, at: Date | null = null): Promise<ReadLine[]> {
  const lines = await db
    .selectFrom('evaluation.line')
    .selectAll()
    .where('exercise_id', '=', exercise.id)
    .orderBy('position')
    .execute()
  const facts = await factsFor(db, exercise, at)
  const said = await lastSaid(db, exercise.id)
  const { rows: evidence } = await sql<ReadLine['evidence'][number] & { line_id: string }>`
    select e.id, e.line_id, e.kind, e.ref, e.label, e.size, e.digest
    from evaluation.evidence e join evaluation.line l on l.id = e.line_id
    where l.exercise_id = ${exercise.id} order by e.added_at, e.id`.execute(db)
  const evidenceOf = Map.groupBy(evidence, (row) => row.line_id)
  return lines.map((line) => ({
    id: line.id,
    kind: line.kind as ReadLine['kind'],
    code: line.code,
    title: line.title as unknown as Bilingual,
    unitId: line.unit_id,
    weight: String(Number(line.weight)),
    facts: line.kind === 'indicator' ? (facts.get(line.code) ?? null) : null,
    own: said.get(`${line.id} own`) ?? null,
    review: said.get(`${line.id} review`) ?? null,
    evidence: (evidenceOf.get(line.id) ?? []).map(({ line_id: _, ...rest }) => rest),
  }))
}

async function factsFor(db: Reader, exercise: ExerciseRow, at: Date | null): Promise<ReadonlyMap<string, LineFacts>> {
  if (exercise.data !== null) {
    const { lines } = JSON.parse(exercise.data) as { lines: { code: string; kind: string; facts: LineFacts | null }[] }
    return new Map(lines.flatMap(({ code, facts }) => (facts ? [[code, facts] as const] : [])))
  }
  const day = at && (await regionWorkdays(db, exercise.region_id)).dayOf(at)
  return factsOf(await getPlanForStaff(db, exercise.region_id, exercise.plan_code, { year: exercise.year, day }))
}

async function lastSaid(db: Reader, exerciseId: string): Promise<ReadonlyMap<string, Said>> {
  const { rows } = await sql<{
    line_id: string
    side: string
    number: number
    standing: Standing | null
    words: string | null
    person_id: string
    at: Date
  }>`
    select distinct on (a.line_id, a.side) a.* from evaluation.assessment a
    join evaluation.line l on l.id = a.line_id
    where l.exercise_id = ${exerciseId} order by a.line_id, a.side, a.number desc`.execute(db)
  const people = await personNames(
    db,
    rows.map((row) => row.person_id),
  )
  return new Map(
    rows.map((row) => [
      `${row.line_id} ${row.side}`,
      {
        number: row.number,
        standing: row.standing,
        words: row.words ?? '',
        by: people.get(row.person_id) ?? '',
        at: row.at.toISOString(),
      },
    ]),
  )
}

export async function readSheets(db: Reader, exerciseId: string): Promise<SheetRow[]> {
  const rows = await db
    .selectFrom('evaluation.sheet')
    .selectAll()
    .where('exercise_id', '=', exerciseId)
    .orderBy('unit_id')
    .execute()
  return rows as SheetRow[]
}
