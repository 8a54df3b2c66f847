import type { Reader } from '@opensti/db'
import type { Actor } from '@opensti/kernel'

/**
 * Someone as she would act, with the roles she holds now; undefined when nobody signs in by this name. For duties of the
 * house that act in her name, such as the invented past of a demonstration.
 */
export async function findPersonActor(
  db: Reader,
  signInName: string,
): Promise<Extract<Actor, { kind: 'person' }> | undefined> {
  const person = await db
    .selectFrom('accounts.person')
    .select(['id', 'name'])
    .where('sign_in_name', '=', signInName)
    .executeTakeFirst()
  if (!person) return undefined
  const grants = await db
    .selectFrom('accounts.role_grant')
    .select(['role', 'region', 'unit'])
    .where('person', '=', person.id)
    .where('revoked_at', 'is', null)
    .execute()
  return {
    kind: 'person',
    personId: person.id,
    sessionId: '',
    name: person.name,
    grants: grants.map((grant) => ({ role: grant.role, regionId: grant.region, unitId: grant.unit })),
  }
}
