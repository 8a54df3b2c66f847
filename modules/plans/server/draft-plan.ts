import { json, type Transaction } from '@opensti/db'
import { nameFault, plannedYears, suggestTitle } from '../domain/matching/public-names.ts'
import type { Outline } from './read-apart.ts'
import type { DocumentToRead } from './start-reading.ts'

/** The document as it will be cited, under the title given or else its own. */
export async function insertDocument(
  tx: Transaction,
  document: DocumentToRead,
  { document: info, publicDamage }: Outline,
  digest: string,
): Promise<{ code: string; title: string }> {
  const code = `${document.regionId}-read-${digest.slice(0, 10)}`
  const title = document.title || suggestTitle(info) || document.fileName
  await tx
    .insertInto('plans.document')
    .values({
      code,
      region_id: document.regionId,
      names: json({ zh: title, en: title }),
      kind: info.genre,
      issuer: info.issuer && nameFault(info.issuer) === null ? json({ zh: info.issuer, en: info.issuer }) : null,
      number: info.documentNumber,
      issued_on: info.date,
      damage: json(publicDamage),
      origin: 'reading',
      published: false,
    })
    .execute()
  return { code, title }
}

/** A plan of its own for a document that belongs to none. */
export async function insertDraftPlan(
  tx: Transaction,
  { regionId, startYear, endYear }: DocumentToRead,
  { document: info }: Outline,
  document: { code: string; title: string },
): Promise<string> {
  const thisYear = new Date().getUTCFullYear()
  const own = plannedYears(info)
  const from = startYear ?? own.startYear ?? endYear ?? own.endYear ?? thisYear
  const to = endYear ?? own.endYear ?? from
  const code = document.code.replace('-read-', '-plan-')
  await tx
    .insertInto('plans.plan')
    .values({
      region_id: regionId,
      code,
      names: json({ zh: document.title, en: document.title }),
      document_code: document.code,
      start_year: Math.min(from, to),
      end_year: Math.max(from, to),
      cite: json({ document: document.code, verified: 'source' }),
      origin: 'reading',
    })
    .execute()
  return code
}
