import { regionWorkdays } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import {
  type Actor,
  conflict,
  type Day,
  dayAfter,
  forbidden,
  type PersonActor,
  personOf,
  unprocessable,
} from '@opensti/kernel'
import { stateAfter } from '@opensti/workflow'
import type { MoveRequest } from '../contract.ts'
import { nextMove } from '../domain/chain.ts'
import { type RequestState, type RequestVerb, requestLife } from '../domain/request-life.ts'
import { settleReminders } from './reminders/tell-of-return.ts'
import { requireStep, requireTurn } from './require-turn.ts'
import { requireOtherHand } from './separate-hands.ts'
import { chainOf, countersignersLeft, getRequest, type RequestRow } from './store.ts'
import { tellOfMove } from './tell-of-move.ts'

/** A move as it is asked for; only a return for completion has a day. */
export type WantedMove = Omit<MoveRequest, 'completeBy'> & Partial<Pick<MoveRequest, 'completeBy'>>

/** How long completing takes when nothing else is said, in working days, and how many days ahead it may lie at most. */
const completionDays = 3
const completionMost = 92

/** One move about to be made: its verb, the step it leads to, and who makes it for whom. */
interface Made {
  verb: RequestVerb
  step: number
  unitId: string | null
  onBehalfOf: string | null
}

/**
 * Moves a return along: inside its unit by the unit's chain, through countersigning, to the lead bureau and back.
 *
 * @throws `moved_meanwhile` (409) when someone was first; `wrong_state` (409); `cells_empty` (422) when figures are missing
 *   without a reason; `reason_missing` (422); `complete_by_wrong` (422); `forbidden` (403) when it is somebody else's turn; `same_hand` (409) when
 *   she had a hand in this round of it already.
 */
export async function moveRequest(
  db: Database,
  actor: Actor,
  requestRef: string,
  wanted: WantedMove,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'reporting.move-request', async (tx) => {
    const request = await getRequest(tx, requestRef)
    const { verb, to } = await makeMove(tx, person, request, wanted, await databaseNow(tx))
    await tellOfMove(tx, person, request.id, { verb, from: request.state, reason: wanted.reason })
    await recordAudit(tx, {
      actor,
      action: 'reporting.move-request',
      region: request.region_id,
      object: { kind: 'return', id: request.id },
      requestId,
      detail: { verb, from: request.state, to },
    })
  })
}

/** The move itself, inside the caller's write. Only the invented past of a demonstration has another moment than now. */
export async function makeMove(
  tx: Transaction,
  person: PersonActor,
  request: RequestRow,
  { act, version, reason, completeBy = null }: WantedMove,
  at: Date,
): Promise<{ verb: RequestVerb; to: RequestState }> {
  if (request.version !== version) throw movedMeanwhile()
  const made = await decide(tx, person, request, act)
  const state = stateAfter(requestLife, request.state, made.verb, reason)
  await tx
    .updateTable('reporting.request')
    .set({
      state,
      step: made.step,
      version: version + 1,
      // Returned for completion does not make it late: what counts is when it first came.
      submitted_at: request.submitted_at ?? (state === 'submitted' ? at : null),
      complete_by: await completeByAfter(tx, request, made.verb, { completeBy, at }),
    })
    .where('id', '=', request.id)
    .execute()
  await tx
    .insertInto('reporting.move')
    .values({
      request_id: request.id,
      number: version,
      verb: made.verb,
      from_state: request.state,
      to_state: state,
      unit_id: made.unitId,
      person_id: person.personId,
      on_behalf_of: made.onBehalfOf,
      reason: reason || null,
      at,
    })
    .execute()
  await settleReminders(tx, request.id)
  return { verb: made.verb, to: state }
}

/** Until when a return is to be completed once this move is made: it is said on returning, and over once it has come again. */
async function completeByAfter(
  tx: Transaction,
  request: RequestRow,
  verb: RequestVerb,
  { completeBy, at }: { completeBy: Day | null; at: Date },
): Promise<Day | null> {
  if (verb === 'submit') return null
  if (verb !== 'return') return request.complete_by
  const days = await regionWorkdays(tx, request.region_id)
  const today = days.dayOf(at)
  if (completeBy === null) return days.nth(completionDays, dayAfter(today))
  if (completeBy < today || completeBy > dayAfter(today, completionMost)) throw completeByWrong()
  return completeBy
}

function completeByWrong() {
  return unprocessable(
    'complete_by_wrong',
    { zh: '补报期限应在今天以后的三个月内。', en: 'It is to be completed within three months from today.' },
    { details: [{ message: { zh: '日期不对。', en: 'The day is wrong.' }, place: { field: 'completeBy' } }] },
  )
}

