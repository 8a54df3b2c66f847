import { actorNames, notify, regionWorkdays, settleNotices, unitDirectory, unitMembers } from '@opensti/accounts'
import { databaseNow, type Reader, type Transaction } from '@opensti/db'
import type { Bilingual, PersonActor } from '@opensti/kernel'
import { formatDate } from '@opensti/ui'
import { mayAct, stepOf } from '../domain/chain.ts'
import { reportingNotices } from '../domain/notice-kinds.ts'
import { type RequestState, type RequestVerb, requestLife } from '../domain/request-life.ts'
import { chainOf, countersignersLeft, delegationsIn, getRequest, type RequestRow } from './store.ts'

/** A move that was made: from where, by whom, with what reason. */
interface Made {
  verb: RequestVerb
  from: RequestState
  reason: string | null
}

/** Tells those to whom a return has come, and those who sent it what became of it. What was told of earlier moves is settled. */
export async function tellOfMove(tx: Transaction, person: PersonActor, id: string, made: Made): Promise<void> {
  const request = await getRequest(tx, id)
  await settleNotices(
    tx,
    Array.from({ length: request.version - 1 }, (_, number) => moveKey(id, number)),
  )
  const kind = kindOf(made, request.state)
  if (!kind) return
  const people = kind === reportingNotices.accepted ? await preparersOf(tx, request) : await holdersOf(tx, request)
  await notify(tx, {
    to: people.filter((personId) => personId !== person.personId),
    kind: kind.kind,
    params: { ...(await paramsOf(tx, person, request)), reason: withDay(made, request.complete_by) },
    link: `/reporting/returns/${id}`,
    key: moveKey(id, request.version - 1),
  })
}

/** Tells of a correction that was opened: whose turn it is, who leads the unit, and the bureau that collates. */
export async function tellOfCorrection(
  tx: Transaction,
  person: PersonActor,
  { id, reason, leadUnit }: { id: string; reason: string; leadUnit: string },
): Promise<void> {
  const request = await getRequest(tx, id)
  const members = await unitMembers(tx, [request.unit_id, leadUnit])
  const withRole = (unitId: string, role: string) =>
    (members.get(unitId) ?? []).filter(({ roles }) => roles.includes(role)).map(({ personId }) => personId)
  const to = [
    ...(await holdersOf(tx, request)),
    ...withRole(request.unit_id, 'unit-leader'),
    ...withRole(leadUnit, 'planner'),
  ]
  await notify(tx, {
    to: to.filter((personId) => personId !== person.personId),
    kind: reportingNotices.correction.kind,
    params: { ...(await paramsOf(tx, person, request)), reason },
    link: `/reporting/returns/${id}`,
    key: `reporting.correction/${id}`,
  })
}

/** Tells somebody that she stands in for a colleague, or that a colleague's steps are hers from now on. */
export async function tellOfSteps(
  tx: Transaction,
  told: {
    kind: 'delegated' | 'handedOver'
    to: string
    from: string
    unitId: string
    untilDay?: string
    /** Says the occasion: nobody is told of it twice. */
    key: string
  },
): Promise<void> {
  const names = await actorNames(tx, [told.from])
  await notify(tx, {
    to: [told.to],
    kind: reportingNotices[told.kind].kind,
    params: {
      from: names.get(told.from) ?? { zh: '', en: '' },
      unit: await unitName(tx, told.unitId),
      ...(told.untilDay && { until: { day: told.untilDay } }),
    },
    link: `/reporting/${told.unitId.replace('/', '/units/')}`,
    key: told.key,
  })
}

/** The reason, and until when the lead bureau wants the return again. */
function withDay({ verb, reason }: Made, completeBy: string | null): Bilingual | string {
  if (verb !== 'return' || completeBy === null) return reason ?? ''
  return {
    zh: `${reason}（请于${formatDate(completeBy, 'zh')}前补报）`,
    en: `${reason} (to be completed by ${formatDate(completeBy, 'en')})`,
  }
}

const moveKey = (id: string, number: number) => `reporting.move/${id}/${number}`

function kindOf({ verb, from }: Made, state: RequestState) {
  if (verb === 'send-back' || verb === 'return') return reportingNotices.sentBack
  if (verb === 'accept') return reportingNotices.accepted
  // Several units are asked to countersign at once, and told at once.
  const arrives = state === 'checking' || state === 'signing' || (state === 'countersigning' && from !== state)
  return arrives ? reportingNotices.arrived : null
}

/** Those who may act on a return where it is now, in whichever unit, whoever stands in included. */
async function holdersOf(db: Reader, request: RequestRow): Promise<string[]> {
  if (request.state === 'countersigning') {
    const people: string[] = []
    for (const unitId of await countersignersLeft(db, request)) people.push(...(await atStep(db, request, unitId)))
    return people
  }
  return atStep(db, request, request.unit_id)
}

/** Those who prepare the returns of a unit: what became of one is told to them. */
function preparersOf(db: Reader, request: RequestRow): Promise<string[]> {
  return atStep(db, { ...request, state: 'preparing', step: 0 }, request.unit_id)
}

async function atStep(db: Reader, request: RequestRow, unitId: string): Promise<string[]> {
  const chain = await chainOf(db, unitId)
  const step = request.state === 'countersigning' ? chain.at(-1) : stepOf(chain, request.state, request.step)
  if (!step) return []
  const today = (await regionWorkdays(db, request.region_id)).dayOf(await databaseNow(db))
  const delegations = await delegationsIn(db, unitId)
  const members = (await unitMembers(db, [unitId])).get(unitId) ?? []
  return members.filter((member) => mayAct(step, member, delegations, today) !== null).map(({ personId }) => personId)
}

async function paramsOf(db: Reader, person: PersonActor, request: RequestRow) {
  const cycle = await db
    .selectFrom('reporting.cycle')
    .select('names')
    .where('region_id', '=', request.region_id)
    .where('code', '=', request.cycle_code)
    .executeTakeFirstOrThrow()
  const names = await actorNames(db, [person.personId])
  return {
    by: names.get(person.personId) ?? { zh: person.name, en: person.name },
    unit: await unitName(db, request.unit_id),
    cycle: cycle.names as Bilingual,
    period: { period: request.period },
    due: { day: (await regionWorkdays(db, request.region_id)).dayOf(request.due_at) },
    step: requestLife.states[request.state],
  }
}

async function unitName(db: Reader, unitId: string): Promise<Bilingual> {
  return (await unitDirectory(db)).find(unitId)?.name ?? { zh: unitId, en: unitId }
}
