import { createHash } from 'node:crypto'
import { unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import { isBrokenConstraint } from './errors.ts'
import { canonicalJson, type Json } from './json.ts'
import type { Transaction } from './tables.ts'

/** A promise that doing the same thing twice has the effect of doing it once. */
export interface IdempotencyKey {
  /** Chosen by the sender, new for every new intention. */
  key: string
  /** Whose key it is: two people may choose the same. */
  actor: string
  /** All that decides the effect; the same key with another request is refused. */
  request: unknown
}

export interface StoredAnswer {
  result: unknown
}

/** The answer given to this key before, if any. Throws 422 when the key came with another request. */
export async function findStoredAnswer(
  tx: Transaction,
  operation: string,
  { key, actor, request }: IdempotencyKey,
): Promise<StoredAnswer | undefined> {
  const row = await tx
    .selectFrom('opensti.idempotency')
    .select(['fingerprint', 'result'])
    .where('operation', '=', operation)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.fingerprint !== fingerprint(request)) {
    throw unprocessable(
      'idempotency_key_reused',
      { zh: '这个防重复编号已经用于另一份内容。', en: 'This idempotency key was used before for a different request.' },
      { remedy: { zh: '为新的内容换一个新编号。', en: 'Choose a new key for a new request.' } },
    )
  }
  return { result: row.result }
}

/** Keeps the answer in the same transaction as its effect. Throws when the answer is not plain JSON. */
export async function storeAnswer(
  tx: Transaction,
  operation: string,
  { key, actor, request }: IdempotencyKey,
  result: unknown,
): Promise<void> {
  await tx
    .insertInto('opensti.idempotency')
    .values({
      operation,
      actor,
      key,
      fingerprint: fingerprint(request),
      result: sql<Json>`${JSON.stringify(result ?? null)}::json`,
    })
    .execute()
}

/** Two requests with one key ran at once and this one came second: run again, it will find the answer of the first. */
export function isKeyRace(error: unknown): boolean {
  return isBrokenConstraint(error, 'idempotency_pkey')
}

function fingerprint(request: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(request ?? null))
    .digest('hex')
}
