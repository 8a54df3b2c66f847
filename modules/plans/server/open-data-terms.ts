import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { publicViewer, visiblePlans } from './views/ledger.ts'
import { nameOf } from './views/rows.ts'

/** On which terms the figures of a region may be used. */
export interface OpenDataTerms {
  licence: { name: Bilingual; url: string }
  publisher: Bilingual
}

export interface OpenDataRegion {
  id: string
  name: Bilingual
  parentId: string | null
  invented: boolean
  /** Its own terms, or those of the nearest region above it that has some; null where nobody has said. */
  terms: OpenDataTerms | null
  plans: { code: string; name: Bilingual; startYear: number; endYear: number }[]
}

/** Every region with its terms and its public plans, parents before children. */
export async function openDataRegions(db: Reader): Promise<OpenDataRegion[]> {
  const rows = await db
    .selectFrom('plans.region')
    .select(['id', 'names', 'parent_id', 'invented', 'open_data'])
    .orderBy('position')
    .execute()
  const plans = await visiblePlans(db, publicViewer)
  const terms = new Map<string, OpenDataTerms | null>()
  return rows.map((row) => {
    const own = row.open_data as { licence: { names: Bilingual; url: string }; publisher: Bilingual } | null
    const stated = own
      ? { licence: { name: nameOf(own.licence.names), url: own.licence.url }, publisher: nameOf(own.publisher) }
      : ((row.parent_id === null ? null : terms.get(row.parent_id)) ?? null)
    terms.set(row.id, stated)
    return {
      id: row.id,
      name: nameOf(row.names),
      parentId: row.parent_id,
      invented: row.invented,
      terms: stated,
      plans: plans
        .filter((plan) => plan.region_id === row.id)
        .map((plan) => ({
          code: plan.code,
          name: nameOf(plan.names),
          startYear: plan.start_year,
          endYear: plan.end_year,
        })),
    }
  })
}
