import type { Reader } from '@opensti/db'
import type { GrantView } from '../contract.ts'
import { unitDirectory } from './unit-directory.ts'

/** The roles each of these people holds now. */
export async function grantsOf(db: Reader, people: readonly string[]): Promise<Map<string, GrantView[]>> {
  const found = new Map<string, GrantView[]>()
  if (people.length === 0) return found
  const rows = await db
    .selectFrom('accounts.role_grant as g')
    .innerJoin('accounts.role as r', 'r.code', 'g.role')
    .select(['g.id', 'g.person', 'g.role', 'g.region', 'g.unit', 'g.valid_from', 'r.name_zh', 'r.name_en'])
    .where('g.person', 'in', [...people])
    .where('g.revoked_at', 'is', null)
    .orderBy('g.region')
    .orderBy('r.position')
    .execute()
  const units = await unitDirectory(db)
  for (const row of rows) {
    const unit = row.unit ? units.find(row.unit) : undefined
    const view: GrantView = {
      id: row.id,
      role: row.role,
      roleName: { zh: row.name_zh, en: row.name_en },
      regionId: row.region,
      unit: unit ? { id: unit.id, name: unit.name } : null,
      from: row.valid_from.toISOString(),
    }
    found.set(row.person, [...(found.get(row.person) ?? []), view])
  }
  return found
}
