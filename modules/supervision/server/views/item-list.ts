import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { PersonActor } from '@opensti/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { ItemList, ItemSummary, WantedItems } from '../../contract.ts'
import { lastSoonDay } from '../../domain/climb.ts'
import { readItems, summarise, todayIn } from './item-summaries.ts'

/** How many items a page has. */
const page = 100

/**
 * The items a person of this region may see, a page at a time: all of it for supervision and planners, for others those of
 * their units. Narrowed as she wishes; the counts say how much there is of each light.
 */
export async function getItemList(
  db: Reader,
  person: PersonActor,
  regionId: string,
  wanted: WantedItems,
): Promise<ItemList> {
  const seen = seenBy(person, regionId)
  const { days, today } = await todayIn(db, regionId)
  const light = lightOn(today, lastSoonDay(today, days))
  const narrowed = sql.join([seen, ...narrow(wanted)], sql` and `)
  const lit = wanted.light ? sql`${narrowed} and ${light} = ${wanted.light}` : narrowed
  const [rows, counts, units] = await Promise.all([
    readItems(db, lit, { from: wanted.from, limit: page + 1 }),
    countByLight(db, narrowed, light),
    wanted.from === 0 ? unitsIn(db, seen) : [],
  ])
  return {
    items: await summarise(db, { days, today }, rows.slice(0, page)),
    counts,
    next: rows.length > page ? wanted.from + page : null,
    units,
  }
}

function seenBy(person: PersonActor, regionId: string): RawBuilder<unknown> {
  const here = sql`i.region_id = ${regionId}`
  const grants = person.grants.filter((grant) => grant.regionId === regionId)
  if (grants.some(({ role }) => role === 'supervisor' || role === 'planner' || role === 'head')) return here
  const units = grants.flatMap(({ unitId }) => unitId ?? [])
  return sql`${here} and (i.lead_unit = any (${units}) or i.coop_units && ${units}::text[])`
}

function narrow({ unit, source, task, text }: WantedItems): RawBuilder<unknown>[] {
  const like = text && `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  return [
    ...(unit ? [sql`(i.lead_unit = ${unit} or ${unit} = any (i.coop_units))`] : []),
    ...(source ? [sql`i.source_kind = ${source}`] : []),
    ...(task ? [sql`i.task_id = ${task}`] : []),
    ...(like
      ? [
          sql`(i.title ilike ${like} or i.source_name ilike ${like} or '〔' || i.year || '〕' || i.number || '号' like ${like})`,
        ]
      : []),
  ]
}

/** The light of item `i`, as `standingOf` gives it. */
function lightOn(today: string, lastSoon: string): RawBuilder<ItemSummary['light']> {
  return sql`case when i.state in ('ended', 'withdrawn') then 'ended' when i.due_day < ${today} then 'overdue'
    when i.due_day <= ${lastSoon} then 'due-soon' else 'in-time' end`
}

async function countByLight(db: Reader, where: RawBuilder<unknown>, light: RawBuilder<ItemSummary['light']>) {
  const { rows } = await sql<{ light: ItemSummary['light']; count: number }>`
    select light, count(*)::int as count from (select ${light} as light from supervision.item i where ${where}) as seen
    group by light`.execute(db)
  const counts = { overdue: 0, 'due-soon': 0, 'in-time': 0, ended: 0 }
  for (const row of rows) counts[row.light] = row.count
  return counts
}

async function unitsIn(db: Reader, where: RawBuilder<unknown>): Promise<ItemList['units']> {
  const { rows } = await sql<{ unit: string }>`
    select distinct unit from supervision.item i
    cross join lateral unnest(i.lead_unit || i.coop_units) as u (unit) where ${where}`.execute(db)
  const directory = await unitDirectory(db)
  return rows
    .map(({ unit }) => unit)
    .sort()
    .map((unit) => ({ id: unit, name: directory.find(unit)?.name ?? { zh: unit, en: unit } }))
}
