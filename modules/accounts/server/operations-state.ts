import { listGivenUp, operations, outboxState, type Reader } from '@opensti/db'
import { sql } from 'kysely'
import type { OperationsState } from '../contract-audit.ts'

/** How the house runs, for the system administrator. */
export async function getOperationsState(db: Reader): Promise<OperationsState> {
  const { oldestAt, ...outbox } = await outboxState(db)
  const givenUp = await listGivenUp(db)
  const { sessions, people } = await db
    .selectNoFrom((row) => [
      row
        .selectFrom('accounts.session')
        .select((one) => one.fn.countAll<bigint>().as('count'))
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', sql<Date>`clock_timestamp()`)
        .as('sessions'),
      row
        .selectFrom('accounts.person')
        .select((one) => one.fn.countAll<bigint>().as('count'))
        .as('people'),
    ])
    .executeTakeFirstOrThrow()
  return {
    outbox: { ...outbox, oldestAt: oldestAt?.toISOString() ?? null },
    givenUpMessages: givenUp.map((message) => ({
      ...message,
      id: String(message.id),
      createdAt: message.createdAt.toISOString(),
      givenUpAt: message.givenUpAt.toISOString(),
    })),
    sessions: Number(sessions ?? 0),
    people: Number(people ?? 0),
    writes: [...operations()].map(([name, counts]) => ({ name, ...counts })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}
