import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { type Bilingual, periodName } from '@opensti/kernel'

/** A return in a few words, for modules that point to it: its cycle, period and unit. Nothing for one of another region. */
export async function findReturnLabel(db: Reader, regionId: string, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('reporting.request as r')
    .innerJoin('reporting.cycle as c', (join) =>
      join.onRef('c.region_id', '=', 'r.region_id').onRef('c.code', '=', 'r.cycle_code'),
    )
    .select(['c.names', 'r.period', 'r.unit_id'])
    .where('r.id', '=', id)
    .where('r.region_id', '=', regionId)
    .executeTakeFirst()
  if (!row) return undefined
  const units = await unitDirectory(db)
  const names = row.names as unknown as Bilingual
  return `${names.zh} ${periodName(row.period).zh} ${units.find(row.unit_id)?.name.zh ?? row.unit_id}`
}
