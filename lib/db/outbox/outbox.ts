import { sql } from 'kysely'
import { json } from '../json.ts'
import type { Database, Reader, Transaction } from '../tables.ts'
import { transaction } from '../transaction.ts'

/** Something to tell the outside world once the transaction has committed. */
export interface OutgoingMessage {
  /** Chooses the sender, such as `mail.invitation`. */
  topic: string
  /** Ids only: the sender looks up addresses and derives secrets when it writes the letter, so that none stands here. */
  payload: Record<string, string | number | null>
  /** A second message with the same topic and key is dropped. */
  dedupeKey?: string
}

/** Writes a message beside the change that it tells of: both happen or neither. */
export async function enqueue(tx: Transaction, message: OutgoingMessage): Promise<void> {
  await tx
    .insertInto('opensti.outbox')
    .values({ topic: message.topic, payload: json(message.payload), dedupe_key: message.dedupeKey ?? null })
    .onConflict((conflict) => conflict.constraint('outbox_said_once').doNothing())
    .execute()
}

/** How the outbox stands. A failing message waits for its next try; one that was given up waits for a person. */
export interface OutboxState {
  waiting: number
  failing: number
  givenUp: number
  /** When the oldest waiting message was written. */
  oldestAt: Date | null
}

export async function outboxState(db: Reader): Promise<OutboxState> {
  const row = await db
    .selectFrom('opensti.outbox')
    .select((one) => [
      one.fn.countAll<bigint>().filterWhere('given_up_at', 'is', null).as('waiting'),
      one.fn
        .countAll<bigint>()
        .filterWhere('given_up_at', 'is', null)
        .filterWhere('last_error', 'is not', null)
        .as('failing'),
      one.fn.countAll<bigint>().filterWhere('given_up_at', 'is not', null).as('given_up'),
      sql<Date | null>`min(created_at) filter (where given_up_at is null)`.as('oldest'),
    ])
    .where('sent_at', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    waiting: Number(row.waiting),
    failing: Number(row.failing),
    givenUp: Number(row.given_up),
    oldestAt: row.oldest,
  }
}

export interface GivenUpMessage {
  id: bigint
  topic: string
  attempts: number
  /** The kind of the last failure, never its words: they may hold addresses. */
  lastError: string | null
  createdAt: Date
  givenUpAt: Date
}

/** Messages that nobody took, newest first. */
export async function listGivenUp(db: Reader, limit = 50): Promise<GivenUpMessage[]> {
  const rows = await db
    .selectFrom('opensti.outbox')
    .select(['id', 'topic', 'attempts', 'last_error', 'created_at', 'given_up_at'])
    .where('given_up_at', 'is not', null)
    .orderBy('given_up_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    topic: row.topic,
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: row.created_at,
    givenUpAt: row.given_up_at ?? row.created_at,
  }))
}

export async function isGivenUp(db: Reader, id: bigint): Promise<boolean> {
  const row = await db
    .selectFrom('opensti.outbox')
    .select('id')
    .where('id', '=', id)
    .where('given_up_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Has a message tried again that was given up, from the beginning. False when there is no such message. */
export async function retryMessage(tx: Transaction, id: bigint): Promise<boolean> {
  const row = await tx
    .updateTable('opensti.outbox')
    .set({ given_up_at: null, attempts: 0, next_attempt_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('given_up_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export interface ForgottenRequests {
  messages: number
  answers: number
}

/** How long answers to repeated requests are kept, and messages after they were sent or given up, in days. */
export const keptDays = { answers: 2, messages: 30 } as const

/** Deletes stored answers and settled messages that nobody asks for any more. Once a day is enough. */
export async function forgetOldRequests(db: Database): Promise<ForgottenRequests> {
  return transaction(db, 'outbox.forget-old-requests', async (tx) => {
    const before = (days: number) => sql<Date>`clock_timestamp() - make_interval(days => ${days}::int)`
    const messages = await tx
      .deleteFrom('opensti.outbox')
      .where(sql<Date>`coalesce(sent_at, given_up_at)`, '<', before(keptDays.messages))
      .executeTakeFirst()
    const answers = await tx
      .deleteFrom('opensti.idempotency')
      .where('created_at', '<', before(keptDays.answers))
      .executeTakeFirst()
    return { messages: Number(messages.numDeletedRows), answers: Number(answers.numDeletedRows) }
  })
}
