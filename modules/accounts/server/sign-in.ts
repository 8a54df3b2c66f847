import { type Database, enqueue, recordAudit, transaction } from '@opensti/db'
import { AppError, visitor } from '@opensti/kernel'
import type { Device } from '../domain/device.ts'
import { type SecurityProfile, standardProfile } from '../domain/security-profile.ts'
import { type Entered, enter, isPending } from './enter.ts'
import { normalSignInName, readFingerprints } from './fingerprint.ts'
import { accountLockedUntil, forgiveTry, type GuessKeys, giveBackTry, reserveTry } from './guess-brake.ts'
import { verifyPassword } from './password-hash.ts'
import { endSessions, findPersonBySignInName } from './store.ts'
import { hashToken } from './tokens.ts'

export interface SignInRequest {
  signInName: string
  password: string
  /** Where the request came from, for counting wrong tries; kept as a fingerprint only. */
  address: string
  device?: Device | null
  /** The session this browser had before; it ends, so that a planted one is worth nothing. */
  formerToken?: string | undefined
  requestId?: string
}

/**
 * Opens a session for someone who knows the password; with a second factor, a sign-in that waits for its code
 * (second-factor/finish-sign-in.ts). A wrong password, an unknown name and a suspended account get
 * the same answer after the same work.
 *
 * @throws 401 `sign_in_refused`; 429 `sign_in_paused` after too many wrong tries at the account or from the address.
 */
export async function signIn(
  db: Database,
  request: SignInRequest,
  profile: SecurityProfile = standardProfile,
): Promise<Entered> {
  const signInName = normalSignInName(request.signInName)
  const fingerprints = await readFingerprints(db)
  const keys = { account: fingerprints.account(signInName), address: fingerprints.address(request.address) }
  await transaction(db, 'accounts.reserve-sign-in', (tx) => reserveTry(tx, keys))

  const person = await findPersonBySignInName(db, signInName)
  const right = await verifyPassword(person?.password_hash, request.password)
  if (!person || !right || person.status !== 'active') {
    await noteRefusal(db, person, keys, request.requestId)
    throw refused()
  }
  const opened = await transaction(db, 'accounts.sign-in', async (tx) => {
    // Suspended or given another password while the hash was being computed?
    const now = await findPersonBySignInName(tx, signInName)
    if (now?.status !== 'active' || now.password_hash !== person.password_hash) return null
    const entered = await enter(tx, person.id, 'password', profile, {
      address: request.address,
      device: request.device ?? null,
    })
    if (isPending(entered)) {
      await giveBackTry(tx, keys)
      await recordAudit(tx, {
        actor: visitor,
        action: 'accounts.await-code',
        region: person.region,
        object: { kind: 'person', id: person.id },
        requestId: request.requestId,
      })
      return entered
    }
    await forgiveTry(tx, keys)
    if (request.formerToken) await endSessions(tx, { tokenHash: hashToken(request.formerToken) }, 'signed-in-again')
    await recordAudit(tx, {
      actor: { kind: 'person', personId: person.id, sessionId: entered.sessionId, name: person.name, grants: [] },
      action: 'accounts.sign-in',
      region: person.region,
      object: { kind: 'session', id: entered.sessionId },
      requestId: request.requestId,
    })
    return entered
  })
  if (!opened) {
    await noteRefusal(db, person, keys, request.requestId)
    throw refused()
  }
  return opened
}

async function noteRefusal(
  db: Database,
  person: { id: string; region: string; email: string | null } | undefined,
  keys: GuessKeys,
  requestId: string | undefined,
): Promise<void> {
  await transaction(db, 'accounts.refuse-sign-in', async (tx) => {
    const lockedUntil = await accountLockedUntil(tx, keys.account)
    await recordAudit(tx, {
      actor: visitor,
      action: 'accounts.refuse-sign-in',
      region: person?.region ?? null,
      object: person
        ? { kind: 'person', id: person.id }
        : { kind: 'unknown-sign-in-name', id: keys.account.toString('hex').slice(0, 16) },
      detail: { address: keys.address.toString('hex').slice(0, 16), lockedUntil },
      requestId,
    })
    if (person?.email && lockedUntil) {
      await enqueue(tx, {
        topic: 'mail.account-paused',
        payload: { personId: person.id, lockedUntil: lockedUntil.toISOString() },
      })
    }
  })
}

function refused(): AppError {
  return new AppError(
    'unauthenticated',
    'sign_in_refused',
    { zh: '登录名或密码不正确。', en: 'The sign-in name or the password is not right.' },
    {
      remedy: {
        zh: '请检查大小写和输入法后再试；忘记密码请点“忘记密码”。',
        en: 'Check case and keyboard and try again; if you forgot the password, choose “Forgot the password”.',
      },
    },
  )
}
