import type { Reader } from '@opensti/db'
import { findEntries } from '@opensti/search'
import type { SearchResult } from '../contract.ts'
import type { Viewer } from './views/ledger.ts'

/** Plans, indicators, tasks, units, documents and regions by any part of their names. */
export async function findInLedger(
  db: Reader,
  viewer: Viewer,
  query: { q: string; kind?: string | undefined; limit: number },
): Promise<SearchResult[]> {
  const found = await findEntries(db, {
    text: query.q,
    insideRegions: viewer.insideRegions,
    kinds: query.kind ? [query.kind] : [],
    limit: query.limit,
  })
  return found.map(({ kind, id, title, context, href }) => ({
    kind: kind as SearchResult['kind'],
    id,
    title,
    context,
    href,
  }))
}
