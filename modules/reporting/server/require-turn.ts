import { regionWorkdays, unitDirectory } from '@opensti/accounts'
import { databaseNow, type Transaction } from '@opensti/db'
import { forbidden, type PersonActor } from '@opensti/kernel'
import { type ChainStep, mayAct, roleOfStep, stepOf } from '../domain/chain.ts'
import { chainOf, delegationsIn, type RequestRow, rolesIn } from './store.ts'

/**
 * Whose place she takes at the step at which a return waits in its unit: null when it is her own turn.
 *
 * @throws `forbidden` (403) when it is somebody else's turn.
 */
export async function requireTurn(tx: Transaction, person: PersonActor, request: RequestRow): Promise<string | null> {
  const chain = await chainOf(tx, request.unit_id)
  const step = stepOf(chain, request.state, request.step)
  if (!step) throw notYourTurn()
  return requireStep(tx, person, request, request.unit_id, step)
}

/** The same for one step of some unit, such as the leader's of a unit that countersigns. */
export async function requireStep(
  tx: Transaction,
  person: PersonActor,
  request: RequestRow,
  unitId: string,
  step: ChainStep,
): Promise<string | null> {
  const asked = { personId: person.personId, roles: rolesIn(person, unitId) }
  if (mayAct(step, asked, [], '') === 'own') return null
  const days = await regionWorkdays(tx, request.region_id)
  const today = days.dayOf(await databaseNow(tx))
  const turn = mayAct(step, asked, await delegationsIn(tx, unitId), today)
  if (turn === null) throw await notTheStep(tx, unitId, step)
  return turn === 'own' ? null : turn.onBehalfOf
}

async function notTheStep(tx: Transaction, unitId: string, step: ChainStep) {
  const unit = (await unitDirectory(tx)).find(unitId)?.name ?? { zh: unitId, en: unitId }
  const who = {
    reporter: { zh: '填报人', en: 'reporter' },
    checker: { zh: '审核人', en: 'checker' },
    'unit-leader': { zh: '签发领导', en: 'leader' },
  }[roleOfStep[step.kind]] ?? { zh: '经办人', en: 'person in charge' }
  return forbidden({
    zh: `这一步由${unit.zh}的${who.zh}办理。`,
    en: `This step belongs to the ${who.en} of ${unit.en}.`,
  })
}

function notYourTurn() {
  return forbidden({ zh: '这份报表现在不在本单位手里。', en: 'This return is not in the hands of its unit now.' })
}
