import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import type { AssessmentFormula } from '../contract-formula.ts'
import { exerciseOf } from './store.ts'

/** A ranking as it was published inside the region; whether the public sees it is decided elsewhere. */
export interface PublishedRanking {
  id: string
  regionId: string
  title: string
  period: string
  document: string
  formula: AssessmentFormula
  digest: string
  resultDigest: string
  publishedAt: Date
  units: { unitId: string; name: Bilingual; place: number; total: string; grade: Bilingual; vetoed: boolean }[]
}

/** Published rankings of a region, the newest first. */
export async function listPublishedRankings(db: Reader, regionId: string): Promise<PublishedRanking[]> {
  const rows = await db
    .selectFrom('assessment.exercise')
    .select('id')
    .where('region_id', '=', regionId)
    .where('state', '=', 'published')
    .orderBy('published_at', 'desc')
    .execute()
  const found = await Promise.all(rows.map(({ id }) => findPublishedRanking(db, id)))
  return found.flatMap((one) => one ?? [])
}

/** One of them; undefined before its day has come. */
export async function findPublishedRanking(db: Reader, id: string): Promise<PublishedRanking | undefined> {
  const found = await db
    .selectFrom('assessment.exercise')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'published')
    .executeTakeFirst()
  if (!found?.published_at) return undefined
  const row = exerciseOf(found)
  const results = await db
    .selectFrom('assessment.result')
    .selectAll()
    .where('exercise_id', '=', id)
    .orderBy('place')
    .orderBy('unit_id')
    .execute()
  const directory = await unitDirectory(db)
  return {
    id,
    regionId: row.region_id,
    title: row.title,
    period: row.period,
    document: row.document,
    formula: row.formula,
    digest: row.digest,
    resultDigest: row.result_digest ?? '',
    publishedAt: found.published_at,
    units: results.map((one) => ({
      unitId: one.unit_id,
      name: directory.find(one.unit_id)?.name ?? { zh: one.unit_id, en: one.unit_id },
      place: one.place,
      total: one.total,
      grade: one.grade as Bilingual,
      vetoed: one.vetoed,
    })),
  }
}
