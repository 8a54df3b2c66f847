import { json, type Transaction } from '@opensti/db'
import { conflict, type Period } from '@opensti/kernel'
import { sql } from 'kysely'

/** A figure of which a unit says, after it was fixed, that there is none. */
export interface WithdrawnValue {
  regionId: string
  indicatorCode: string
  period: Period
  nature: 'working' | 'statistical'
  /** The unit that reported it. */
  reportedBy: string
  /** Why there is none. */
  reason: string
}

/**
 * Withdraws fixed figures, every vintage of them, as part of the caller's write: they stay with the reason and count no more.
 * Returns how many vintages there were.
 *
 * @throws `figure_public` (409) when one of them is public, or has been given a moment from which it is.
 */
export async function withdrawValues(tx: Transaction, figures: readonly WithdrawnValue[], at: Date): Promise<number> {
  let withdrawn = 0
  for (const one of figures) {
    const known = await tx
      .selectFrom('plans.value')
      .select(['id', 'status', 'public_from'])
      .where('region_id', '=', one.regionId)
      .where('indicator_code', '=', one.indicatorCode)
      .where('period', '=', one.period)
      .where('nature', '=', one.nature)
      .where('reported_by', '=', one.reportedBy)
      .where('origin', '=', 'reporting')
      .where('status', 'in', ['approved', 'published'])
      .execute()
    if (known.some((row) => row.status === 'published' || row.public_from !== null)) throw figurePublic(one)
    if (known.length === 0) continue
    await tx
      .updateTable('plans.value')
      .set({ status: 'withdrawn', withdrawn_at: at, withdrawn_because: json({ zh: one.reason, en: one.reason }) })
      .where(
        'id',
        'in',
        known.map(({ id }) => id),
      )
      .execute()
    withdrawn += known.length
  }
  const regions = [...new Set(figures.map(({ regionId }) => regionId))]
  if (withdrawn > 0)
    await tx.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', 'in', regions).execute()
  return withdrawn
}

function figurePublic({ indicatorCode, period }: WithdrawnValue) {
  return conflict(
    'figure_public',
    {
      zh: `${period}的${indicatorCode}已经发布或已定发布时间，不能改成没有数。`,
      en: `${indicatorCode} of ${period} is public or about to be, so it cannot be taken back.`,
    },
    {
      remedy: {
        zh: '请退回这份更正，改报正确的数；还没有到发布时间的，请先撤回发布。',
        en: 'Return the correction and ask for the right figure; what is not public yet can be kept back first.',
      },
    },
  )
}
