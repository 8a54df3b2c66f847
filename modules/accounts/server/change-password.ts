import { type Database, recordAudit, transaction } from '@opensti/db'
import { conflict, unauthenticated, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import { checkPassword } from '../domain/password-rules.ts'
import { type SessionRule, sessionRule } from '../domain/session-life.ts'
import { type Deed, personOf } from './deed.ts'
import { readFingerprints } from './fingerprint.ts'
import { forgiveTry, reserveTry } from './guess-brake.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { endSessions, findPerson, insertSession, type OpenedSession } from './store.ts'

export interface ChangePasswordRequest {
  currentPassword: string
  newPassword: string
  address: string
}

/**
 * Sets a new password. Every session of the person ends, and this browser gets a fresh one, so that a stolen session
 * or password is worth nothing afterwards. Wrong current passwords count as wrong sign-ins.
 *
 * @throws 422 `current_password_wrong`, `password_too_weak`; 429 `sign_in_paused`; 409 `password_changed_meanwhile`.
 */
export async function changePassword(
  db: Database,
  deed: Deed,
  request: ChangePasswordRequest,
  rule: SessionRule = sessionRule,
): Promise<OpenedSession> {
  const actor = personOf(deed.actor)
  const person = await findPerson(db, actor.personId)
  if (!person) throw unauthenticated()
  checkPassword(request.newPassword, { name: person.name, signInName: person.sign_in_name })
  const fingerprints = await readFingerprints(db)
  const keys = {
    account: fingerprints.account(person.sign_in_name),
    address: fingerprints.address(request.address),
  }
  await transaction(db, 'accounts.reserve-sign-in', (tx) => reserveTry(tx, keys))
  if (!(await verifyPassword(person.password_hash, request.currentPassword))) {
    await transaction(db, 'accounts.refuse-password-change', (tx) =>
      recordAudit(tx, {
        actor,
        action: 'accounts.refuse-password-change',
        region: person.region,
        object: { kind: 'person', id: person.id },
        requestId: deed.requestId,
      }),
    )
    throw currentWrong()
  }
  const passwordHash = await hashPassword(request.newPassword)

  return transaction(db, 'accounts.change-password', async (tx) => {
    const changed = await tx
      .updateTable('accounts.person')
      .set({
        password_hash: passwordHash,
        password_changed_at: sql<Date>`clock_timestamp()`,
        must_change_password: false,
      })
      .where('id', '=', person.id)
      .where('status', '=', 'active')
      .where('password_hash', '=', person.password_hash)
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) throw changedMeanwhile()
    await forgiveTry(tx, keys)
    const ended = await endSessions(tx, { personId: person.id }, 'password-changed')
    const session = await insertSession(tx, person.id, rule)
    await recordAudit(tx, {
      actor,
      action: 'accounts.change-password',
      region: person.region,
      object: { kind: 'person', id: person.id },
      detail: { sessionsEnded: ended, session: session.sessionId },
      requestId: deed.requestId,
    })
    return session
  })
}

function currentWrong() {
  return unprocessable(
    'current_password_wrong',
    { zh: '现在的密码不正确，密码没有更改。', en: 'The current password is not right; nothing was changed.' },
    { details: [{ message: { zh: '不正确', en: 'Not right' }, place: { field: 'currentPassword' } }] },
  )
}

function changedMeanwhile() {
  return conflict(
    'password_changed_meanwhile',
    { zh: '密码刚刚在别处更改过。', en: 'The password was changed elsewhere a moment ago.' },
    { remedy: { zh: '请用新密码重新登录。', en: 'Sign in again with the new password.' } },
  )
}
