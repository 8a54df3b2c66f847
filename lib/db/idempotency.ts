import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { AppError, newId, unprocessable } from '@opensti/kernel'
import { alreadyDone, type Mark, withMark } from './effect-mark.ts'
import { canonicalJson } from './json.ts'
import { registerOperation } from './operations.ts'
import type { Database } from './tables.ts'
import { transaction } from './transaction.ts'

/** A promise that asking for the same thing twice has the effect of asking once. */
export interface IdempotencyKey {
  /** Chosen by the sender, new for every new intention, and not to be guessed: it also encrypts the stored answer. */
  key: string
  /** Whose key it is: two people may choose the same. */
  actor: string
  /** All that decides the effect; the same key with another request is refused. */
  request: unknown
}

export interface OnceAnswered<Answer> {
  answer: Answer
  /** Whether this is the stored answer of an earlier request. */
  repeated: boolean
}

const underWay = new Map<string, Promise<unknown>>()

/**
 * Performs a request, or gives the answer that was given to it before. The first write of `perform` and the note that
 * the request has taken effect are one transaction. The answer is kept afterwards, as it is (dates stay dates); a
 * request that fails, or writes nothing, leaves no note. Repeats within this process wait for the first.
 *
 * @param perform must write through the database that it is handed.
 * @throws 422 `idempotency_key_reused`; 409 `already_done` when the effect is there but its answer was lost in a crash,
 *   or is still being made by another process.
 */
export async function answerOnce<Answer>(
  db: Database,
  key: IdempotencyKey,
  perform: (db: Database) => Promise<Answer>,
): Promise<OnceAnswered<Answer>> {
  const digest = createHash('sha256').update(key.key).digest()
  const name = `${key.actor} ${digest.toString('hex')}`
  while (underWay.has(name)) await underWay.get(name)
  const answering = findOrPerform(db, key, digest, perform)
  underWay.set(
    name,
    answering.then(
      () => undefined,
      () => undefined,
    ),
  )
  try {
    return await answering
  } finally {
    underWay.delete(name)
  }
}

async function findOrPerform<Answer>(
  db: Database,
  key: IdempotencyKey,
  digest: Buffer,
  perform: (db: Database) => Promise<Answer>,
): Promise<OnceAnswered<Answer>> {
  const { actor } = key
  const fingerprint = createHmac('sha256', key.key)
    .update(canonicalJson(key.request ?? null))
    .digest()
  const known = await db
    .selectFrom('opensti.idempotency')
    .select(['fingerprint', 'operation', 'answer'])
    .where('actor', '=', actor)
    .where('key_digest', '=', digest)
    .executeTakeFirst()
  if (known) {
    if (!known.fingerprint.equals(fingerprint)) throw reused()
    if (!known.answer) throw alreadyDone()
    registerOperation(known.operation).replayed += 1
    return { answer: unseal(known.answer, key) as Answer, repeated: true }
  }
  const mark = { actor, digest, fingerprint, run: newId() }
  const own = withMark(db, mark)
  const answer = await perform(own).catch(async (error: unknown) => {
    await unlessUnavailable(freeKey(db, mark))
    throw error
  })
  await unlessUnavailable(keepAnswer(db, mark, seal(answer, key)))
  return { answer, repeated: false }
}

function keepAnswer(db: Database, { actor, digest, run }: Mark, answer: Buffer): Promise<unknown> {
  return transaction(db, 'idempotency.keep-answer', (tx) =>
    tx
      .updateTable('opensti.idempotency')
      .set({ answer })
      .where('actor', '=', actor)
      .where('key_digest', '=', digest)
      .where('run', '=', run)
      .execute(),
  )
}

/** What was refused in the end may be asked again, even if something was written on the way, such as a wrong try. */
function freeKey(db: Database, { actor, digest, run }: Mark): Promise<unknown> {
  return transaction(db, 'idempotency.free-key', (tx) =>
    tx
      .deleteFrom('opensti.idempotency')
      .where('actor', '=', actor)
      .where('key_digest', '=', digest)
      .where('run', '=', run)
      .execute(),
  )
}

/** The deed itself is done or refused: that a repeat will not get the same words must not change this answer. */
async function unlessUnavailable(writing: Promise<unknown>): Promise<void> {
  try {
    await writing
  } catch (error) {
    if (!(error instanceof AppError && error.kind === 'unavailable')) throw error
  }
}

const cipher = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

function seal(answer: unknown, key: IdempotencyKey): Buffer {
  const nonce = randomBytes(nonceLength)
  const encrypting = createCipheriv(cipher, cipherKey(key), nonce)
  const text = Buffer.concat([encrypting.update(serialize(answer)), encrypting.final()])
  return Buffer.concat([nonce, encrypting.getAuthTag(), text])
}

function unseal(sealed: Buffer, key: IdempotencyKey): unknown {
  const decrypting = createDecipheriv(cipher, cipherKey(key), sealed.subarray(0, nonceLength))
  decrypting.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
  const text = decrypting.update(sealed.subarray(nonceLength + tagLength))
  return deserialize(Buffer.concat([text, decrypting.final()]))
}

function cipherKey({ key, actor }: IdempotencyKey): Buffer {
  return Buffer.from(hkdfSync('sha256', key, actor, 'opensti stored answer', 32))
}

function reused(): AppError {
  return unprocessable(
    'idempotency_key_reused',
    { zh: '这个防重复编号已经用于另一份内容。', en: 'This idempotency key was used before for a different request.' },
    { remedy: { zh: '为新的内容换一个新编号。', en: 'Choose a new key for a new request.' } },
  )
}
