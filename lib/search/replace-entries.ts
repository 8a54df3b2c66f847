import { json, type Transaction } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { sql } from 'kysely'
import { gramsOf, normalise, pinyinInitials } from './grams.ts'

export interface SearchEntry {
  kind: string
  id: string
  regionId: string
  title: Bilingual
  /** One line that tells two results of the same name apart. */
  context: Bilingual
  href: string
  public: boolean
  /** Other names by which it may be looked for. */
  otherNames: readonly string[]
  /** Higher comes first among equals. */
  weight: number
}

/** Which entries are made anew: all of some kinds, or those named. */
export type SearchScope = { kinds: readonly string[] } | { entries: readonly { kind: string; id: string }[] }

/**
 * Makes the index hold exactly these entries within the scope, in the transaction that changed what they describe.
 * Of an entry that is named and not given, nothing stays.
 */
export async function replaceEntries(
  tx: Transaction,
  scope: SearchScope,
  entries: readonly SearchEntry[],
): Promise<void> {
  if ('kinds' in scope) {
    await tx
      .deleteFrom('search.entry')
      .where('kind', 'in', [...scope.kinds])
      .execute()
  } else if (scope.entries.length > 0) {
    const named = JSON.stringify(scope.entries)
    await sql`delete from search.entry using jsonb_to_recordset(${named}::jsonb) as named (kind text, id text)
      where entry.kind = named.kind and entry.id = named.id`.execute(tx)
  }
  for (let at = 0; at < entries.length; at += 500) {
    await tx
      .insertInto('search.entry')
      .values(entries.slice(at, at + 500).map(rowOf))
      .execute()
  }
}

function rowOf(entry: SearchEntry) {
  const names = [entry.title.zh, entry.title.en, ...entry.otherNames]
  const body = normalise([...names, ...names.map(pinyinInitials)].join(' '))
  return {
    kind: entry.kind,
    id: entry.id,
    region_id: entry.regionId,
    title: json(entry.title),
    context: json(entry.context),
    href: entry.href,
    public: entry.public,
    body,
    grams: gramsOf(body),
    weight: entry.weight,
  }
}
