import { json } from '@opensti/db'
import type { Context } from '@opensti/http'
import { newId } from '@opensti/kernel'
import { sql } from 'kysely'

const stateAfter = { accept: 'accepted', reject: 'rejected', reopen: 'open' } as const

/** Planted fault: looks, then writes, in READ COMMITTED, and never asks whether somebody was there in between. */
export async function decideCarelessly({ db, actor, body }: Context): Promise<unknown> {
  const { decisions } = body as { decisions: { candidateId: string; verb: keyof typeof stateAfter }[] }
  const { candidateId, verb } = decisions[0]!
  const { version } = await db
    .selectFrom('plans.candidate')
    .select('version')
    .where('id', '=', candidateId)
    .executeTakeFirstOrThrow()
  await db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (tx) => {
      const state = stateAfter[verb]
      await tx
        .updateTable('plans.candidate')
        .set({ state, version: version + 1, ledger_id: state === 'accepted' ? `careless/${newId()}` : null })
        .where('id', '=', candidateId)
        .execute()
      await tx
        .insertInto('plans.decision')
        .values({
          candidate_id: candidateId,
          version: sql<number>`(select coalesce(max(version), 0) + 1 from plans.decision where candidate_id = ${candidateId})`,
          verb,
          before: json({}),
          after: json({}),
          decided_by: actor.kind === 'person' ? actor.personId : newId(),
        })
        .execute()
    })
  return { candidates: [] }
}
