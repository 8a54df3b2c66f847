import type { Reader, Tables } from '@opensti/db'
import type { Selectable } from 'kysely'
import type { TargetChange } from '../../contract.ts'

type Row = Selectable<Tables['plans.target']>

/** A row of the ledger with the changes that decisions have made to it, the oldest first. */
export type TargetRow = Row & { changes?: TargetChange[] }

/** Targets as they are in force: the figure of the last decision, with every change beside it. */
export async function withChanges<Target extends Row>(
  db: Reader,
  rows: readonly Target[],
): Promise<(Target & TargetRow)[]> {
  const ids = rows.map((row) => row.id)
  const changes =
    ids.length > 0
      ? await db
          .selectFrom('plans.target_change')
          .selectAll()
          .where('target_id', 'in', ids)
          .orderBy('target_id')
          .orderBy('number')
          .execute()
      : []
  const byTarget = Map.groupBy(changes, (change) => change.target_id)
  return rows.map((row) => {
    const own = byTarget.get(row.id) ?? []
    const last = own.at(-1)
    return { ...row, ...(last && { value: last.value, value2: last.value2 }), changes: own.map(changeOf) }
  })
}

function changeOf(row: Selectable<Tables['plans.target_change']>): TargetChange {
  return {
    number: row.number,
    from: { value: Number(row.old_value), value2: row.old_value2 === null ? null : Number(row.old_value2) },
    to: { value: Number(row.value), value2: row.value2 === null ? null : Number(row.value2) },
    since: row.since,
    approver: row.approver,
    document: row.document,
    documentNumber: row.document_number,
    documentDate: row.document_date,
    reason: row.reason,
  }
}
