import { type Database, transaction } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import type { Deed } from './deed.ts'
import { type MadeInvitation, makeInvitation } from './invite-person.ts'
import { findPerson } from './store.ts'

/** For someone who has forgotten her password: a link, good once, by which she sets a new one. The old one works until then. */
export async function renewPassword(
  db: Database,
  deed: Deed,
  personId: string,
  secret: Buffer,
): Promise<MadeInvitation> {
  return transaction(db, 'accounts.renew-password', async (tx) => {
    const person = await findPerson(tx, personId)
    if (!person) throw notFound()
    return makeInvitation(
      tx,
      deed,
      {
        purpose: 'new-password',
        personId: person.id,
        regionId: person.region,
        name: person.name,
        signInName: person.sign_in_name,
        email: person.email,
        role: null,
        unitId: null,
      },
      secret,
    )
  })
}
