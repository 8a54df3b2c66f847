import { actorNames, regionWorkdays, unitDirectory } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import { verbsOf } from '@opensti/workflow'
import { sql } from 'kysely'
import type { ItemList, ItemSummary, ItemView } from '../../contract.ts'
import { standingOf } from '../../domain/climb.ts'
import { type ItemVerb, itemLife, sideOf } from '../../domain/item-life.ts'
import type { ItemRow, PersonActor } from '../store.ts'

/** The items a person of this region may see: all of it for supervision and planners, for others those of their units. */
export async function getItemList(db: Reader, person: PersonActor, regionId: string): Promise<ItemList> {
  const units = person.grants.flatMap((grant) => (grant.unitId === null ? [] : [grant.unitId]))
  const items = await summaries(
    db,
    regionId,
    overseesAll(person, regionId) ? sql`true` : sql`(lead_unit = any (${units}) or coop_units && ${units}::text[])`,
  )
  const counts = { overdue: 0, 'due-soon': 0, 'in-time': 0, ended: 0 }
  for (const item of items) counts[item.light] += 1
  return { items, counts }
}

function overseesAll(person: PersonActor, regionId: string): boolean {
  return person.grants.some((grant) => grant.regionId === regionId && ['supervisor', 'planner'].includes(grant.role))
}

async function summaries(db: Reader, regionId: string, where: ReturnType<typeof sql>): Promise<ItemSummary[]> {
  const { rows } = await sql<ItemRow & { steps: number; steps_done: number; asks: boolean }>`
    select i.*, s.steps, s.steps_done,
      exists (select from supervision.extension where item_id = i.id and answer is null and i.state = 'assigned') as asks
    from supervision.item i
    cross join lateral (
      select count(*)::int as steps, count(done_on)::int as steps_done from supervision.step where item_id = i.id
    ) as s
    where region_id = ${regionId} and ${where}
    order by (state in ('ended', 'withdrawn')), due_day, year, number
    limit 5000`.execute(db)
  const days = await regionWorkdays(db, regionId)
  const today = days.dayOf(await databaseNow(db))
  const units = await unitDirectory(db)
  const unit = (id: string) => ({ id, name: units.find(id)?.name ?? { zh: id, en: id } })
  return rows.map((row) => ({
    id: row.id,
    number: `〔${row.year}〕${row.number}号`,
    title: row.title,
    sourceKind: row.source_kind,
    sourceName: row.source_name,
    leadUnit: unit(row.lead_unit),
    coopUnits: row.coop_units.map(unit),
    dueDay: row.due_day,
    firstDue: row.first_due,
    state: row.state,
    ...standingOf({ state: row.state, dueDay: row.due_day }, today, days),
    stepsDone: row.steps_done,
    steps: row.steps,
    extensionOpen: row.asks,
  }))
}

/** One item with its steps, everything said about it, and what the reader may do now. */
export async function getItemView(db: Reader, person: PersonActor, id: string): Promise<ItemView> {
  const item = await db.selectFrom('supervision.item').selectAll().where('id', '=', id).executeTakeFirst()
  if (!item) throw notFound()
  const [summary] = await summaries(db, item.region_id, sql`id = ${id}`)
  if (!summary) throw notFound()
  const steps = await db
    .selectFrom('supervision.step')
    .select(['title', 'due_day', 'done_on'])
    .where('item_id', '=', id)
    .orderBy('position')
    .execute()
  const extensions = await extensionViews(db, id)
  return {
    ...summary,
    regionId: item.region_id,
    version: item.version,
    sourceDay: item.source_day,
    taskId: item.task_id,
    stepList: steps.map((step) => ({ title: step.title, dueDay: step.due_day, doneOn: step.done_on })),
    entries: await entryViews(db, id),
    extensions,
    evidence: await evidenceViews(db, id),
    verbs: verbsFor(
      person,
      item,
      extensions.some((one) => one.answer === null),
    ),
  }
}

const nobody = { zh: '', en: '' }

async function entryViews(db: Reader, id: string): Promise<ItemView['entries']> {
  const rows = await db
    .selectFrom('supervision.entry')
    .selectAll()
    .where('item_id', '=', id)
    .orderBy('number')
    .execute()
  const people = await actorNames(
    db,
    rows.map((row) => row.person_id),
  )
  return rows.map((row) => ({
    verb: row.verb,
    name: itemLife.moves[row.verb as ItemVerb]?.names ?? { zh: '同意延期', en: 'grant more time' },
    text: row.text,
    by: people.get(row.person_id) ?? nobody,
    at: row.at.toISOString(),
  }))
}

async function extensionViews(db: Reader, id: string): Promise<ItemView['extensions']> {
  const rows = await db
    .selectFrom('supervision.extension')
    .selectAll()
    .where('item_id', '=', id)
    .orderBy('number')
    .execute()
  const people = await actorNames(
    db,
    rows.flatMap((row) => [row.asked_by, ...(row.answered_by ? [row.answered_by] : [])]),
  )
  return rows.map((row) => ({
    number: row.number,
    untilDay: row.until_day,
    reason: row.reason,
    by: people.get(row.asked_by) ?? nobody,
    askedAt: row.asked_at.toISOString(),
    answer: row.answer,
    answeredBy: row.answered_by === null ? null : (people.get(row.answered_by) ?? nobody),
    answerReason: row.answer_reason,
  }))
}

async function evidenceViews(db: Reader, id: string): Promise<ItemView['evidence']> {
  const rows = await db
    .selectFrom('supervision.evidence')
    .select(['id', 'file_name', 'size', 'added_at'])
    .where('item_id', '=', id)
    .orderBy('added_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    size: row.size,
    addedAt: row.added_at.toISOString(),
  }))
}

/** What she may do now, for buttons. The policy table and the moves decide again when she does it. */
function verbsFor(person: PersonActor, item: ItemRow, asked: boolean): ItemView['verbs'] {
  const oversees = person.grants.some((grant) => grant.role === 'supervisor' && grant.regionId === item.region_id)
  const owns = person.grants.some(
    (grant) => grant.unitId === item.lead_unit && ['reporter', 'unit-leader'].includes(grant.role),
  )
  const leads = person.grants.some((grant) => grant.unitId === item.lead_unit && grant.role === 'unit-leader')
  const verbs: ItemView['verbs'] = verbsOf(itemLife, item.state).filter((verb) =>
    sideOf[verb] === 'owner' ? owns : oversees,
  )
  if (item.state !== 'assigned') return verbs
  if (owns) verbs.push('add-evidence')
  if (leads && !asked) verbs.push('ask-extension')
  if (oversees && asked) verbs.push('answer-extension')
  return verbs
}
