import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { sql } from 'kysely'
import { isPublic } from './views/is-public.ts'
import { nameOf } from './views/rows.ts'

/** Those of some figures that the public does not see, by the database's clock. For other modules. */
export async function hiddenFigures(
  db: Reader,
  ids: readonly string[],
): Promise<{ id: string; indicator: Bilingual; period: string }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; names: unknown; period: string }>`
    select v.id, i.names, v.period from plans.value v join plans.indicator i on i.code = v.indicator_code
    where v.id = any (${[...ids]}::text[]) and not ${isPublic('v')} order by i.code, v.period`.execute(db)
  return rows.map(({ id, names, period }) => ({ id, indicator: nameOf(names), period }))
}
