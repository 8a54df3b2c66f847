import { type Database, operations, outboxState } from '@opensti/db'
import type { HouseGauge } from '@opensti/http'

/** What the house counts besides requests: messages on their way, and writes by what became of them. */
export function houseGauges(db: Database): HouseGauge[] {
  const outbox = sharedWhileOut(() => outboxState(db))
  return [
    {
      name: 'opensti_outbox_messages',
      help: 'Messages that have not been sent, by state.',
      label: 'state',
      read: async () => {
        const { waiting, failing, givenUp } = await outbox()
        return { waiting, failing, given_up: givenUp }
      },
    },
    {
      name: 'opensti_outbox_oldest_seconds',
      help: 'Age of the oldest message that waits; 0 when none does.',
      label: 'state',
      read: async () => {
        const { oldestAt } = await outbox()
        return { waiting: oldestAt ? Math.max(0, (Date.now() - oldestAt.getTime()) / 1000) : 0 }
      },
    },
    {
      name: 'opensti_writes',
      help: 'Named writes since the start, by what became of them.',
      label: 'outcome',
      read: async () => {
        const sums = { committed: 0, replayed: 0, retried: 0, refused: 0, gaveUp: 0 }
        for (const counts of operations().values()) {
          for (const outcome of Object.keys(sums) as (keyof typeof sums)[]) sums[outcome] += counts[outcome]
        }
        return sums
      },
    },
  ]
}

/** One question for all gauges that are read together. */
function sharedWhileOut<T>(ask: () => Promise<T>): () => Promise<T> {
  let out: Promise<T> | undefined
  return () => {
    out ??= ask().finally(() => {
      out = undefined
    })
    return out
  }
}
