import { regionWorkdays, unitMembers } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, transaction } from '@opensti/db'
import { type Actor, type Day, personOf, unprocessable } from '@opensti/kernel'
import { canHoldStep } from '../domain/chain.ts'
import { tellOfSteps } from './tell-of-move.ts'

/**
 * Someone lets a colleague of the unit act for her between two days. What is made in her stead names both.
 *
 * @throws `delegation_wrong` (422): to oneself, to someone of another unit, or over before it begins.
 */
export async function delegate(
  db: Database,
  actor: Actor,
  place: { regionId: string; unitId: string },
  { toPerson, fromDay, untilDay }: { toPerson: string; fromDay: Day; untilDay: Day },
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  return transaction(db, 'reporting.delegate', async (tx) => {
    const members = (await unitMembers(tx, [place.unitId])).get(place.unitId) ?? []
    const today = (await regionWorkdays(tx, place.regionId)).dayOf(await databaseNow(tx))
    if (toPerson === person.personId) throw wrong('toPerson', '不能委托给自己。', 'You cannot stand in for yourself.')
    const colleague = members.find((one) => one.personId === toPerson)
    if (!colleague) throw wrong('toPerson', '这个人不在本单位。', 'This person is not of your unit.')
    if (!canHoldStep(colleague))
      throw wrong(
        'toPerson',
        '这个人在本单位没有填报、审核或签发的角色，不能代办。请先由安全管理员授予角色。',
        'This person neither reports, checks nor signs in your unit. Ask the security administrator to give her a role first.',
      )
    if (untilDay < fromDay || untilDay < today)
      throw wrong('untilDay', '结束日期已经过去，或在开始日期之前。', 'The last day is past, or before the first.')
    const made = await tx
      .insertInto('reporting.delegation')
      .values({
        region_id: place.regionId,
        unit_id: place.unitId,
        from_person: person.personId,
        to_person: toPerson,
        from_day: fromDay,
        until_day: untilDay,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tellOfSteps(tx, {
      kind: 'delegated',
      to: toPerson,
      from: person.personId,
      unitId: place.unitId,
      untilDay,
      key: `reporting.delegation/${made.id}`,
    })
    await recordAudit(tx, {
      actor,
      action: 'reporting.delegate',
      region: place.regionId,
      object: { kind: 'delegation', id: made.id },
      requestId,
      detail: { to: toPerson, fromDay, untilDay },
    })
    return made
  })
}

function wrong(field: string, zh: string, en: string) {
  return unprocessable(
    'delegation_wrong',
    { zh: `没有办理委托：${zh}`, en: `The delegation was not made: ${en}` },
    { details: [{ message: { zh, en }, place: { field } }] },
  )
}
