import { holdersInRegion, notify, settleNotices, unitDirectory, unitMembers } from '@opensti/accounts'
import type { Transaction } from '@opensti/db'
import type { ItemVerb } from '../domain/item-life.ts'
import { type ItemNews, itemNotices } from '../domain/notice-kinds.ts'
import type { ItemRow } from './store.ts'

/** What an item is called where it stands alone: its number and its title. */
export function titleOf({ year, number, title }: Pick<ItemRow, 'year' | 'number' | 'title'>): string {
  return `〔${year}〕${number}号“${title}”`
}

const newsOf: Partial<Record<ItemVerb, ItemNews>> = {
  assign: 'assigned',
  'propose-end': 'to-close',
  end: 'closed',
  'refuse-end': 'not-closed',
  reopen: 'reopened',
}

/** Tells of a move whoever has to go on, or has waited for it; `item` is as it was before. */
export async function tellMove(tx: Transaction, item: ItemRow, verb: ItemVerb): Promise<void> {
  const news = newsOf[verb]
  // What supervision was asked to look at, it has looked at now.
  if (item.state === 'ending') await settleHandedIn(tx, item)
  if (verb === 'end' || verb === 'withdraw') await settleAsked(tx, item)
  if (news) await tell(tx, item, news, item.version, {})
}

/** Supervision hears that more time is asked for. */
export function tellAsked(
  tx: Transaction,
  item: ItemRow,
  { number, untilDay }: { number: number; untilDay: string },
): Promise<void> {
  return tell(tx, item, 'time-asked', number, { until: { day: untilDay } })
}

/** The unit hears whether it has more time; `item` is as the answer left it. */
export async function tellTime(
  tx: Transaction,
  item: ItemRow,
  { number, answer }: { number: number; answer: 'granted' | 'refused' },
): Promise<void> {
  await settleNotices(tx, [newsKey(item, 'time-asked', number)])
  await tell(tx, item, `time-${answer}`, number, { until: { day: item.due_day } })
}

async function settleHandedIn(tx: Transaction, item: ItemRow): Promise<void> {
  const handedIn = await tx
    .selectFrom('supervision.entry')
    .select('number')
    .where('item_id', '=', item.id)
    .where('verb', '=', 'propose-end')
    .execute()
  await settleNotices(
    tx,
    handedIn.map(({ number }) => newsKey(item, 'to-close', number)),
  )
}

async function settleAsked(tx: Transaction, item: ItemRow): Promise<void> {
  const asked = await tx.selectFrom('supervision.extension').select('number').where('item_id', '=', item.id).execute()
  await settleNotices(
    tx,
    asked.map(({ number }) => newsKey(item, 'time-asked', number)),
  )
}

async function tell(
  tx: Transaction,
  item: ItemRow,
  news: ItemNews,
  number: number,
  more: { until?: { day: string } },
): Promise<void> {
  const unit = (await unitDirectory(tx)).find(item.lead_unit)?.name ?? { zh: item.lead_unit, en: item.lead_unit }
  await notify(tx, {
    to: await hearersOf(tx, item, news),
    kind: itemNotices[news].kind,
    params: { item: titleOf(item), unit, due: { day: item.due_day }, ...more },
    link: `/supervision/items/${item.id}`,
    key: newsKey(item, news, number),
  })
}

/** Supervision where it has to decide; else those of the owing unit who may act. */
async function hearersOf(tx: Transaction, item: ItemRow, news: ItemNews): Promise<string[]> {
  if (news === 'to-close' || news === 'time-asked') return holdersInRegion(tx, item.region_id, 'supervisor')
  const members = (await unitMembers(tx, [item.lead_unit])).get(item.lead_unit) ?? []
  return members
    .filter(({ roles }) => roles.includes('reporter') || roles.includes('unit-leader'))
    .map(({ personId }) => personId)
}

/** By this a notice about an item is known: each move has its number, and each request for time. */
function newsKey({ id }: ItemRow, news: ItemNews, number: number): string {
  return `supervision.item/${id}/${news}/${number}`
}
