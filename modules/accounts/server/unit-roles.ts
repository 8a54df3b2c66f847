import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'

/** Someone who works for a unit, with the roles she holds there now. */
export interface UnitMember {
  personId: string
  name: Bilingual
  roles: string[]
}

/** Active people with a role in one of these units, by unit. */
export async function unitMembers(
  db: Reader,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly UnitMember[]>> {
  const wanted = [...new Set(unitIds)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts.role_grant as g')
    .innerJoin('accounts.person as p', 'p.id', 'g.person')
    .select(['g.unit', 'g.role', 'p.id', 'p.name', 'p.name_en'])
    .where('g.unit', 'in', wanted)
    .where('g.revoked_at', 'is', null)
    .where('p.status', '=', 'active')
    .orderBy('p.name')
    .execute()
  const byUnit = Map.groupBy(rows, (row) => row.unit ?? '')
  return new Map([...byUnit].map(([unit, grants]) => [unit, membersOf(grants)]))
}

/** Active people who hold a role in a region, by their ids. */
export async function holdersInRegion(db: Reader, regionId: string, role: string): Promise<string[]> {
  const rows = await db
    .selectFrom('accounts.role_grant as g')
    .innerJoin('accounts.person as p', 'p.id', 'g.person')
    .select('p.id')
    .distinct()
    .where('g.region', '=', regionId)
    .where('g.role', '=', role)
    .where('g.revoked_at', 'is', null)
    .where('p.status', '=', 'active')
    .orderBy('p.id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Who holds a role of the region for one unit: those who were given it for that unit, else those who have it for the region as
 * a whole (for no unit, or from the office where they sit), else all who have it for any unit.
 */
export async function holdersForUnit(db: Reader, unitId: string, role: string): Promise<string[]> {
  const rows = await db
    .selectFrom('accounts.role_grant as g')
    .innerJoin('accounts.person as p', 'p.id', 'g.person')
    .innerJoin('accounts.unit as u', 'u.region', 'g.region')
    .select(['p.id', 'g.unit', 'p.unit as office'])
    .where('u.id', '=', unitId)
    .where('g.role', '=', role)
    .where('g.revoked_at', 'is', null)
    .where('p.status', '=', 'active')
    .orderBy('p.id')
    .execute()
  const ofUnit = rows.filter(({ unit }) => unit === unitId)
  const ofRegion = rows.filter(({ unit, office }) => unit === null || unit === office)
  const nearest = [ofUnit, ofRegion, rows].find((some) => some.length > 0) ?? []
  return [...new Set(nearest.map(({ id }) => id))]
}

function membersOf(grants: readonly { id: string; name: string; name_en: string; role: string }[]): UnitMember[] {
  return [...Map.groupBy(grants, (grant) => grant.id)].map(([personId, held]) => ({
    personId,
    name: { zh: held[0]?.name ?? '', en: held[0]?.name_en || (held[0]?.name ?? '') },
    roles: held.map(({ role }) => role),
  }))
}
