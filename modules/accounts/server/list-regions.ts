import type { Reader } from '@opensti/db'
import type { RegionEntry } from '../contract.ts'

/** All places, provinces before their cities. */
export async function listRegions(db: Reader): Promise<RegionEntry[]> {
  const rows = await db.selectFrom('accounts.region').selectAll().orderBy('code').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    name: { zh: row.name_zh, en: row.name_en },
    kind: row.kind,
    parentId: row.parent,
    invented: row.invented,
  }))
}
