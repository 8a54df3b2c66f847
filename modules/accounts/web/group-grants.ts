import type { Bilingual } from '@opensti/kernel'
import type { GrantView } from '../contract.ts'

export interface HeldRole {
  role: string
  name: Bilingual
  /** When the role was first given. */
  since: string
  grants: GrantView[]
}

/** One entry for each kind of role, however many regions or units it is held for; in the order of the grants. */
export function groupGrants(grants: readonly GrantView[]): HeldRole[] {
  const held = new Map<string, HeldRole>()
  for (const grant of grants) {
    const one = held.get(grant.role) ?? { role: grant.role, name: grant.roleName, since: grant.from, grants: [] }
    one.grants.push(grant)
    if (grant.from < one.since) one.since = grant.from
    held.set(grant.role, one)
  }
  return [...held.values()]
}
