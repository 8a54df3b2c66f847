import { type Database, recordAudit, transaction } from '@opensti/db'
import { AppError, visitor } from '@opensti/kernel'
import { sql } from 'kysely'
import { type SecurityProfile, standardProfile } from '../../domain/security-profile.ts'
import { type Origin, openSession } from '../enter.ts'
import { readFingerprints } from '../fingerprint.ts'
import { forgiveTry, reserveTry } from '../guess-brake.ts'
import { endSessions, type OpenedSession } from '../store.ts'
import { tellOfChange } from '../tell-of-change.ts'
import { hashToken } from '../tokens.ts'
import { FactorKey } from './factor-key.ts'
import { findPending, triesMost } from './pending-sign-in.ts'
import { takeCode } from './take-code.ts'

export interface FinishSignInRequest {
  /** Of the sign-in that waits. */
  token: string
  /** Six digits of the authenticator, or a recovery code. */
  code: string
  origin: Origin
  formerToken?: string | undefined
  requestId?: string
}

/**
 * The second step: opens the session for the right code. Each try counts like a wrong password until it proves right, at
 * the account and at the address, and after five at one sign-in the password is asked for again.
 *
 * @throws 401 `second_step_over` (unknown, too old, ended); 401 `code_refused`; 429 `sign_in_paused`.
 */
export async function finishSignIn(
  db: Database,
  request: FinishSignInRequest,
  linkSecret: Buffer,
  profile: SecurityProfile = standardProfile,
): Promise<OpenedSession> {
  const asked = await findPending(db, request.token)
  if (!asked) throw secondStepOver()
  const fingerprints = await readFingerprints(db)
  const keys = {
    account: fingerprints.account(asked.sign_in_name),
    address: fingerprints.address(request.origin.address),
  }
  await transaction(db, 'accounts.reserve-sign-in', (tx) => reserveTry(tx, keys))

  const opened = await transaction(db, 'accounts.finish-sign-in', async (tx) => {
    const pending = await findPending(tx, request.token)
    if (!pending) throw secondStepOver()
    const secondStep = await takeCode(tx, new FactorKey(linkSecret), pending.person, request.code)
    if (!secondStep) return null
    await forgiveTry(tx, keys)
    if (request.formerToken) await endSessions(tx, { tokenHash: hashToken(request.formerToken) }, 'signed-in-again')
    await tx
      .updateTable('accounts.pending_sign_in')
      .set({ ended_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', pending.id)
      .execute()
    const session = await openSession(tx, pending.person, profile, {
      way: pending.way,
      secondStep,
      origin: request.origin,
    })
    if (secondStep === 'recovery-code') {
      await tellOfChange(tx, { id: pending.person, email: pending.email }, 'recovery-code-used')
    }
    const { sessionId } = session
    await recordAudit(tx, {
      actor: { kind: 'person', personId: pending.person, sessionId, name: pending.name, grants: [] },
      action: 'accounts.sign-in',
      region: pending.region,
      object: { kind: 'session', id: sessionId },
      detail: { way: pending.way, secondStep },
      requestId: request.requestId,
    })
    return session
  })
  if (opened) return opened
  await noteWrongCode(db, asked, keys.address, request.requestId)
  throw codeRefused()
}

async function noteWrongCode(
  db: Database,
  pending: NonNullable<Awaited<ReturnType<typeof findPending>>>,
  address: Buffer,
  requestId: string | undefined,
): Promise<void> {
  await transaction(db, 'accounts.refuse-code', async (tx) => {
    await tx
      .updateTable('accounts.pending_sign_in')
      .set((row) => ({
        tries: row(row.ref('tries'), '+', 1),
        ended_at: row
          .case()
          .when('tries', '>=', triesMost - 1)
          .then(sql<Date>`clock_timestamp()`)
          .else(row.ref('ended_at'))
          .end(),
      }))
      .where('id', '=', pending.id)
      .where('tries', '<', triesMost)
      .execute()
    await recordAudit(tx, {
      actor: visitor,
      action: 'accounts.refuse-code',
      region: pending.region,
      object: { kind: 'person', id: pending.person },
      detail: { address: address.toString('hex').slice(0, 16) },
      requestId,
    })
  })
}

export function secondStepOver(): AppError {
  return new AppError(
    'unauthenticated',
    'second_step_over',
    { zh: '这次登录已过时，没有完成。', en: 'This sign-in took too long or was ended; it was not completed.' },
    { remedy: { zh: '请重新输入密码。', en: 'Enter your password again.' } },
  )
}

function codeRefused(): AppError {
  return new AppError(
    'unauthenticated',
    'code_refused',
    { zh: '动态口令不正确，或已经用过。', en: 'The code is not right, or was used already.' },
    {
      remedy: {
        zh: '请等应用显示下一个口令再试，并检查手机的时间是否自动校准；手机不在身边，可用恢复码。',
        en: 'Wait for the next code and check that the phone sets its clock by itself; without the phone, use a recovery code.',
      },
    },
  )
}
