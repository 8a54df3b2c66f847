import type { Database, Reader } from '@opensti/db'
import { recordAudit, transaction } from '@opensti/db'
import { type Deed, personOf } from './deed.ts'

/** Office numbers of people who have one, by person: for whoever calls them on duty, and for nobody else. */
export async function officePhones(db: Reader, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(personIds)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts.person')
    .select(['id', 'office_phone'])
    .where('id', 'in', wanted)
    .where('office_phone', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row.office_phone ?? '']))
}

/** Keeps the office number that someone gives of herself; null takes it away. */
export async function setOwnOfficePhone(db: Database, deed: Deed, phone: string | null): Promise<void> {
  const { personId } = personOf(deed.actor)
  await transaction(db, 'accounts.set-own-office-phone', async (tx) => {
    await tx.updateTable('accounts.person').set({ office_phone: phone }).where('id', '=', personId).execute()
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.set-own-office-phone',
      object: { kind: 'person', id: personId },
      requestId: deed.requestId,
    })
  })
}
