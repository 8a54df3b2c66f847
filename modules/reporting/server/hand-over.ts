import { regionWorkdays, unitMembers } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, transaction } from '@opensti/db'
import { type Actor, personOf, unprocessable } from '@opensti/kernel'
import { canHoldStep } from '../domain/chain.ts'
import { refuseSameHand } from './set-chain.ts'
import { chainOf } from './store.ts'
import { tellOfSteps } from './tell-of-move.ts'

/**
 * When someone moves on: every step of the unit's chain that names her names her successor, and delegations to and from her
 * end. Drafts belong to the return and stay where they are.
 *
 * @throws `successor_wrong` (422) when the successor is not of the unit or has no role in reporting; `chain_wrong` (422) when
 *   two steps of the chain would then be in one hand.
 */
export async function handOver(
  db: Database,
  actor: Actor,
  place: { regionId: string; unitId: string },
  { fromPerson, toPerson }: { fromPerson: string; toPerson: string },
  requestId: string,
): Promise<{ steps: number }> {
  const person = personOf(actor)
  return transaction(db, 'reporting.hand-over', async (tx) => {
    const members = (await unitMembers(tx, [place.unitId])).get(place.unitId) ?? []
    const successor = members.find((one) => one.personId === toPerson)
    if (fromPerson === toPerson || !successor || !canHoldStep(successor)) throw successorWrong()
    const changed = await tx
      .updateTable('reporting.chain_step')
      .set({ person_id: toPerson })
      .where('unit_id', '=', place.unitId)
      .where('person_id', '=', fromPerson)
      .executeTakeFirst()
    if (changed.numUpdatedRows > 0n) refuseSameHand(await chainOf(tx, place.unitId), members)
    await tx
      .updateTable('reporting.delegation')
      .set((set) => ({ ended_at: set.fn<Date>('clock_timestamp'), ended_by: person.personId }))
      .where('unit_id', '=', place.unitId)
      .where('ended_at', 'is', null)
      .where((row) => row.or([row('from_person', '=', fromPerson), row('to_person', '=', fromPerson)]))
      .execute()
    const day = (await regionWorkdays(tx, place.regionId)).dayOf(await databaseNow(tx))
    await tellOfSteps(tx, {
      kind: 'handedOver',
      to: toPerson,
      from: fromPerson,
      unitId: place.unitId,
      key: `reporting.hand-over/${place.unitId}/${fromPerson}/${toPerson}/${day}`,
    })
    await recordAudit(tx, {
      actor,
      action: 'reporting.hand-over',
      region: place.regionId,
      object: { kind: 'unit', id: place.unitId },
      requestId,
      detail: { from: fromPerson, to: toPerson },
    })
    return { steps: Number(changed.numUpdatedRows) }
  })
}

function successorWrong() {
  return unprocessable(
    'successor_wrong',
    {
      zh: '接手的人应是本单位有填报、审核或签发角色的另一个人。',
      en: 'The successor must be someone else of the unit who reports, checks or signs.',
    },
    {
      details: [
        {
          message: {
            zh: '不在本单位、没有角色，或与原来的人相同。',
            en: 'Not of the unit, without a role in it, or the same person.',
          },
          place: { field: 'toPerson' },
        },
      ],
      remedy: {
        zh: '请先由安全管理员在本单位授予角色。',
        en: 'Ask the security administrator to give her a role in the unit first.',
      },
    },
  )
}
