import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { type LedgerFigure, ledgerFigures } from '@opensti/plans'
import type { ShareView } from '../../contract-decomposition.ts'
import type { ShareRow } from '../store.ts'

/**
 * The latest figure of the ledger for each share: for a region its own figure, for a district government what it has
 * reported. A department reports for the whole region, so nothing of the ledger speaks of its share alone.
 */
export async function progressOf(
  db: Reader,
  shares: readonly (ShareRow & { indicator_code: string })[],
): Promise<(share: ShareRow & { indicator_code: string }) => ShareView['progress']> {
  const figures = await ledgerFigures(db, {
    regionIds: shares.map((share) => share.receiver_region),
    indicatorCodes: shares.map((share) => share.indicator_code),
  })
  const directory = await unitDirectory(db)
  const speaks = (figure: LedgerFigure, share: ShareRow) =>
    share.receiver_unit === null
      ? !figure.isPart && (figure.reportedBy === null || directory.find(figure.reportedBy)?.level !== 'district')
      : figure.reportedBy === share.receiver_unit && directory.find(share.receiver_unit)?.level === 'district'
  return (share) => {
    const figure = figures.find(
      (one) =>
        one.regionId === share.receiver_region && one.indicatorCode === share.indicator_code && speaks(one, share),
    )
    if (!figure) return null
    const { value, unit, period, nature, vintage } = figure
    return { value, unit, period, nature, vintage }
  }
}
