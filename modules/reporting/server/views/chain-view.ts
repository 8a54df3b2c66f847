import { actorNames, regionWorkdays, type UnitMember, unitDirectory, unitMembers } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import { notFound, type PersonActor } from '@opensti/kernel'
import type { ChainView } from '../../contract.ts'
import { type ChainStep, canHoldStep } from '../../domain/chain.ts'
import { chainOf, rolesIn } from '../store.ts'

/** How many delegations that are over a unit still sees. */
const past = 10

/** Who does what in a unit, who may be chosen, and who stands in for whom. */
export async function getChainView(db: Reader, person: PersonActor, unitId: string): Promise<ChainView> {
  const unit = (await unitDirectory(db)).find(unitId)
  if (!unit) throw notFound()
  const steps = await chainOf(db, unitId)
  const members = (await unitMembers(db, [unitId])).get(unitId) ?? []
  const today = (await regionWorkdays(db, unit.regionId)).dayOf(await databaseNow(db))
  return {
    unit: { id: unitId, name: unit.name },
    steps: steps.map((step) => ({ ...step })),
    members: members.filter(canHoldStep).map((one) => ({ ...one })),
    former: await formerHolders(db, steps, members),
    delegations: await delegationViews(db, person, unitId, today),
  }
}

async function formerHolders(
  db: Reader,
  steps: readonly ChainStep[],
  members: readonly UnitMember[],
): Promise<ChainView['former']> {
  const gone = steps.flatMap(({ personId }) =>
    personId === null || members.some((one) => one.personId === personId) ? [] : [personId],
  )
  const names = await actorNames(db, gone)
  return [...new Set(gone)].map((personId) => ({ personId, name: names.get(personId) ?? { zh: '', en: '' } }))
}

async function delegationViews(
  db: Reader,
  person: PersonActor,
  unitId: string,
  today: string,
): Promise<ChainView['delegations']> {
  const rows = await db
    .selectFrom('reporting.delegation')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('until_day', 'desc')
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute()
  const names = await actorNames(
    db,
    rows.flatMap((one) => [one.from_person, one.to_person, ...(one.ended_by ? [one.ended_by] : [])]),
  )
  const name = (id: string) => names.get(id) ?? { zh: '', en: '' }
  const leads = rolesIn(person, unitId).includes('unit-leader')
  const all = rows.map((one): ChainView['delegations'][number] => {
    const standing = one.ended_at || one.until_day < today ? 'over' : one.from_day > today ? 'ahead' : 'now'
    return {
      id: one.id,
      from: name(one.from_person),
      to: name(one.to_person),
      fromDay: one.from_day,
      untilDay: one.until_day,
      standing,
      ended: one.ended_at && { at: one.ended_at.toISOString(), by: one.ended_by ? name(one.ended_by) : null },
      mayEnd: standing !== 'over' && (leads || one.from_person === person.personId),
    }
  })
  return [
    ...all.filter(({ standing }) => standing !== 'over').reverse(),
    ...all.filter(({ standing }) => standing === 'over').slice(0, past),
  ]
}
