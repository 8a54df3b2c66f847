import { regionWorkdays } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import { sql } from 'kysely'
import type { DeskView, RequestSummary } from '../../contract.ts'
import { mayAct, stepOf } from '../../domain/chain.ts'
import { chainOf, countersignersLeft, delegationsIn, getRequest, type PersonActor, rolesIn } from '../store.ts'
import { requestSummaries } from './summaries.ts'

const most = 200

/** What waits for her, and what of her units is in other hands. The one due first stands on top. */
export async function getDeskView(db: Reader, person: PersonActor): Promise<DeskView> {
  const units = [...new Set(person.grants.flatMap((grant) => (grant.unitId === null ? [] : [grant.unitId])))]
  const inside = await requestSummaries(db, {
    unitIds: units,
    states: ['preparing', 'checking', 'signing', 'countersigning', 'submitted', 'accepted'],
    limit: most,
  })
  const asked = await toCountersign(db, units)
  const collated = await toCollate(db, person)
  const waiting: RequestSummary[] = []
  const followed: RequestSummary[] = []
  for (const one of inside) ((await waitsForHer(db, person, one)) ? waiting : followed).push(one)
  for (const one of [...asked, ...collated])
    if (!waiting.some(({ id }) => id === one.id)) {
      waiting.push(one)
      const other = followed.findIndex(({ id }) => id === one.id)
      if (other >= 0) followed.splice(other, 1)
    }
  waiting.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  return { waiting, followed }
}

async function waitsForHer(db: Reader, person: PersonActor, one: RequestSummary): Promise<boolean> {
  const request = await getRequest(db, one.id)
  const step = stepOf(await chainOf(db, one.unit.id), request.state, request.step)
  if (!step) return false
  const today = (await regionWorkdays(db, one.regionId)).dayOf(await databaseNow(db))
  const asked = { personId: person.personId, roles: rolesIn(person, one.unit.id) }
  return mayAct(step, asked, await delegationsIn(db, one.unit.id), today) !== null
}

/** Returns of other units that wait for one of hers to countersign. */
async function toCountersign(db: Reader, units: readonly string[]): Promise<RequestSummary[]> {
  if (units.length === 0) return []
  const rows = await db
    .selectFrom('reporting.request as r')
    .innerJoin('reporting.cycle_line as l', (join) =>
      join
        .onRef('l.region_id', '=', 'r.region_id')
        .onRef('l.cycle_code', '=', 'r.cycle_code')
        .onRef('l.unit_id', '=', 'r.unit_id'),
    )
    .select('r.id')
    .distinct()
    .where('r.state', '=', 'countersigning')
    .where(sql<boolean>`l.countersigners && ${[...units]}::text[]`)
    .execute()
  const left: string[] = []
  for (const { id } of rows)
    if ((await countersignersLeft(db, await getRequest(db, id))).some((unit) => units.includes(unit))) left.push(id)
  return left.length === 0 ? [] : requestSummaries(db, { ids: left, limit: most })
}

/** What has come in to the lead bureau and is not yet collated. */
async function toCollate(db: Reader, person: PersonActor): Promise<RequestSummary[]> {
  const regions = person.grants.filter((grant) => grant.role === 'planner').map((grant) => grant.regionId)
  const lists = await Promise.all(
    [...new Set(regions)].map((regionId) => requestSummaries(db, { regionId, states: ['submitted'], limit: most })),
  )
  return lists.flat()
}
