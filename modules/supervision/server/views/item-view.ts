import { actorNames } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { notFound, type PersonActor } from '@opensti/kernel'
import { verbsOf } from '@opensti/workflow'
import { sql } from 'kysely'
import type { ItemView } from '../../contract.ts'
import { type ItemVerb, itemLife, sideOf } from '../../domain/item-life.ts'
import type { ItemRow } from '../store.ts'
import { readItems, summarise, todayIn } from './item-summaries.ts'

/** One item with its steps, everything said about it, and what the reader may do now. */
export async function getItemView(db: Reader, person: PersonActor, id: string): Promise<ItemView> {
  const item = await db.selectFrom('supervision.item').selectAll().where('id', '=', id).executeTakeFirst()
  if (!item) throw notFound()
  const [summary] = await summarise(db, await todayIn(db, item.region_id), await readItems(db, sql`i.id = ${id}`))
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
