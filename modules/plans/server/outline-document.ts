import type { Database } from '@opensti/db'
import type { DocumentOutline } from '../contract-reading.ts'
import { nameFault, plannedYears, suggestTitle } from '../domain/matching/public-names.ts'
import { readDocumentInfo } from '../domain/reading/document-info.ts'
import { findNoise } from '../domain/reading/noise.ts'
import type { ReadableText } from './read-upload.ts'
import { digestOf, findReadingOf } from './start-reading.ts'
import { planRef } from './views/rows.ts'

/** A paper says what it is on its first pages. */
const firstPages = 20_000

/** What a document says of itself, before it is read: for a person to correct its title and to say where it belongs. */
export async function outlineDocument(
  db: Database,
  regionId: string,
  { text }: ReadableText,
): Promise<DocumentOutline> {
  const head = text.slice(0, firstPages)
  const info = readDocumentInfo(head, findNoise(head))
  const title = suggestTitle(info)
  const years = plannedYears(info)
  const plans = await db
    .selectFrom('plans.plan')
    .select(['region_id', 'code', 'names', 'start_year', 'end_year'])
    .where('region_id', '=', regionId)
    .orderBy('code')
    .execute()
  const samePeriod = plans.filter(
    (plan) => years.startYear !== null && plan.start_year === years.startYear && plan.end_year === years.endYear,
  )
  const sameTitle = plans.filter((plan) => title !== '' && planRef(plan).name.zh === title)
  return {
    title: title.slice(0, 200),
    titleDamaged: nameFault(info.title) !== null,
    ...years,
    characters: text.length,
    plans: [...new Set([...sameTitle, ...samePeriod])].map(planRef),
    alreadyRead: await findReadingOf(db, regionId, digestOf(text)),
  }
}
