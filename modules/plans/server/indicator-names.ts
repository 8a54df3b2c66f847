import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { nameOf } from './views/rows.ts'

/** What other modules need to know of an indicator to ask for it or to name it. */
export interface IndicatorName {
  code: string
  name: Bilingual
  unit: string
  definition: Bilingual | null
}

/** Indicators by code; codes that nobody defined are left out. */
export async function indicatorNames(
  db: Reader,
  codes: readonly string[],
): Promise<ReadonlyMap<string, IndicatorName>> {
  const wanted = [...new Set(codes)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('plans.indicator')
    .select(['code', 'names', 'unit', 'definition'])
    .where('code', 'in', wanted)
    .execute()
  return new Map(
    rows.map(({ code, names, unit, definition }) => [
      code,
      { code, name: nameOf(names), unit, definition: definition === null ? null : nameOf(definition) },
    ]),
  )
}
