import { actorNames, regionWorkdays, unitDirectory } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import type { Bilingual, PersonActor } from '@opensti/kernel'
import { notFound } from '@opensti/kernel'
import { indicatorNames } from '@opensti/plans'
import type { EntryView, MoveView, RequestView } from '../../contract.ts'
import { mayAct, stepOf } from '../../domain/chain.ts'
import { periodBefore } from '../../domain/periods.ts'
import { type RequestVerb, requestLife } from '../../domain/request-life.ts'
import { remindersOf } from '../reminders/past-reminders.ts'
import { hindranceOf, ownDeed } from '../separate-hands.ts'
import { chainOf, countersignersLeft, delegationsIn, getRequest, type RequestRow, rolesIn } from '../store.ts'
import { requestSummaries } from './summaries.ts'
import { wayOf } from './way.ts'

/** One return with its cells, its history, and what the reader may do with it now. */
export async function getRequestView(db: Reader, person: PersonActor, id: string): Promise<RequestView> {
  const request = await getRequest(db, id)
  const [summary] = await requestSummaries(db, { ids: [id], limit: 1 })
  if (!summary) throw notFound()
  const cycle = await db
    .selectFrom('reporting.cycle')
    .select(['frequency', 'lead_unit'])
    .where('region_id', '=', request.region_id)
    .where('code', '=', request.cycle_code)
    .executeTakeFirstOrThrow()
  const units = await unitDirectory(db)
  const unit = (unitId: string) => ({ id: unitId, name: units.find(unitId)?.name ?? { zh: unitId, en: unitId } })
  const earlier = { before: periodBefore(cycle.frequency, request.period), yearBefore: yearBefore(request.period) }
  const turn = await turnOf(db, person, request, cycle.lead_unit)
  return {
    ...summary,
    reason: request.reason,
    leadUnit: unit(cycle.lead_unit),
    earlier,
    way: await wayOf(db, request, summary, unit(cycle.lead_unit), unit),
    entries: await entryViews(db, request, earlier, unit),
    moves: await moveViews(db, id, (unitId) => unit(unitId).name),
    reminders: (await remindersOf(db, [id])).get(id) ?? [],
    attachments: await attachmentViews(db, id),
    acts: turn.acts,
    hindrance: turn.hindrance,
    mayWrite: turn.mayWrite,
    mayCorrect:
      request.state === 'locked' &&
      rolesIn(person, request.unit_id).includes('reporter') &&
      !(await correctionUnderWay(db, request)),
  }
}

/** A correction of this return that has not been locked yet: another one waits for it. */
async function correctionUnderWay(db: Reader, request: RequestRow): Promise<boolean> {
  const found = await db
    .selectFrom('reporting.request')
    .select('id')
    .where('region_id', '=', request.region_id)
    .where('cycle_code', '=', request.cycle_code)
    .where('period', '=', request.period)
    .where('unit_id', '=', request.unit_id)
    .where('state', '<>', 'locked')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

export type UnitOf = (id: string) => { id: string; name: Bilingual }

/** The same period of the year before. */
const yearBefore = (period: string) => String(Number(period.slice(0, 4)) - 1) + period.slice(4)

async function entryViews(
  db: Reader,
  request: RequestRow,
  periods: RequestView['earlier'],
  unit: UnitOf,
): Promise<EntryView[]> {
  const entries = await db
    .selectFrom('reporting.entry as e')
    .leftJoin('reporting.cycle_line as l', (join) =>
      join
        .onRef('l.indicator_code', '=', 'e.indicator_code')
        .onRef('l.nature', '=', 'e.nature')
        .on('l.region_id', '=', request.region_id)
        .on('l.cycle_code', '=', request.cycle_code)
        .on('l.unit_id', '=', request.unit_id),
    )
    .selectAll('e')
    .select('l.countersigners')
    .where('e.request_id', '=', request.id)
    .orderBy('e.position')
    .execute()
  const names = await indicatorNames(
    db,
    entries.map((entry) => entry.indicator_code),
  )
  const earlier = await lockedFigures(db, request, [periods.before, periods.yearBefore])
  return entries.map((entry) => {
    const key = `${entry.indicator_code} ${entry.nature}`
    const indicator = names.get(entry.indicator_code)
    return {
      indicatorId: entry.indicator_code,
      indicator: indicator?.name ?? { zh: entry.indicator_code, en: entry.indicator_code },
      definition: indicator?.definition ?? null,
      nature: entry.nature,
      figureKind: entry.figure_kind,
      unit: entry.unit,
      value: entry.value,
      absentReason: entry.absent_reason,
      note: entry.note,
      version: entry.version,
      before: earlier.get(`${periods.before} ${key}`) ?? null,
      yearBefore: earlier.get(`${periods.yearBefore} ${key}`) ?? null,
      countersigners: (entry.countersigners ?? []).map(unit),
    }
  })
}

/** Figures of the same unit and cycle in other periods, as last locked. */
async function lockedFigures(
  db: Reader,
  request: RequestRow,
  periods: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('reporting.entry as e')
    .innerJoin('reporting.request as r', 'r.id', 'e.request_id')
    .select(['r.period', 'e.indicator_code', 'e.nature', 'e.value'])
    .where('r.region_id', '=', request.region_id)
    .where('r.cycle_code', '=', request.cycle_code)
    .where('r.unit_id', '=', request.unit_id)
    .where('r.period', 'in', periods)
    .where('r.state', '=', 'locked')
    .orderBy('r.number')
    .execute()
  const last = new Map(rows.map((row) => [`${row.period} ${row.indicator_code} ${row.nature}`, row.value]))
  return new Map([...last].flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])))
}

