import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { latestFigures } from '@opensti/plans'
import type { ShareView } from '../../contract-decomposition.ts'
import type { ShareRow } from '../store.ts'

type AskedShare = ShareRow & { indicator_code: string }

/**
 * The latest figure of the ledger for each share, by its id: for a region its own figure, for a district government what it has
 * reported. A department reports for the whole region, so nothing of the ledger speaks of its share alone.
 */
export async function progressOf(
  db: Reader,
  shares: readonly AskedShare[],
): Promise<ReadonlyMap<string, NonNullable<ShareView['progress']>>> {
  const directory = await unitDirectory(db)
  const speaks = shares.filter(({ receiver_unit: unit }) => unit === null || directory.find(unit)?.level === 'district')
  const regionIds = new Set(speaks.map((share) => share.receiver_region))
  const districts = [...regionIds].flatMap((id) => directory.inRegion(id).filter(({ level }) => level === 'district'))
  const figures = await latestFigures(
    db,
    speaks.map((share) => ({
      regionId: share.receiver_region,
      indicatorCode: share.indicator_code,
      reportedBy: share.receiver_unit,
    })),
    districts.map(({ id }) => id),
  )
  return new Map(
    speaks.flatMap(({ id }, at) => {
      const figure = figures[at]
      return figure ? [[id, figure] as const] : []
    }),
  )
}
