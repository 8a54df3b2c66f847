import { type Database, enqueue, recordAudit, type Transaction, transaction } from '@opensti/db'
import { AppError, newId, visitor } from '@opensti/kernel'
import { sql } from 'kysely'
import { recoveryByAddress, recoveryByName } from '../../domain/lockout.ts'
import { normalSignInName, readFingerprints } from '../fingerprint.ts'
import { countTries } from '../guess-brake.ts'
import { findPersonBySignInName } from '../store.ts'
import { recoveryToken } from '../tokens.ts'

export interface AskRecoveryRequest {
  signInName: string
  address: string
  requestId?: string
}

export const recoveryMinutes = 30

/**
 * For someone who has forgotten her password and sits alone: a letter with a link goes to the address of the account, if
 * there is such an account and it has one. Nothing of that can be told from the answer, nor from the time it takes:
 * unknown names leave the same rows. An older link ends.
 *
 * @throws 429 `recovery_paused` after several for one name, known or not, or from one address.
 */
export async function askRecovery(db: Database, request: AskRecoveryRequest, linkSecret: Buffer): Promise<void> {
  const signInName = normalSignInName(request.signInName)
  await transaction(db, 'accounts.ask-recovery', async (tx) => {
    const fingerprints = await readFingerprints(tx)
    const key = fingerprints.account(signInName)
    await countTries(
      tx,
      [
        { kind: 'recovery', key, rule: recoveryByName },
        { kind: 'recovery-address', key: fingerprints.address(request.address), rule: recoveryByAddress },
      ],
      paused,
    )
    const person = await findPersonBySignInName(tx, signInName)
    const mailed = person?.status === 'active' && person.email !== null ? person : undefined
    await endRecoveries(tx, mailed?.id ?? newId())
    const id = newId()
    await tx
      .insertInto('accounts.recovery')
      .values({
        id,
        token_hash: recoveryToken(linkSecret, id).hash,
        person: mailed?.id ?? null,
        expires_at: sql<Date>`clock_timestamp() + make_interval(mins => ${recoveryMinutes}::int)`,
      })
      .execute()
    await recordAudit(tx, {
      actor: visitor,
      action: 'accounts.ask-recovery',
      region: person?.region ?? null,
      object: person
        ? { kind: 'person', id: person.id }
        : { kind: 'unknown-sign-in-name', id: key.toString('hex').slice(0, 16) },
      requestId: request.requestId,
    })
    await enqueue(tx, { topic: 'mail.recovery', payload: { recoveryId: id }, dedupeKey: id })
  })
}

/** Links for this person's password that stand end. */
export async function endRecoveries(tx: Transaction, personId: string): Promise<void> {
  await tx
    .updateTable('accounts.recovery')
    .set({ used_at: sql<Date>`clock_timestamp()` })
    .where('person', '=', personId)
    .where('used_at', 'is', null)
    .execute()
}

function paused(until: Date, now: Date): AppError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  const minutes = Math.ceil(seconds / 60)
  return new AppError(
    'too-many',
    'recovery_paused',
    {
      zh: `短时间内要求过多次，请约 ${minutes} 分钟后再试。`,
      en: `This was asked for several times; try again in about ${minutes} min.`,
    },
    {
      retryAfterSeconds: seconds,
      remedy: {
        zh: '请先看邮箱，包括垃圾邮件；急用时请安全管理员发给您链接。',
        en: 'Look into your mail first, junk included; in a hurry, ask your security administrator for a link.',
      },
    },
  )
}
