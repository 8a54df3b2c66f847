import { type Database, recordAudit, transaction } from '@opensti/db'
import type { Actor } from '@opensti/kernel'
import { sql } from 'kysely'
import type { DecidedTogether, DecideTogether } from '../contract-reading.ts'
import type { Proposal } from '../domain/matching/prepare-candidates.ts'
import { openReading } from './decide-candidates.ts'
import { type DecidedRow, enterDecisions } from './enter-decisions.ts'

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
    const person = actor.kind === 'person' ? actor.personId : null
    const wanted =
      verb === 'accept-sure'
        ? sql`candidate.sure and candidate.state = 'open'`
        : sql`candidate.state <> 'open' and ${batch}::uuid = (
            select decision.batch from plans.decision
            where candidate_id = candidate.id and version = candidate.version and decided_by = ${person}::uuid)`
    const { rows } = await sql<DecidedRow>`
      select id, position, kind, state, version, proposal, ledger_id from plans.candidate as candidate
      where reading_id = ${readingId}::uuid and ${wanted} order by position limit ${atOnce + 1}`.execute(tx)
    const slice = rows.slice(0, atOnce)
    if (slice.length === 0) return { changed: 0, more: false }
    const decision = { verb: verb === 'accept-sure' ? ('accept' as const) : ('reopen' as const) }
    await enterDecisions(
      tx,
      actor,
      reading,
      slice.map((row) => ({ row: { ...row, proposal: row.proposal as Proposal }, decision })),
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
    return { changed: slice.length, more: rows.length > atOnce }
  })
}
