import { type Database, recordAudit, transaction } from '@opensti/db'
import { conflict, unauthenticated } from '@opensti/kernel'
import { sql } from 'kysely'
import type { Device } from '../domain/device.ts'
import { checkPassword, normalPassword, passwordNotNew } from '../domain/password-rules.ts'
import { type SecurityProfile, standardProfile } from '../domain/security-profile.ts'
import { type Deed, personOf } from './deed.ts'
import { openSession } from './enter.ts'
import { forgiveTry } from './guess-brake.ts'
import { hashPassword } from './password-hash.ts'
import { proveOneself } from './prove-oneself.ts'
import { endSessions, findPerson, type OpenedSession } from './store.ts'
import { tellOfChange } from './tell-of-change.ts'

export interface ChangePasswordRequest {
  currentPassword: string
  newPassword: string
  address: string
  device?: Device | null
}

/**
 * Sets a new password. Every session of the person ends, and this browser gets a fresh one, so that a stolen session
 * or password is worth nothing afterwards. Wrong current passwords count as wrong sign-ins.
 *
 * @throws 422 `current_password_wrong`, `password_too_weak`, `password_not_new`; 429 `sign_in_paused`; 409 `password_changed_meanwhile`.
 */
export async function changePassword(
  db: Database,
  deed: Deed,
  request: ChangePasswordRequest,
  profile: SecurityProfile = standardProfile,
): Promise<OpenedSession> {
  const self = await findPerson(db, personOf(deed.actor).personId)
  if (!self) throw unauthenticated()
  checkPassword(request.newPassword, { name: self.name, signInName: self.sign_in_name }, profile.password)
  if (normalPassword(request.newPassword) === normalPassword(request.currentPassword)) throw passwordNotNew()
  const { actor, person, keys } = await proveOneself(db, deed, request, 'accounts.refuse-password-change')
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
    const origin = { address: request.address, device: request.device ?? null }
    const session = await openSession(tx, person.id, profile, { way: 'password', secondStep: null, origin })
    await tellOfChange(tx, person, 'password-changed')
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

function changedMeanwhile() {
  return conflict(
    'password_changed_meanwhile',
    { zh: '密码刚刚在别处更改过。', en: 'The password was changed elsewhere a moment ago.' },
    { remedy: { zh: '请用新密码重新登录。', en: 'Sign in again with the new password.' } },
  )
}
