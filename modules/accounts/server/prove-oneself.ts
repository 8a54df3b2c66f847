import { type Database, recordAudit, transaction } from '@opensti/db'
import { unauthenticated, unprocessable } from '@opensti/kernel'
import { type Deed, personOf } from './deed.ts'
import { readFingerprints } from './fingerprint.ts'
import { type GuessKeys, reserveTry } from './guess-brake.ts'
import { verifyPassword } from './password-hash.ts'
import { findPerson } from './store.ts'

/**
 * Whoever is signed in shows her password once more before something that a borrowed screen must not do. The try is
 * counted like one at the door; the caller forgives it when the deed is done.
 *
 * @param refusal the action under which a wrong password is noted.
 * @throws 422 `current_password_wrong`; 429 `sign_in_paused`.
 */
export async function proveOneself(
  db: Database,
  deed: Deed,
  shown: { currentPassword: string; address: string },
  refusal: 'accounts.refuse-password-change' | 'accounts.refuse-security-change',
) {
  const actor = personOf(deed.actor)
  const person = await findPerson(db, actor.personId)
  if (!person) throw unauthenticated()
  const fingerprints = await readFingerprints(db)
  const keys: GuessKeys = {
    account: fingerprints.account(person.sign_in_name),
    address: fingerprints.address(shown.address),
  }
  await transaction(db, 'accounts.reserve-sign-in', (tx) => reserveTry(tx, keys))
  if (!(await verifyPassword(person.password_hash, shown.currentPassword))) {
    await transaction(db, 'accounts.refuse-proof', (tx) =>
      recordAudit(tx, {
        actor,
        action: refusal,
        region: person.region,
        object: { kind: 'person', id: person.id },
        requestId: deed.requestId,
      }),
    )
    throw currentWrong()
  }
  return { actor, person, keys }
}

function currentWrong() {
  return unprocessable(
    'current_password_wrong',
    { zh: '现在的密码不正确，没有更改。', en: 'The current password is not right; nothing was changed.' },
    { details: [{ message: { zh: '不正确', en: 'Not right' }, place: { field: 'currentPassword' } }] },
  )
}
