import { unitMembers } from '@opensti/accounts'
import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, type Bilingual, unprocessable } from '@opensti/kernel'
import { type ChainMember, type ChainStep, canHoldStep, stepInSameHand } from '../domain/chain.ts'

/**
 * A unit decides who prepares, checks and signs. Returns under way go on by the new chain, at a step of the same kind.
 *
 * @throws `chain_wrong` (422) when it does not begin with preparing, or names someone who is not of the unit or has
 *   no role in reporting, or leaves two steps to one person alone.
 */
export async function setChain(
  db: Database,
  actor: Actor,
  place: { regionId: string; unitId: string },
  steps: readonly ChainStep[],
  requestId: string,
): Promise<void> {
  await transaction(db, 'reporting.set-chain', async (tx) => {
    const members = (await unitMembers(tx, [place.unitId])).get(place.unitId) ?? []
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

function refuseWrong(steps: readonly ChainStep[], members: readonly ChainMember[]): void {
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
  const memberOf = (personId: string | null) => members.find((one) => one.personId === personId)
  const stranger = steps.findIndex((step) => step.personId !== null && !memberOf(step.personId))
  if (stranger >= 0) {
    throw wrongPerson(
      stranger,
      { zh: '指定的人不在本单位。', en: 'The person named is not of this unit.' },
      { zh: '请选择本单位的人，或不指定人。', en: 'Choose someone of the unit, or nobody.' },
    )
  }
  const unable = steps.findIndex((step) => {
    const member = memberOf(step.personId)
    return member !== undefined && !canHoldStep(member)
  })
  if (unable >= 0) {
    throw wrongPerson(
      unable,
      { zh: '指定的人没有填报、审核或签发的角色。', en: 'The person named neither reports, checks nor signs.' },
      {
        zh: '请先由安全管理员在本单位授予角色。',
        en: 'Ask the security administrator to give her a role in the unit first.',
      },
    )
  }
  refuseSameHand(steps, members)
}

/** @throws `chain_wrong` (422) when two steps of a chain are left to one person alone. */
export function refuseSameHand(steps: readonly ChainStep[], members: readonly ChainMember[]): void {
  const same = stepInSameHand(steps, members)
  if (same < 0) return
  throw wrongPerson(
    same,
    {
      zh: '这一步和前面一步只能由同一个人办理，等于没有审核。',
      en: 'Only somebody who has an earlier step could take this one, so nobody would check.',
    },
    {
      zh: '请换一个人，或去掉这一步。人手少的单位可以只填报和签发。',
      en: 'Name somebody else, or leave the step out. A small unit may only prepare and sign.',
    },
  )
}

function wrongPerson(at: number, why: Bilingual, remedy: Bilingual) {
  return unprocessable(
    'chain_wrong',
    { zh: `第${at + 1}步：${why.zh}`, en: `Step ${at + 1}: ${why.en}` },
    { details: [{ message: why, place: { row: at + 1, field: 'personId' } }], remedy },
  )
}
