import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { sql } from 'kysely'
import { gramsOf, normalise } from './grams.ts'

export interface SearchRequest {
  text: string
  /** Regions whose unpublished entries the asker may see as well. */
  insideRegions?: readonly string[]
  kinds?: readonly string[]
  limit: number
}

export interface FoundEntry {
  kind: string
  id: string
  regionId: string
  title: Bilingual
  context: Bilingual
  href: string
}

/**
 * Entries whose names hold every word of the query. What the asker may not see is left out by the query itself,
 * before anything is counted or ordered, so that nothing about it can be inferred.
 */
export async function findEntries(db: Reader, request: SearchRequest): Promise<FoundEntry[]> {
  const text = normalise(request.text).slice(0, 100)
  const words = text.split(' ').filter((word) => word !== '')
  if (words.length === 0) return []
  const inside = [...(request.insideRegions ?? [])]
  let query = db
    .selectFrom('search.entry')
    .select(['kind', 'id', 'region_id', 'title', 'context', 'href'])
    .where('grams', '@>', sql<string[]>`${gramsOf(text)}::text[]`)
    .where((where) =>
      where.or([where('public', '=', true), ...(inside.length > 0 ? [where('region_id', 'in', inside)] : [])]),
    )
  for (const word of words) query = query.where(sql<boolean>`position(${word} in body) > 0`)
  if (request.kinds && request.kinds.length > 0) query = query.where('kind', 'in', [...request.kinds])
  const rows = await query
    // A name that begins with the query is what was meant more often than one that holds it somewhere.
    .orderBy(sql`position(${words[0]} in body) = 1`, 'desc')
    // Whoever works for a place looks for what is there.
    .orderBy(sql`region_id = any (${inside}::text[])`, 'desc')
    .orderBy('weight', 'desc')
    .orderBy(sql`length(title->>'zh')`)
    .orderBy('kind')
    .orderBy('id')
    .limit(request.limit)
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    regionId: row.region_id,
    title: row.title as unknown as Bilingual,
    context: row.context as unknown as Bilingual,
    href: row.href,
  }))
}
