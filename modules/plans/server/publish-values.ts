import { json, type Transaction } from '@opensti/db'
import { type Bilingual, conflict } from '@opensti/kernel'
import { sql } from 'kysely'
import { refreshSearch } from './refresh-search.ts'

/** By which release figures become public: from which moment, on which day of the region, by which unit. */
export interface Publication {
  releaseId: string
  at: Date
  day: string
  by: Bilingual
}

/**
 * Has fixed figures become public at a moment, as part of the caller's write. Until then they stay what they are; at the
 * moment every query shows them, without anything being written.
 *
 * @throws `figures_moved` (409) when one of them is not fixed, or is given a moment already.
 */
export async function publishValues(tx: Transaction, ids: readonly string[], publication: Publication): Promise<void> {
  const { releaseId, at, day, by } = publication
  const { numUpdatedRows } = await tx
    .updateTable('plans.value')
    .set({ public_from: at, release_id: releaseId, released: json({ on: day, by }) })
    .where(sql<boolean>`id = any (${[...ids]}::text[])`)
    .where('status', '=', 'approved')
    .where('public_from', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(numUpdatedRows) !== ids.length) throw figuresMoved()
}

/** Takes back what a release would have made public. What is public already stays. Returns how many figures were kept back. */
export async function keepBackValues(tx: Transaction, releaseId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('plans.value')
    .set({ public_from: null, release_id: null, released: null })
    .where('release_id', '=', releaseId)
    .where('public_from', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Writes down what the clock has decided: the figures of a release are published, and can be searched for. */
export async function settleValues(tx: Transaction, releaseId: string): Promise<void> {
  const settled = await tx
    .updateTable('plans.value')
    .set({ status: 'published' })
    .where('release_id', '=', releaseId)
    .where('status', '=', 'approved')
    .where('public_from', '<=', sql<Date>`clock_timestamp()`)
    .returning(['region_id', 'indicator_code'])
    .execute()
  if (settled.length === 0) return
  const regions = [...new Set(settled.map((row) => row.region_id))]
  await tx.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', 'in', regions).execute()
  await refreshSearch(tx, {
    indicators: settled.map((row) => ({ regionId: row.region_id, code: row.indicator_code })),
  })
}

function figuresMoved() {
  return conflict(
    'figures_moved',
    {
      zh: '其中有的数已经由另一次发布公开，或不再是锁定的数。',
      en: 'One of these figures belongs to another release already, or is no longer fixed.',
    },
    { remedy: { zh: '请重新拟定发布内容。', en: 'Propose the release anew.' } },
  )
}
