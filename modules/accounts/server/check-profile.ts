import type { Reader } from '@opensti/db'
import type { SecurityProfile } from '../domain/security-profile.ts'

/** Refuses a profile that speaks of roles nobody can hold: whom it was to guard would go unguarded. */
export async function checkProfile(db: Reader, { secondFactorRoles }: SecurityProfile): Promise<void> {
  const roles = await db.selectFrom('accounts.role').select('code').orderBy('position').execute()
  const known = roles.map(({ code }) => code)
  const unknown = secondFactorRoles.filter((role) => !known.includes(role))
  if (unknown.length === 0) return
  throw new Error(`OPENSTI_SECOND_FACTOR_ROLES names ${unknown.join(', ')}. Roles are: ${known.join(', ')}.`)
}
