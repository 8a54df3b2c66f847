import { sql } from 'kysely'
import type { Database } from '../tables.ts'
import { transaction } from '../transaction.ts'

/** What a sender gets. It may come again after a crash: pass `id` on, so that the receiver can drop repeats. */
export interface DeliveredMessage {
  id: bigint
  topic: string
  payload: unknown
  dedupeKey: string | null
  attempt: number
}

/**
 * Sends one message and resolves when the receiver has it; throws to be called again later, `Undeliverable` to be called
 * no more. The signal says that the time for this try is over.
 */
export type Sender = (message: DeliveredMessage, signal: AbortSignal) => Promise<void>

/** No later try can help: there is no such address, or nothing that could be said. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable'
}

export interface Delivery {
  sent: number
  failed: number
  givenUp: number
}

export interface DeliveryRules {
  /** How long a message is kept from other processes; longer than one try may take. */
  leaseSeconds?: number
  /** How long one try may take. */
  sendSeconds?: number
  /** After so many tries a message is given up; by their distances these last about a day. */
  triesMax?: number
  /** Ends the round after the message that is being sent. */
  stop?: AbortSignal
}

/**
 * Sends what is due, oldest first, at least once: a message is first put off by a lease, then sent, then marked. Several
 * processes may run it at once. Topics without a sender stay where they are.
 */
export async function deliverOutbox(
  db: Database,
  senders: Readonly<Record<string, Sender>>,
  { leaseSeconds = 60, sendSeconds = 30, triesMax = 34, stop }: DeliveryRules = {},
): Promise<Delivery> {
  const delivery = { sent: 0, failed: 0, givenUp: 0 }
  while (!stop?.aborted) {
    const message = await claim(db, Object.keys(senders), leaseSeconds)
    if (!message) break
    delivery[await sendOne(db, senders[message.topic]!, message, sendSeconds, triesMax)] += 1
  }
  return delivery
}

async function sendOne(
  db: Database,
  sender: Sender,
  message: DeliveredMessage,
  sendSeconds: number,
  triesMax: number,
): Promise<keyof Delivery> {
  const signal = AbortSignal.timeout(sendSeconds * 1000)
  try {
    await Promise.race([sender(message, signal), untilAborted(signal)])
  } catch (error) {
    const name = error instanceof Error ? error.name : 'failed'
    const isLast = error instanceof Undeliverable || message.attempt >= triesMax
    await (isLast ? giveUp(db, message, name) : putOff(db, message, name))
    return isLast ? 'givenUp' : 'failed'
  }
  await transaction(db, 'outbox.mark-sent', (tx) =>
    tx
      .updateTable('opensti.outbox')
      .set({ sent_at: sql`clock_timestamp()`, last_error: null })
      .where('id', '=', message.id)
      .execute(),
  )
  return 'sent'
}

/** A sender that never answers must not keep the others waiting. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}

async function claim(db: Database, topics: string[], leaseSeconds: number): Promise<DeliveredMessage | undefined> {
  if (topics.length === 0) return undefined
  return transaction(db, 'outbox.claim-message', (tx) =>
    tx
      .updateTable('opensti.outbox')
      .set({
        attempts: sql`attempts + 1`,
        next_attempt_at: sql`clock_timestamp() + make_interval(secs => ${leaseSeconds})`,
      })
      .where('id', '=', (waiting) =>
        waiting
          .selectFrom('opensti.outbox')
          .select('id')
          .where('sent_at', 'is', null)
          .where('given_up_at', 'is', null)
          .where('next_attempt_at', '<=', sql<Date>`clock_timestamp()`)
          .where('topic', 'in', topics)
          .orderBy('id')
          .limit(1)
          .forUpdate()
          .skipLocked(),
      )
      .returning(['id', 'topic', 'payload', 'dedupe_key as dedupeKey', 'attempts as attempt'])
      .executeTakeFirst(),
  )
}

/** Waits 2, 4, 8 … seconds, at most an hour. Keeps the kind of failure only: messages may hold addresses. */
async function putOff(db: Database, message: DeliveredMessage, error: string): Promise<void> {
  const seconds = Math.min(3600, 2 ** Math.min(message.attempt, 12))
  await transaction(db, 'outbox.put-off-message', (tx) =>
    tx
      .updateTable('opensti.outbox')
      .set({ next_attempt_at: sql`clock_timestamp() + make_interval(secs => ${seconds})`, last_error: error })
      .where('id', '=', message.id)
      .execute(),
  )
}

async function giveUp(db: Database, message: DeliveredMessage, error: string): Promise<void> {
  await transaction(db, 'outbox.give-up-message', (tx) =>
    tx
      .updateTable('opensti.outbox')
      .set({ given_up_at: sql`clock_timestamp()`, last_error: error })
      .where('id', '=', message.id)
      .execute(),
  )
}
