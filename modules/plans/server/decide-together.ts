import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, personOf } from '@opensti/kernel'
import { sql } from 'kysely'
import type { DecidedTogether, DecideTogether } from '../contract-reading.ts'
import { isSure } from '../domain/matching/prepare-candidates.ts'
import { openReading } from './decide-candidates.ts'
import { type DecidedRow, enterDecisions, ledgerPlace } from './enter-decisions.ts'

/** So many at once that nobody else waits long; whoever wants more asks again until nothing remains. */
const atOnce = 1000

/**
 * Confirms what is certain, or takes back what one did so under the same batch, a slice at a time. What colleagues
 * decided meanwhile is left as they decided it.
 */
export async function decideTogether(
  db: Database,
  actor: Actor,
  readingId: string,
  { verb, batch }: DecideTogether,
  requestId: string,
): Promise<DecidedTogether> {
  return transaction(db, 'plans.decide-together', async (tx) => {
    const reading = await openReading(tx, readingId)
    const { personId } = personOf(actor)
    const place = await ledgerPlace(tx, reading)
    const wanted =
      verb === 'accept-sure'
        ? sql`candidate.sure and candidate.state = 'open'`
        : sql`candidate.state <> 'open' and ${batch}::uuid = (
            select decision.batch from plans.decision
            where candidate_id = candidate.id and version = candidate.version and decided_by = ${personId}::uuid)`
    const { rows } = await sql<DecidedRow>`
      select id, position, kind, state, version, proposal, ledger_id from plans.candidate as candidate
      where reading_id = ${readingId}::uuid and ${wanted} order by position limit ${atOnce + 1}`.execute(tx)
    const more = rows.length > atOnce
    const first = rows.slice(0, atOnce)
    const slice = verb === 'undo' ? first : await stillSure(tx, place.damagedWords, first)
    // What is doubted is no longer marked as sure, so that whoever asks again gets further.
    if (slice.length === 0) return { changed: 0, more }
    const decision = { verb: verb === 'accept-sure' ? ('accept' as const) : ('reopen' as const) }
    await enterDecisions(
      tx,
      actor,
      place,
      slice.map((row) => ({ row, decision })),
      batch,
    )
    await recordAudit(tx, {
      actor,
      action: 'plans.decide-together',
      region: reading.region_id,
      object: { kind: 'reading', id: readingId },
      detail: { [decision.verb]: slice.length },
      requestId,
    })
    return { changed: slice.length, more }
  })
}

/** Words learnt since a candidate was prepared may make it uncertain: it then waits for a person. */
async function stillSure(
  tx: Transaction,
  words: readonly string[],
  rows: readonly DecidedRow[],
): Promise<DecidedRow[]> {
  const doubted = rows.filter((row) => !isSure(row.proposal, words))
  if (doubted.length > 0) {
    await tx
      .updateTable('plans.candidate')
      .set({ sure: false })
      .where(sql<boolean>`id = any(${doubted.map((row) => row.id)}::uuid[])`)
      .execute()
  }
  return rows.filter((row) => !doubted.includes(row))
}
