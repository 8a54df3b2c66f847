import { type Database, type Reader, recordAudit, transaction } from '@opensti/db'
import { conflict } from '@opensti/kernel'
import { type Deed, personOf } from '../deed.ts'
import { forgiveTry } from '../guess-brake.ts'
import { proveOneself } from '../prove-oneself.ts'
import { tellOfChange } from '../tell-of-change.ts'

/**
 * Undoes the link to the identity provider. Asks for the password, so that nobody shuts herself out who has none.
 *
 * @throws 409 `identity_not_linked_yet`; 422 `current_password_wrong`; 429 `sign_in_paused`.
 */
export async function unlinkIdentity(
  db: Database,
  deed: Deed,
  shown: { currentPassword: string; address: string },
): Promise<void> {
  if (!(await isLinked(db, personOf(deed.actor).personId))) throw nothingLinked()
  const { actor, person, keys } = await proveOneself(db, deed, shown, 'accounts.refuse-security-change')
  await transaction(db, 'accounts.unlink-identity', async (tx) => {
    await forgiveTry(tx, keys)
    const unlinked = await tx
      .deleteFrom('accounts.outside_identity')
      .where('person', '=', person.id)
      .returning('id')
      .executeTakeFirst()
    if (!unlinked) throw nothingLinked()
    await tellOfChange(tx, person, 'identity-unlinked')
    await recordAudit(tx, {
      actor,
      action: 'accounts.unlink-identity',
      region: person.region,
      object: { kind: 'person', id: person.id },
      requestId: deed.requestId,
    })
  })
}

async function isLinked(db: Reader, personId: string): Promise<boolean> {
  const identity = await db
    .selectFrom('accounts.outside_identity')
    .select('id')
    .where('person', '=', personId)
    .executeTakeFirst()
  return identity !== undefined
}

function nothingLinked() {
  return conflict(
    'identity_not_linked_yet',
    { zh: '您的账号没有关联统一身份。', en: 'Your account is not linked to an identity.' },
    { remedy: { zh: '请刷新页面查看现在的情况。', en: 'Reload the page to see how things stand.' } },
  )
}
