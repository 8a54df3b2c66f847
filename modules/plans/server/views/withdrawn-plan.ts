import { regionWorkdays } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { AppError, Bilingual } from '@opensti/kernel'
import { gone } from '@opensti/kernel'
import type { RegionRef } from '../../contract.ts'
import { getPlanRow, isInside, type Viewer } from './ledger.ts'
import { nameOf, regionRef } from './rows.ts'

/** That there was a plan at an address, until when, and who took it away for which reason. Its own words are gone. */
export interface WithdrawnPlan {
  region: RegionRef
  /** Days of the region; null where they were not written down then. */
  publicDay: string | null
  day: string | null
  by: Bilingual | null
  because: Bilingual | null
}

/** A plan that was public and is no more, for those who may not see it as a draft; undefined for every other. */
export async function findWithdrawnPlan(
  db: Reader,
  regionId: string,
  code: string,
  viewer: Viewer,
): Promise<WithdrawnPlan | undefined> {
  if (isInside(viewer, regionId)) return undefined
  const row = await db
    .selectFrom('plans.plan')
    .innerJoin('plans.region', 'plans.region.id', 'plans.plan.region_id')
    .select(['plans.plan.first_published_at', 'plans.plan.withdrawn'])
    .select(['plans.region.id', 'plans.region.names', 'plans.region.parent_id', 'plans.region.invented'])
    .where('plans.plan.region_id', '=', regionId)
    .where('plans.plan.code', '=', code)
    .where('plans.plan.published_at', 'is', null)
    .where('plans.plan.first_published_at', 'is not', null)
    .executeTakeFirst()
  if (!row?.first_published_at) return undefined
  const said = row.withdrawn as { at: string; by: unknown; because: unknown } | null
  const { dayOf } = await regionWorkdays(db, regionId)
  // What region folders hold has been public for as long as anybody knows.
  const since = row.first_published_at.getTime() === 0 ? null : dayOf(row.first_published_at)
  return {
    region: regionRef(row),
    publicDay: since,
    day: said && dayOf(new Date(said.at)),
    by: said && nameOf(said.by),
    because: said && nameOf(said.because),
  }
}

/**
 * A plan as the viewer may see it.
 * @throws `plan_withdrawn` (410) for one that was public and is no more; `not_found` (404) for what never was public.
 */
export async function getShownPlan(db: Reader, regionId: string, code: string, viewer: Viewer) {
  try {
    return await getPlanRow(db, regionId, code, viewer)
  } catch (error) {
    const withdrawn = await findWithdrawnPlan(db, regionId, code, viewer)
    throw withdrawn ? planWithdrawn(withdrawn) : error
  }
}

function planWithdrawn({ day, by, because }: WithdrawnPlan): AppError {
  const when = day === null ? { zh: '', en: '' } : { zh: `于${day}`, en: ` on ${day}` }
  const who = by === null ? { zh: '', en: '' } : { zh: `由${by.zh}`, en: ` by ${by.en}` }
  return gone(
    'plan_withdrawn',
    {
      zh: `这份规划曾经公布，已${who.zh}${when.zh}撤回。`,
      en: `This plan was public and has been withdrawn${when.en}${who.en}.`,
    },
    because ? { remedy: { zh: `原因：${because.zh}`, en: `Reason: ${because.en}` } } : {},
  )
}
