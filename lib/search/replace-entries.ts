import { json, type Transaction } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
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

/**
 * Makes the index hold exactly these entries for the given kinds (in one region, or everywhere),
 * in the transaction that changed what they describe.
 */
export async function replaceEntries(
  tx: Transaction,
  scope: { kinds: readonly string[]; regionId?: string | undefined },
  entries: readonly SearchEntry[],
): Promise<void> {
  let old = tx.deleteFrom('search.entry').where('kind', 'in', [...scope.kinds])
  if (scope.regionId !== undefined) old = old.where('region_id', '=', scope.regionId)
  await old.execute()
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
