import { unitMembers } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { notFound, type PersonActor } from '@opensti/kernel'
import { sql } from 'kysely'
import { type ChainStep, type Delegation, usualChain } from '../domain/chain.ts'
import type { RequestState } from '../domain/request-life.ts'

export interface RequestRow {
  id: string
  region_id: string
  cycle_code: string
  period: string
  unit_id: string
  number: number
  reason: string | null
  due_at: Date
  state: RequestState
  step: number
  version: number
  submitted_at: Date | null
  complete_by: string | null
}

export async function getRequest(db: Reader, id: string): Promise<RequestRow> {
  const row = await db.selectFrom('reporting.request').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** A unit's own chain, or the usual one. */
export async function chainOf(db: Reader, unitId: string): Promise<readonly ChainStep[]> {
  const rows = await db
    .selectFrom('reporting.chain_step')
    .select(['kind', 'person_id'])
    .where('unit_id', '=', unitId)
    .orderBy('position')
    .execute()
  return rows.length === 0 ? usualChain : rows.map((row) => ({ kind: row.kind, personId: row.person_id }))
}

type Given = Delegation & { roles: readonly string[] }

/** Delegations of a unit that have not been ended, each with the roles of whom the delegate stands in for. */
export async function delegationsIn(db: Reader, unitId: string): Promise<Given[]> {
  return (await delegationsOf(db, [unitId])).get(unitId) ?? []
}

/** The same for many units at once. */
export async function delegationsOf(db: Reader, unitIds: readonly string[]): Promise<ReadonlyMap<string, Given[]>> {
  if (unitIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('reporting.delegation')
    .select(['unit_id', 'from_person', 'to_person', 'from_day', 'until_day'])
    .where('unit_id', 'in', [...unitIds])
    .where('ended_at', 'is', null)
    .execute()
  if (rows.length === 0) return new Map()
  const members = await unitMembers(db, unitIds)
  const given = rows.map((row) => ({
    unitId: row.unit_id,
    fromPerson: row.from_person,
    toPerson: row.to_person,
    fromDay: row.from_day,
    untilDay: row.until_day,
    roles: members.get(row.unit_id)?.find(({ personId }) => personId === row.from_person)?.roles ?? [],
  }))
  return Map.groupBy(given, ({ unitId }) => unitId)
}

/** Units that must countersign the figures of a request and have not since it was last prepared, in the order of its lines. */
export async function countersignersLeft(db: Reader, request: { id: string }): Promise<string[]> {
  return (await countersignersLeftOf(db, [request.id])).get(request.id) ?? []
}

/** The same for many requests at once. */
export async function countersignersLeftOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; unit: string }>`
    select id, unit from (
      select r.id, c.unit, min(line.position) as position
      from reporting.request r
      join reporting.entry e on e.request_id = r.id
      join reporting.cycle_line line on line.region_id = r.region_id and line.cycle_code = r.cycle_code
        and line.unit_id = r.unit_id and line.indicator_code = e.indicator_code and line.nature = e.nature
      cross join lateral unnest(line.countersigners) as c (unit)
      where r.id = any (${[...ids]}::uuid[])
      group by r.id, c.unit
    ) as asked
    where not exists (
      select from reporting.move m
      where m.request_id = asked.id and m.from_state = 'countersigning' and m.unit_id = asked.unit
        and m.number > coalesce(
          (select max(b.number) from reporting.move b where b.request_id = asked.id and b.to_state = 'preparing'), -1)
    )
    order by id, position, unit`.execute(db)
  const left = Map.groupBy(rows, (row) => row.id)
  return new Map([...left].map(([id, units]) => [id, units.map(({ unit }) => unit)]))
}

/** Roles that someone holds in a unit by her grants. */
export function rolesIn(actor: PersonActor, unitId: string): string[] {
  return actor.grants.filter((grant) => grant.unitId === unitId).map((grant) => grant.role)
}
