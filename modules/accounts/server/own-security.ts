import type { Reader } from '@opensti/db'
import { unauthenticated } from '@opensti/kernel'
import type { OwnSecurityView } from '../contract.ts'
import type { SecurityProfile } from '../domain/security-profile.ts'
import { recoveryCodesLeft } from './second-factor/recovery-codes.ts'
import { findPerson, rolesHeld } from './store.ts'

const dayMs = 24 * 3_600_000

/** How someone's own account is secured: second factor, age of the password, identity from outside. */
export async function getOwnSecurity(db: Reader, personId: string, profile: SecurityProfile): Promise<OwnSecurityView> {
  const person = await findPerson(db, personId)
  if (!person) throw unauthenticated()
  const factor = await db
    .selectFrom('accounts.second_factor')
    .select('confirmed_at')
    .where('person', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  const identity = await db
    .selectFrom('accounts.outside_identity')
    .select('linked_at')
    .where('person', '=', personId)
    .orderBy('linked_at')
    .executeTakeFirst()
  const roles = await rolesHeld(db, personId)
  const { daysMost } = profile.password
  const changedAt = person.password_changed_at
  return {
    secondFactor: {
      on: factor !== undefined,
      since: factor?.confirmed_at?.toISOString() ?? null,
      codesLeft: await recoveryCodesLeft(db, personId),
      needed: roles.some(({ code }) => profile.secondFactorRoles.includes(code)),
    },
    password: {
      changedAt: changedAt.toISOString(),
      dueAt: daysMost === null ? null : new Date(changedAt.getTime() + daysMost * dayMs).toISOString(),
    },
    identity: identity ? { since: identity.linked_at.toISOString() } : null,
  }
}
