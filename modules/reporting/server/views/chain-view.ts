import { personNames, unitDirectory, unitMembers } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { ChainView } from '../../contract.ts'
import { chainOf } from '../store.ts'

/** Who does what in a unit, who may be chosen, and who stands in for whom. */
export async function getChainView(db: Reader, unitId: string): Promise<ChainView> {
  const steps = await chainOf(db, unitId)
  const members = (await unitMembers(db, [unitId])).get(unitId) ?? []
  const delegations = await db
    .selectFrom('reporting.delegation')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('ended_at', 'is', null)
    .orderBy('from_day')
    .execute()
  const names = await personNames(
    db,
    delegations.flatMap((one) => [one.from_person, one.to_person]),
  )
  return {
    unit: { id: unitId, name: (await unitDirectory(db)).find(unitId)?.name ?? { zh: unitId, en: unitId } },
    steps: steps.map((step) => ({ ...step })),
    members: members.map((one) => ({ ...one })),
    delegations: delegations.map((one) => ({
      id: one.id,
      from: names.get(one.from_person) ?? '',
      to: names.get(one.to_person) ?? '',
      fromDay: one.from_day,
      untilDay: one.until_day,
    })),
  }
}
