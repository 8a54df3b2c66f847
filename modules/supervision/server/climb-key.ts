import { settleNotices } from '@opensti/accounts'
import type { Transaction } from '@opensti/db'
import { climbNotices, type ToldRung } from '../domain/notice-kinds.ts'
import type { ItemRow } from './store.ts'

type Due = Pick<ItemRow, 'id' | 'due_day'>

/** By this a notice about an overdue item is known. */
export function climbKey({ id, due_day: day }: Due, rung: ToldRung): string {
  return `supervision.climb/${id}/${day}/${rung}`
}

/** The item is done with, or has more time: nobody needs to look at what was told of the day that was missed. */
export async function settleClimb(tx: Transaction, item: Due): Promise<void> {
  const rungs = Object.keys(climbNotices) as ToldRung[]
  await settleNotices(
    tx,
    rungs.map((rung) => climbKey(item, rung)),
  )
}
