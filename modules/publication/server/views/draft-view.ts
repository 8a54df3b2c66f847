import type { Reader } from '@opensti/db'
import { lockedPeriods } from '@opensti/reporting'
import type { ReleaseDraft } from '../../contract.ts'
import { figuresToRelease, papersToRelease, textsOf } from '../contents.ts'
import { findingsIn } from '../gate.ts'
import { withContents } from '../publishable.ts'
import { figureView, findingView, paperView } from './figure-views.ts'

/** How many periods are offered, the latest first. */
const shown = 24

/** What could be released, and of one period exactly what would become public beside what is public now. */
export async function getReleaseDraft(
  db: Reader,
  regionId: string,
  place: { cycle: string; period: string } | null,
): Promise<ReleaseDraft> {
  const periods = (await lockedPeriods(db, regionId)).slice(0, shown)
  const figures = place === null ? [] : await figuresToRelease(db, { regionId, ...place })
  const papers = await withContents(db, await papersToRelease(db, regionId))
  const offers: ReleaseDraft['periods'] = []
  for (const one of periods) {
    const waiting = await figuresToRelease(db, { regionId, cycle: one.cycle.code, period: one.period })
    offers.push({
      cycle: one.cycle,
      period: one.period,
      leadUnit: one.leadUnit,
      returns: one.returns,
      locked: one.locked,
      lockedAt: one.lockedAt.toISOString(),
      waiting: waiting.length,
    })
  }
  return {
    periods: offers,
    figures: figures.map(figureView),
    papers: papers.map(paperView),
    findings: (await findingsIn(db, regionId, textsOf(null, figures, papers))).map(findingView),
  }
}
