import { type Actor, actorId } from '@opensti/kernel'
import { json } from '../json.ts'
import type { Transaction } from '../tables.ts'

/** One deed, as it will be read years later. */
export interface AuditEntry {
  actor: Actor
  /** `module.verb-noun`, usually the name of the transaction. */
  action: string
  region?: string | null
  object?: { kind: string; id: string }
  /** Ids, names of fields, states. Never personal data, never free text. */
  detail?: Record<string, unknown>
  requestId?: string
}

/** Notes a deed in the transaction that does it. The running role can add notes and read them, nothing else. */
export async function recordAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('opensti.audit_entry')
    .values({
      actor: actorId(entry.actor),
      session: entry.actor.kind === 'person' ? entry.actor.sessionId : null,
      action: entry.action,
      region: entry.region ?? null,
      object_kind: entry.object?.kind ?? null,
      object_id: entry.object?.id ?? null,
      detail: json(entry.detail ?? {}),
      request_id: entry.requestId ?? null,
    })
    .execute()
}
