import { actor } from '@opensti/accounts/testing'
import type { Database } from '@opensti/db'
import { type Actor, personOf } from '@opensti/kernel'
import type { RequestAct } from '../contract.ts'
import { lockPeriod } from '../server/lock-period.ts'
import { moveRequest } from '../server/move-request.ts'
import { openCorrection } from '../server/open-correction.ts'
import { saveEntries } from '../server/save-entries.ts'
import { getRequest } from '../server/store.ts'
import { getRequestView } from '../server/views/request-view.ts'
import { finance, type Round, science } from './lakeside.ts'

/** People of the science bureau in the order of their unit's usual chain, then the one who countersigns. */
const hands = ['lin.yuan', 'he.jing', 'zhou.guoliang', 'sun.li']
const place = { regionId: 'lakeside', cycle: 'quarterly', period: '2026-Q3' }

/** Has the science bureau report these figures of the third quarter, with notes beside some, and locks them. */
export async function lockRound(
  db: Database,
  round: Round,
  values: Record<string, string>,
  notes: Record<string, string> = {},
): Promise<void> {
  const id = round.returns[science]
  if (!id) throw new Error('The round asks nothing of the science bureau.')
  // Finance has nobody who signs: its checker's step is the last.
  await db
    .insertInto('reporting.chain_step')
    .values([
      { region_id: 'lakeside', unit_id: finance, position: 0, kind: 'prepare', person_id: null },
      { region_id: 'lakeside', unit_id: finance, position: 1, kind: 'check', person_id: null },
    ])
    .onConflict((row) => row.doNothing())
    .execute()
  await bringIn(db, round.planner, id, values, hands, notes)
}

/** Corrects locked figures of the science bureau and locks the correction. */
export async function correctFigures(
  db: Database,
  round: Round,
  { reason, values }: { reason: string; values: Record<string, string> },
): Promise<void> {
  const wanted = { reason, indicatorIds: Object.keys(values) }
  const reporter = await actor(db, 'lin.yuan')
  const correction = await openCorrection(db, reporter, round.returns[science]!, wanted, 'test')
  const countersigned = 'fiscal-science-share' in values
  await bringIn(db, round.planner, correction.id, values, countersigned ? hands : hands.slice(0, 3))
}

async function bringIn(
  db: Database,
  planner: Actor,
  id: string,
  values: Record<string, string>,
  people: readonly string[],
  notes: Record<string, string> = {},
): Promise<void> {
  const view = await getRequestView(db, personOf(await actor(db, 'lin.yuan')), id)
  const cells = view.entries.map(({ indicatorId, nature, version }) => ({
    indicatorId,
    nature,
    version,
    value: values[indicatorId] ?? null,
    absentReason: values[indicatorId] === undefined ? '本期未统计' : null,
    note: notes[indicatorId] ?? null,
  }))
  await saveEntries(db, await actor(db, 'lin.yuan'), id, cells, 'test')
  const move = async (who: Actor, act: RequestAct) => {
    const { version } = await getRequest(db, id)
    await moveRequest(db, who, id, { act, version, reason: null }, 'test')
  }
  for (const name of people) await move(await actor(db, name), 'pass-on')
  await move(planner, 'accept')
  await lockPeriod(db, planner, place, 'test')
}
