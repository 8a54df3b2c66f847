import { type Database, recordAudit, transaction } from '@opensti/db'
import { type Actor, personOf } from '@opensti/kernel'
import type { NoteCall } from '../../contract-reminders.ts'
import { getRequest } from '../store.ts'
import { requireLeadOf } from './require-lead.ts'

/** Notes that a unit was called about a return, and what was said. Throws 404 and 403 as `requireLeadOf`. */
export async function noteCall(
  db: Database,
  actor: Actor,
  returnId: string,
  { reached, note }: NoteCall,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'reporting.note-call', async (tx) => {
    const request = await getRequest(tx, returnId)
    await requireLeadOf(tx, person, { regionId: request.region_id, cycle: request.cycle_code })
    await tx
      .insertInto('reporting.call')
      .values({ request_id: request.id, person_id: person.personId, reached, note: note || null })
      .execute()
    await recordAudit(tx, {
      actor,
      action: 'reporting.note-call',
      region: request.region_id,
      object: { kind: 'return', id: request.id },
      requestId,
      detail: { reached },
    })
  })
}
