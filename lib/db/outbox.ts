import { sql } from 'kysely'
import { json } from './json.ts'
import type { Database, Transaction } from './tables.ts'
import { transaction } from './transaction.ts'

/** Something to tell the outside world once the transaction has committed. */
export interface OutgoingMessage {
  /** Chooses the sender, such as `mail.invitation`. */
  topic: string
  payload: unknown
  /** A second message with the same topic and key is dropped. */
  dedupeKey?: string
}

/** What a sender gets. It may come again after a crash: pass `id` on, so that the receiver can drop repeats. */
export interface DeliveredMessage {
  id: bigint
  topic: string
  payload: unknown
  dedupeKey: string | null
  attempt: number
}

/** Sends one message and resolves when the receiver has it; throws to be called again later. */
export type Sender = (message: DeliveredMessage) => Promise<void>

export interface Delivery {
  sent: number
  failed: number
}

/** Writes a message beside the change that it tells of: both happen or neither. */
export async function enqueue(tx: Transaction, message: OutgoingMessage): Promise<void> {
  await tx
    .insertInto('opensti.outbox')
    .values({ topic: message.topic, payload: json(message.payload), dedupe_key: message.dedupeKey ?? null })
    .onConflict((conflict) => conflict.constraint('outbox_said_once').doNothing())
    .execute()
}

/**
 * Sends what waits, oldest first, at least once: a message is first put off by a lease, then sent, then marked.
 * Several processes may run it at once. Topics without a sender stay where they are.
 */
export async function deliverOutbox(
  db: Database,
  senders: Readonly<Record<string, Sender>>,
  { limit = 100, leaseSeconds = 60 } = {},
): Promise<Delivery> {
  const delivery = { sent: 0, failed: 0 }
  for (const message of await claim(db, Object.keys(senders), limit, leaseSeconds)) {
    try {
      await senders[message.topic]!(message)
    } catch (error) {
      await putOff(db, message, error)
      delivery.failed += 1
      continue
    }
    await transaction(db, 'outbox.mark-sent', (tx) =>
      tx
        .updateTable('opensti.outbox')
        .set({ sent_at: sql`clock_timestamp()`, last_error: null })
        .where('id', '=', message.id)
        .execute(),
    )
    delivery.sent += 1
  }
  return delivery
}

async function claim(db: Database, topics: string[], limit: number, leaseSeconds: number): Promise<DeliveredMessage[]> {
  if (topics.length === 0) return []
  const rows = await transaction(db, 'outbox.claim-messages', (tx) =>
    tx
      .updateTable('opensti.outbox')
      .set({
        attempts: sql`attempts + 1`,
        next_attempt_at: sql`clock_timestamp() + make_interval(secs => ${leaseSeconds})`,
      })
      .where('id', 'in', (waiting) =>
        waiting
          .selectFrom('opensti.outbox')
          .select('id')
          .where('sent_at', 'is', null)
          .where('next_attempt_at', '<=', sql<Date>`clock_timestamp()`)
          .where('topic', 'in', topics)
          .orderBy('id')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
      )
      .returning(['id', 'topic', 'payload', 'dedupe_key as dedupeKey', 'attempts as attempt'])
      .execute(),
  )
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Waits 2, 4, 8 … seconds, at most an hour. Keeps the kind of failure only: messages may hold addresses. */
async function putOff(db: Database, message: DeliveredMessage, error: unknown): Promise<void> {
  const seconds = Math.min(3600, 2 ** Math.min(message.attempt, 12))
  await transaction(db, 'outbox.put-off-message', (tx) =>
    tx
      .updateTable('opensti.outbox')
      .set({
        next_attempt_at: sql`clock_timestamp() + make_interval(secs => ${seconds})`,
        last_error: error instanceof Error ? error.name : 'failed',
      })
      .where('id', '=', message.id)
      .execute(),
  )
}
