import type { Reader } from '@opensti/db'
import { conflict, forbidden, notFound, type PersonActor } from '@opensti/kernel'
import { type ItemState, itemLife } from '../domain/item-life.ts'

export interface ItemRow {
  id: string
  region_id: string
  number: number
  year: number
  title: string
  source_kind: 'instruction' | 'minutes' | 'work-points' | 'proposal' | 'plan-task'
  source_name: string
  source_day: string | null
  task_id: string | null
  lead_unit: string
  coop_units: string[]
  due_day: string
  first_due: string
  state: ItemState
  version: number
}

/** @throws `not_found` (404). */
export async function getItem(db: Reader, id: string): Promise<ItemRow> {
  const row = await db.selectFrom('supervision.item').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** @throws `moved_meanwhile` (409) when someone has been first. */
export function refuseOvertaken(item: ItemRow, version: number): void {
  if (item.version === version) return
  throw conflict(
    'moved_meanwhile',
    { zh: '这件事项刚刚被别人办理过。', en: 'Someone has just moved this item.' },
    { remedy: { zh: '请刷新，看现在到了哪一步。', en: 'Reload to see where it is now.' } },
  )
}

/**
 * Files and more time are for what is under way.
 *
 * @throws `wrong_state` (409) when it is not, or no longer.
 */
export function requireUnderWay(item: ItemRow): void {
  if (item.state === 'assigned') return
  const { zh, en } = itemLife.states[item.state]
  throw conflict(
    'wrong_state',
    {
      zh: `这件督查事项现在是“${zh}”，只有办理中的事项可以这样做。`,
      en: `This item is now “${en}”; this is for items that are under way.`,
    },
    { remedy: { zh: '可能已有人先办了，请刷新后再看。', en: 'Someone may have been first. Reload and look again.' } },
  )
}

/**
 * A cooperating unit sees everything and answers for nothing.
 *
 * @throws `forbidden` (403).
 */
export function requireOwner(person: PersonActor, item: ItemRow): void {
  if (person.grants.some((grant) => grant.unitId === item.lead_unit)) return
  throw forbidden({ zh: '由承办单位办理，协办单位只能查看。', en: 'This is for the unit that owns the item.' })
}