async function moveViews(db: Reader, id: string, unitName: (id: string) => Bilingual): Promise<MoveView[]> {
  const rows = await db
    .selectFrom('reporting.move')
    .selectAll()
    .where('request_id', '=', id)
    .orderBy('number')
    .execute()
  const people = await actorNames(
    db,
    rows.flatMap((row) => [row.person_id, ...(row.on_behalf_of ? [row.on_behalf_of] : [])]),
  )
  return rows.map((row) => ({
    verb: row.verb,
    name: deedName(row.verb as RequestVerb, row.from_state),
    by: people.get(row.person_id) ?? nobody,
    onBehalfOf: row.on_behalf_of === null ? null : (people.get(row.on_behalf_of) ?? nobody),
    unit: row.unit_id === null ? null : unitName(row.unit_id),
    reason: row.reason,
    at: row.at.toISOString(),
  }))
}

const nobody: Bilingual = { zh: '', en: '' }

/** What somebody did, as the office calls it: passing on is checking, signing or countersigning, by where it was. */
function deedName(verb: RequestVerb, from: string): Bilingual {
  const passes = verb === 'to-check' || verb === 'to-sign' || verb === 'to-countersign' || verb === 'submit'
  return (passes ? passed[from] : undefined) ?? { zh: requestLife.moves[verb].names.zh, en: past[verb] }
}

const passed: Record<string, Bilingual> = {
  checking: { zh: '审核通过', en: 'checked' },
  signing: { zh: '签发', en: 'signed' },
  countersigning: { zh: '会签', en: 'countersigned' },
}

const past: Record<RequestVerb, string> = {
  'to-check': 'handed in for checking',
  'to-sign': 'handed in for signing',
  'to-countersign': 'sent for countersigning',
  submit: 'submitted',
  withdraw: 'taken back',
  'send-back': 'sent back',
  accept: 'collated',
  return: 'returned for completion',
  lock: 'locked',
}

async function attachmentViews(db: Reader, id: string): Promise<RequestView['attachments']> {
  const rows = await db
    .selectFrom('reporting.attachment')
    .select(['id', 'file_name', 'size', 'indicator_code', 'added_at', 'added_by', 'removed_at', 'removed_by'])
    .where('request_id', '=', id)
    .orderBy('added_at')
    .execute()
  const people = await actorNames(
    db,
    rows.flatMap((row) => [row.added_by, ...(row.removed_by ? [row.removed_by] : [])]),
  )
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    size: row.size,
    indicatorId: row.indicator_code,
    addedAt: row.added_at.toISOString(),
    addedBy: people.get(row.added_by) ?? nobody,
    removed: row.removed_at && {
      at: row.removed_at.toISOString(),
      by: people.get(row.removed_by ?? '') ?? nobody,
    },
  }))
}

/** What she may do now. The same questions are asked again, in the transaction, when she does it. */
async function turnOf(
  db: Reader,
  person: PersonActor,
  request: RequestRow,
  leadUnit: string,
): Promise<Pick<RequestView, 'acts' | 'mayWrite' | 'hindrance'>> {
  const hindrance = null
  if (request.state === 'submitted' || request.state === 'accepted') {
    const leads = person.grants.some(
      (grant) =>
        grant.role === 'planner' &&
        grant.regionId === request.region_id &&
        (grant.unitId === null || grant.unitId === leadUnit),
    )
    if (!leads) return { acts: [], mayWrite: false, hindrance }
    return { acts: request.state === 'submitted' ? ['accept', 'return'] : ['return'], mayWrite: false, hindrance }
  }
  const today = (await regionWorkdays(db, request.region_id)).dayOf(await databaseNow(db))
  const may = async (unitId: string, at: 'here' | 'last') => {
    const chain = await chainOf(db, unitId)
    const step = at === 'last' ? chain.at(-1) : stepOf(chain, request.state, request.step)
    const asked = { personId: person.personId, roles: rolesIn(person, unitId) }
    return step !== undefined && step !== null && mayAct(step, asked, await delegationsIn(db, unitId), today) !== null
  }
  if (request.state === 'countersigning') {
    const left = await countersignersLeft(db, request)
    const own = left.find((unitId) => person.grants.some((grant) => grant.unitId === unitId))
    return { acts: own && (await may(own, 'last')) ? ['pass-on', 'send-back'] : [], mayWrite: false, hindrance }
  }
  const here = await may(request.unit_id, 'here')
  if (request.state === 'preparing') return { acts: here ? ['pass-on'] : [], mayWrite: here, hindrance }
  const deed = here ? await ownDeed(db, person.personId, request) : null
  const acts: RequestView['acts'] = here ? [...(deed ? [] : ['pass-on' as const]), 'send-back'] : []
  if (await handedInBy(db, request.id, person.personId)) acts.push('withdraw')
  return { acts, mayWrite: false, hindrance: deed && hindranceOf(deed) }
}

async function handedInBy(db: Reader, id: string, personId: string): Promise<boolean> {
  const last = await db
    .selectFrom('reporting.move')
    .select(['person_id', 'from_state'])
    .where('request_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.person_id === personId && last.from_state === 'preparing'
}
