import { actorNames, unitMembers } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import type { RequestSummary, WayStep } from '../../contract.ts'
import { type ChainStep, usualChain } from '../../domain/chain.ts'
import type { RequestState } from '../../domain/request-life.ts'
import { countersignersLeft, type RequestRow } from '../store.ts'
import type { UnitOf } from './request-view.ts'
import { chainsOf, peopleAt } from './summaries.ts'

/** The way of a return from its reporter to the lock, with who takes each step and where it stands now. */
export async function wayOf(
  db: Reader,
  request: RequestRow,
  { heldBy }: Pick<RequestSummary, 'heldBy'>,
  leadUnit: WayStep['unit'],
  unit: UnitOf,
): Promise<WayStep[]> {
  const asked = await askedToCountersign(db, request)
  const units = [request.unit_id, ...asked]
  const [members, chains] = [await unitMembers(db, [...units, leadUnit.id]), await chainsOf(db, units)]
  const chainOf = (id: string) => chains.get(id) ?? usualChain
  const people = (id: string, step: ChainStep | undefined) => (step ? peopleAt(step, members.get(id) ?? []) : [])
  const inside = insideOf(request.state)
  const left = request.state === 'countersigning' ? heldBy.map(({ id }) => id) : await countersignersLeft(db, request)
  const planners = (members.get(leadUnit.id) ?? [])
    .filter((one) => one.roles.includes('planner'))
    .map((one) => one.name)
  const rank = ranks[request.state]
  const did = await whoDid(db, request)
  const lead = (kind: 'collate' | 'lock', own: number): WayStep => ({
    kind,
    unit: leadUnit,
    people: rank > own ? (did.lead(kind) ?? planners) : planners,
    state: rank > own ? 'done' : rank === own ? 'now' : 'ahead',
  })
  return [
    ...chainOf(request.unit_id).map((step, at): WayStep => {
      const done = !inside || at < request.step
      return {
        kind: step.kind,
        unit: unit(request.unit_id),
        people: (done && did.inside(at, step.kind)) || people(request.unit_id, step),
        state: done ? 'done' : at === request.step ? 'now' : 'ahead',
      }
    }),
    ...asked.map(
      (id): WayStep => ({
        kind: 'countersign',
        unit: unit(id),
        people: (!inside && did.countersigned(id)) || people(id, chainOf(id).at(-1)),
        state: inside ? 'ahead' : request.state === 'countersigning' && left.includes(id) ? 'now' : 'done',
      }),
    ),
    lead('collate', ranks.submitted),
    lead('lock', ranks.accepted),
  ]
}

/** Who took the steps of this round that are behind, and in whose stead. */
async function whoDid(db: Reader, request: RequestRow) {
  const moves = await db
    .selectFrom('reporting.move')
    .select(['verb', 'from_state', 'to_state', 'unit_id', 'person_id', 'on_behalf_of'])
    .where('request_id', '=', request.id)
    .orderBy('number')
    .execute()
  const round = moves.slice(moves.findLastIndex(({ to_state }) => to_state === 'preparing') + 1)
  const names = await actorNames(
    db,
    round.flatMap((move) => [move.person_id, ...(move.on_behalf_of ? [move.on_behalf_of] : [])]),
  )
  const named = (move: (typeof round)[number] | undefined): Bilingual[] | undefined => {
    const by = move && names.get(move.person_id)
    if (!by) return undefined
    const absent = move.on_behalf_of === null ? undefined : names.get(move.on_behalf_of)
    return [absent ? { zh: `${by.zh}（代${absent.zh}）`, en: `${by.en} (for ${absent.en})` } : by]
  }
  const own = round.filter((move) => move.unit_id === request.unit_id && move.from_state in kindOf)
  return {
    /** By its place in the chain, unless the chain has become another since. */
    inside: (at: number, kind: WayStep['kind']) =>
      kindOf[own[at]?.from_state ?? ''] === kind ? named(own[at]) : undefined,
    countersigned: (unitId: string) =>
      named(round.find((move) => move.from_state === 'countersigning' && move.unit_id === unitId)),
    lead: (kind: 'collate' | 'lock') =>
      named(round.findLast(({ verb }) => verb === (kind === 'collate' ? 'accept' : 'lock'))),
  }
}

const kindOf: Readonly<Record<string, WayStep['kind']>> = { preparing: 'prepare', checking: 'check', signing: 'sign' }

const ranks: Record<RequestState, number> = {
  preparing: 0,
  checking: 0,
  signing: 0,
  countersigning: 1,
  submitted: 2,
  accepted: 3,
  locked: 4,
}

const insideOf = (state: RequestState) => ranks[state] === 0

/** Every unit whose countersignature the figures need, in the order of the lines. */
async function askedToCountersign(db: Reader, request: RequestRow): Promise<string[]> {
  const rows = await db
    .selectFrom('reporting.entry as e')
    .innerJoin('reporting.cycle_line as l', (join) =>
      join
        .onRef('l.indicator_code', '=', 'e.indicator_code')
        .onRef('l.nature', '=', 'e.nature')
        .on('l.region_id', '=', request.region_id)
        .on('l.cycle_code', '=', request.cycle_code)
        .on('l.unit_id', '=', request.unit_id),
    )
    .select('l.countersigners')
    .where('e.request_id', '=', request.id)
    .orderBy('e.position')
    .execute()
  return [...new Set(rows.flatMap((row) => row.countersigners))]
}
