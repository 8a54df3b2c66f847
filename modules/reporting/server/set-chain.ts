import { unitMembers } from '@opensti/accounts'
import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, unprocessable } from '@opensti/kernel'
import type { ChainStep } from '../domain/chain.ts'

/**
 * A unit decides who prepares, checks and signs. Returns under way go on by the new chain, at a step of the same kind.
 *
 * @throws `chain_wrong` (422) when it does not begin with preparing, or names someone who is not of the unit.
 */
export async function setChain(
  db: Database,
  actor: Actor,
  place: { regionId: string; unitId: string },
  steps: readonly ChainStep[],
  requestId: string,
): Promise<void> {
  await transaction(db, 'reporting.set-chain', async (tx) => {
    const members = new Set((await unitMembers(tx, [place.unitId])).get(place.unitId)?.map((one) => one.personId))
    refuseWrong(steps, members)
    await tx.deleteFrom('reporting.chain_step').where('unit_id', '=', place.unitId).execute()
    await tx
      .insertInto('reporting.chain_step')
      .values(
        steps.map((step, position) => ({
          region_id: place.regionId,
          unit_id: place.unitId,
          position,
          kind: step.kind,
          person_id: step.personId,
        })),
      )
      .execute()
    await keepStepsInside(tx, place.unitId, steps)
    await recordAudit(tx, {
      actor,
      action: 'reporting.set-chain',
      region: place.regionId,
      object: { kind: 'unit', id: place.unitId },
      requestId,
      detail: { steps: steps.map((step) => step.kind) },
    })
  })
}

/** A return that waits at a step which is now of another kind, or gone, waits at the last one of its kind, or at the last of all. */
async function keepStepsInside(tx: Transaction, unitId: string, steps: readonly ChainStep[]): Promise<void> {
  const kindOf = { checking: 'check', signing: 'sign' } as const
  for (const [state, kind] of Object.entries(kindOf)) {
    const fitting = steps.flatMap((step, at) => (step.kind === kind ? [at] : []))
    await tx
      .updateTable('reporting.request')
      .set({ step: fitting.at(-1) ?? steps.length - 1 })
      .where('unit_id', '=', unitId)
      .where('state', '=', state as 'checking' | 'signing')
      .where('step', 'not in', fitting.length > 0 ? fitting : [-1])
      .execute()
  }
}

function refuseWrong(steps: readonly ChainStep[], members: ReadonlySet<string>): void {
  const order = { prepare: 0, check: 1, sign: 2 }
  const rising = steps.every((step, at) => at === 0 || order[step.kind] >= order[steps[at - 1]?.kind ?? 'prepare'])
  const prepares = steps.filter((step) => step.kind === 'prepare').length
  if (!rising || prepares !== 1) {
    throw unprocessable(
      'chain_wrong',
      { zh: '流程应当先填报一次，再审核，最后签发。', en: 'A chain prepares once, then checks, then signs.' },
      {
        remedy: {
          zh: '审核和签发可以各有几步，也可以没有。',
          en: 'There may be several checks and signatures, or none.',
        },
      },
    )
  }
  const stranger = steps.findIndex((step) => step.personId !== null && !members.has(step.personId))
  if (stranger >= 0) {
    throw unprocessable(
      'chain_wrong',
      { zh: `第${stranger + 1}步指定的人不在本单位。`, en: `The person of step ${stranger + 1} is not of this unit.` },
      {
        details: [
          { message: { zh: '不在本单位。', en: 'Not of this unit.' }, place: { row: stranger + 1, field: 'personId' } },
        ],
        remedy: { zh: '请选择本单位的人，或不指定人。', en: 'Choose someone of the unit, or nobody.' },
      },
    )
  }
}
