import { holdersInRegion, listRegions, notify, settleNotices, unitDirectory, unitMembers } from '@opensti/accounts'
import type { Transaction } from '@opensti/db'
import { indicatorNames } from '@opensti/plans'
import { assessmentNotices } from '../domain/notice-kinds.ts'
import { type DecompositionRow, getDecomposition, type ShareRow, sharesOf } from './store.ts'

/** Every receiver hears of its own share and of no other: a region’s planners, a unit’s leaders. */
export async function tellShares(tx: Transaction, row: DecompositionRow): Promise<void> {
  for (const share of await sharesOf(tx, row.id))
    await notify(tx, {
      to: await receiversPeople(tx, share),
      kind: assessmentNotices.shared.kind,
      params: {
        ...(await paramsOf(tx, row, share)),
        from: await regionName(tx, row.region_id),
      },
      link: '/decomposition',
      key: shareKey(share.id),
    })
}

/** Whoever shared out hears that a receiver objects. */
export async function tellObjected(tx: Transaction, shareId: string): Promise<void> {
  const share = await tx.selectFrom('assessment.share').selectAll().where('id', '=', shareId).executeTakeFirstOrThrow()
  const row = await getDecomposition(tx, share.decomposition_id)
  await notify(tx, {
    to: await holdersInRegion(tx, row.region_id, 'planner'),
    kind: assessmentNotices.objected.kind,
    params: await paramsOf(tx, row, share),
    link: `/decomposition/${row.id}`,
    key: `${shareKey(shareId)}/objection`,
  })
}

/** The share is confirmed, or replaced by another: nobody needs to look at what was told of it. */
export function settleShares(tx: Transaction, shareIds: readonly string[]): Promise<void> {
  return settleNotices(
    tx,
    shareIds.flatMap((id) => [shareKey(id), `${shareKey(id)}/objection`]),
  )
}

async function receiversPeople(tx: Transaction, share: ShareRow): Promise<string[]> {
  if (share.receiver_unit === null) return holdersInRegion(tx, share.receiver_region, 'planner')
  const members = (await unitMembers(tx, [share.receiver_unit])).get(share.receiver_unit) ?? []
  return members.filter(({ roles }) => roles.includes('unit-leader')).map(({ personId }) => personId)
}

async function paramsOf(tx: Transaction, row: DecompositionRow, share: ShareRow) {
  const code = row.indicator_code
  const receiver =
    share.receiver_unit === null
      ? await regionName(tx, share.receiver_region)
      : ((await unitDirectory(tx)).find(share.receiver_unit)?.name ?? both(share.receiver_unit))
  return {
    indicator: (await indicatorNames(tx, [code])).get(code)?.name ?? both(code),
    receiver,
    year: row.year,
  }
}

async function regionName(tx: Transaction, id: string) {
  return (await listRegions(tx)).find((one) => one.id === id)?.name ?? both(id)
}

const both = (text: string) => ({ zh: text, en: text })
const shareKey = (id: string) => `assessment.share/${id}`
