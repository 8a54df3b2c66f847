import { type Database, type Reader, recordAudit, transaction } from '@opensti/db'
import { unprocessable, visitor } from '@opensti/kernel'
import { sql } from 'kysely'
import type { OfferedRecovery } from '../../contract-security.ts'
import { checkPassword, passwordNotNew } from '../../domain/password-rules.ts'
import { type SecurityProfile, standardProfile } from '../../domain/security-profile.ts'
import { setPassword } from '../accept-invitation.ts'
import { type Entered, enter, isPending, type Origin } from '../enter.ts'
import { hashPassword, verifyPassword } from '../password-hash.ts'
import { hashToken } from '../tokens.ts'
import { endRecoveries } from './ask-recovery.ts'

export interface UseRecoveryRequest {
  token: string
  password: string
  origin?: Origin
  requestId?: string
}

/**
 * Sets the new password that a letter allows and lets its reader in; where she has a second factor its code is asked for
 * first, because a mailbox alone is no second factor. All sessions end. Works once.
 *
 * @throws 422 `recovery_not_open` (used, replaced, too old or unknown), `password_too_weak`, `password_not_new`.
 */
export async function useRecovery(
  db: Database,
  request: UseRecoveryRequest,
  profile: SecurityProfile = standardProfile,
): Promise<Entered> {
  const offered = await findOpenRecovery(db, hashToken(request.token))
  if (!offered) throw notOpen()
  checkPassword(request.password, { name: offered.name, signInName: offered.sign_in_name }, profile.password)
  // Where passwords must be changed, changing one to itself would be no change.
  if (profile.password.daysMost !== null && (await verifyPassword(offered.password_hash, request.password))) {
    throw passwordNotNew()
  }
  const passwordHash = await hashPassword(request.password)

  return transaction(db, 'accounts.use-recovery', async (tx) => {
    const recovery = await findOpenRecovery(tx, hashToken(request.token))
    if (!recovery) throw notOpen()
    await endRecoveries(tx, recovery.person)
    await setPassword(tx, recovery.person, passwordHash, notOpen)
    const entered = await enter(tx, recovery.person, 'link', profile, request.origin)
    await recordAudit(tx, {
      actor: visitor,
      action: 'accounts.use-recovery',
      region: recovery.region,
      object: { kind: 'person', id: recovery.person },
      detail: { session: isPending(entered) ? null : entered.sessionId },
      requestId: request.requestId,
    })
    return entered
  })
}

/** What a link offers, before its holder decides. Throws 422 `recovery_not_open`. */
export async function lookAtRecovery(db: Reader, token: string): Promise<OfferedRecovery> {
  const recovery = await findOpenRecovery(db, hashToken(token))
  if (!recovery) throw notOpen()
  return { name: recovery.name, signInName: recovery.sign_in_name, expiresAt: recovery.expires_at.toISOString() }
}

function findOpenRecovery(db: Reader, tokenHash: Buffer) {
  return openRecovery(db).where('r.token_hash', '=', tokenHash).executeTakeFirst()
}

/** The same for whoever writes the letter. */
export function findOpenRecoveryById(db: Reader, id: string) {
  return openRecovery(db).where('r.id', '=', id).executeTakeFirst()
}

function openRecovery(db: Reader) {
  return db
    .selectFrom('accounts.recovery as r')
    .innerJoin('accounts.person as p', 'p.id', 'r.person')
    .select([
      'r.id',
      'r.expires_at',
      'p.id as person',
      'p.region',
      'p.name',
      'p.sign_in_name',
      'p.email',
      'p.password_hash',
    ])
    .where('r.used_at', 'is', null)
    .where('r.expires_at', '>', sql<Date>`clock_timestamp()`)
    .where('p.status', '=', 'active')
}

function notOpen() {
  return unprocessable(
    'recovery_not_open',
    {
      zh: '这个链接不能用：可能已用过、已过半小时，或后来又要求过新的。',
      en: 'This link cannot be used: it may have been used, be older than half an hour, or have been replaced by a newer one.',
    },
    {
      remedy: {
        zh: '请在登录页点“忘记密码”，再要一封信。',
        en: 'Choose “Forgot the password” where you sign in, and ask for another letter.',
      },
    },
  )
}