async function decide(
  tx: Transaction,
  person: PersonActor,
  request: RequestRow,
  act: MoveRequest['act'],
): Promise<Made> {
  switch (act) {
    case 'pass-on':
      return request.state === 'countersigning' ? countersign(tx, person, request) : passOn(tx, person, request)
    case 'send-back':
      return request.state === 'countersigning'
        ? { ...(await countersigner(tx, person, request)), verb: 'send-back', step: 0 }
        : { verb: 'send-back', step: 0, unitId: request.unit_id, onBehalfOf: await requireTurn(tx, person, request) }
    case 'withdraw':
      return withdraw(tx, person, request)
    case 'accept':
    case 'return':
      await requireLead(tx, person, request)
      return { verb: act, step: act === 'return' ? 0 : request.step, unitId: null, onBehalfOf: null }
  }
}

/** To the next step of the unit's chain, or out of the unit when the chain is through. */
async function passOn(tx: Transaction, person: PersonActor, request: RequestRow): Promise<Made> {
  const onBehalfOf = await requireTurn(tx, person, request)
  await requireOtherHand(tx, person.personId, request)
  if (request.state === 'preparing') await refuseEmptyCells(tx, request.id)
  const chain = await chainOf(tx, request.unit_id)
  const inside = chain[request.step + 1] !== undefined
  const next = nextMove(chain, request.step, inside ? 0 : (await countersignersLeft(tx, request)).length)
  return { ...next, unitId: request.unit_id, onBehalfOf }
}

/** One of the units asked to countersign; the last of them submits. */
async function countersign(tx: Transaction, person: PersonActor, request: RequestRow): Promise<Made> {
  const { unitId, onBehalfOf } = await countersigner(tx, person, request)
  const left = await countersignersLeft(tx, request)
  return { verb: left.length > 1 ? 'to-countersign' : 'submit', step: request.step, unitId, onBehalfOf }
}

/** The unit she countersigns for: one that is asked, has not signed yet, and where the last step of the chain is hers. */
async function countersigner(tx: Transaction, person: PersonActor, request: RequestRow) {
  const left = await countersignersLeft(tx, request)
  const own = left.find((unit) => person.grants.some((grant) => grant.unitId === unit))
  if (!own) {
    throw forbidden({
      zh: '这份报表没有请您的单位会签，或者已经签过。',
      en: 'Your unit is not asked to countersign this return, or has signed already.',
    })
  }
  const last = (await chainOf(tx, own)).at(-1)
  return { unitId: own, onBehalfOf: last ? await requireStep(tx, person, request, own, last) : null }
}

/** Whoever handed it in may take it back as long as nobody has acted on it since. */
async function withdraw(tx: Transaction, person: PersonActor, request: RequestRow): Promise<Made> {
  const last = await tx
    .selectFrom('reporting.move')
    .select(['person_id', 'on_behalf_of', 'from_state'])
    .where('request_id', '=', request.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.person_id !== person.personId || last.from_state !== 'preparing') {
    throw forbidden({
      zh: '只有刚提交的人能撤回，而且下一步还没有人办理。',
      en: 'Only whoever has just handed it in can take it back, before anyone acts on it.',
    })
  }
  return { verb: 'withdraw', step: 0, unitId: request.unit_id, onBehalfOf: last.on_behalf_of }
}

/** The lead bureau collates; in other hands, even a planner's, its equal's figures are not moved. */
async function requireLead(tx: Transaction, person: PersonActor, request: RequestRow): Promise<void> {
  const cycle = await tx
    .selectFrom('reporting.cycle')
    .select('lead_unit')
    .where('region_id', '=', request.region_id)
    .where('code', '=', request.cycle_code)
    .executeTakeFirstOrThrow()
  const planner = person.grants.some(
    (grant) =>
      grant.role === 'planner' &&
      grant.regionId === request.region_id &&
      (grant.unitId === null || grant.unitId === cycle.lead_unit),
  )
  if (!planner) {
    throw forbidden({ zh: '由汇总单位的规划人员办理。', en: 'This is for the planners of the lead bureau.' })
  }
}

async function refuseEmptyCells(tx: Transaction, requestRef: string): Promise<void> {
  const empty = await tx
    .selectFrom('reporting.entry')
    .select(['indicator_code', 'position'])
    .where('request_id', '=', requestRef)
    .where('value', 'is', null)
    .where('absent_reason', 'is', null)
    .orderBy('position')
    .execute()
  if (empty.length === 0) return
  throw unprocessable(
    'cells_empty',
    {
      zh: `还有${empty.length}格没有填，也没有说明为什么没有数。`,
      en: `${empty.length} cells have neither a figure nor a reason why there is none.`,
    },
    {
      details: empty.map((row) => ({
        message: { zh: '这一格是空的。', en: 'This cell is empty.' },
        place: { field: row.indicator_code },
      })),
      remedy: { zh: '请填数，或写明没有数的原因。', en: 'Give the figure, or say why there is none.' },
    },
  )
}

function movedMeanwhile() {
  return conflict(
    'moved_meanwhile',
    { zh: '这份报表刚刚被别人办理过。', en: 'Someone has just moved this return.' },
    { remedy: { zh: '请刷新，看现在到了哪一步。', en: 'Reload to see where it is now.' } },
  )
}
