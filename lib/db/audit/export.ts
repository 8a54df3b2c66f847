import { sql } from 'kysely'
import { canonicalJson } from '../json.ts'
import type { Database } from '../tables.ts'
import { snapshot } from '../transaction.ts'
import { entryColumns, sealColumns } from './read.ts'

/**
 * The whole log as JSON lines, as it stood at one moment: each seal followed by its entries in their order, then the
 * entries that no seal covers yet. `verifyAudit` needs nothing else but the public key and the heads.
 *
 * @param write called with one line at a time, ending in a line feed.
 */
export async function exportAudit(db: Database, write: (line: string) => Promise<void> | void): Promise<void> {
  await snapshot(db, async (tx) => {
    const seals = await tx
      .selectFrom('opensti.audit_seal')
      .select(sealColumns)
      .orderBy(sql`audit_seal.number`)
      .execute()
    for (const seal of seals) {
      await write(`${canonicalJson(seal)}\n`)
      const entries = await tx
        .selectFrom('opensti.audit_position as p')
        .innerJoin('opensti.audit_entry as e', 'e.id', 'p.entry_id')
        .select(entryColumns)
        .where('p.seal', '=', BigInt(seal.number))
        .orderBy('p.position')
        .execute()
      for (const entry of entries) await write(`${canonicalJson(entry)}\n`)
    }
    const tail = await tx
      .selectFrom('opensti.audit_entry as e')
      .leftJoin('opensti.audit_position as p', 'p.entry_id', 'e.id')
      .select(entryColumns)
      .where('p.position', 'is', null)
      .orderBy('e.id')
      .execute()
    if (tail.length > 0) await write(`${canonicalJson({ type: 'unsealed' })}\n`)
    for (const entry of tail) await write(`${canonicalJson(entry)}\n`)
  })
}
