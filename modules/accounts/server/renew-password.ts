import { type Database, transaction } from '@opensti/db'
import { conflict, notFound } from '@opensti/kernel'
import type { Deed } from './deed.ts'
import { againIfOvertaken, type MadeInvitation, makeInvitation } from './invite-person.ts'
import { findPerson } from './store.ts'

/** For someone who has forgotten her password: a link, good once, by which she sets a new one. The old one works until then; a link given out before ends. */
export async function renewPassword(
  db: Database,
  deed: Deed,
  personId: string,
  secret: Buffer,
): Promise<MadeInvitation> {
  return againIfOvertaken(renewedMeanwhile, () =>
    transaction(db, 'accounts.renew-password', async (tx) => {
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
    }),
  )
}

function renewedMeanwhile() {
  return conflict(
    'password_renewed_meanwhile',
    {
      zh: '此刻有人也在为这个登录名发出链接，这一个没有发出。',
      en: 'Somebody else gives out links for this sign-in name at this moment; this one was not made.',
    },
    {
      remedy: {
        zh: '请刷新后看“邀请”一栏；需要时再发一次，新的会取代旧的。',
        en: 'Reload and look under invitations; if need be give one out again, it replaces the older.',
      },
    },
  )
}
