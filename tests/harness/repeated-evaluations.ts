import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { callerFor } from './caller.ts'
import {
  changeOfTarget,
  draftOf,
  type EvaluationIds,
  evaluationBodies,
  makeEvaluations,
  newEvaluation,
} from './city-evaluations.ts'
import { newItem } from './city-items.ts'
import { scanToUpload } from './city-returns.ts'
import type { Wish } from './repeated-requests.ts'
import { cookieFor, home, type Role, signInName, usualUnit } from './world.ts'

/** A fresh wish for every write about evaluations, and for a changed target. */
export function wishesAboutEvaluations(db: Database, server: Server): Readonly<Record<string, () => Promise<Wish>>> {
  const as = (role: Role) => cookieFor(db, signInName(role, home))
  const unit = usualUnit(home)
  let month = 0
  const plan = async () =>
    db
      .selectFrom('plans.plan')
      .select(['code', 'start_year', 'end_year'])
      .where('region_id', '=', home)
      .where('origin', '=', 'content')
      .orderBy('start_year')
      .limit(1)
      .executeTakeFirstOrThrow()
  const made = async (...conditions: ('reviewing' | 'handed-in')[]): Promise<EvaluationIds> =>
    makeEvaluations(db, server, home, unit, { plan: (await plan()).code, conditions })
  const about = (name: string, role: Role, condition: keyof EvaluationIds = 'evaluation') => ({
    [name]: async (): Promise<Wish> => {
      const ids = await made(
        ...(condition === 'evaluation' ? (['reviewing'] as const) : []),
        ...(condition === 'evaluationHandedIn' ? (['handed-in'] as const) : []),
      )
      return {
        url: name.split(' ')[1]!.replace(':evaluation', ids[condition]).replace(':unit', unit),
        payload: evaluationBodies[name]!({ ...ids }),
        headers: await as(role),
      }
    },
  })
  return {
    'POST /api/regions/:region/evaluations': async () => {
      const { code, end_year } = await plan()
      return {
        url: `/api/regions/${home}/evaluations`,
        payload: newEvaluation(code, end_year),
        headers: await as('planner'),
      }
    },
    ...about('PUT /api/evaluations/:evaluation/formula', 'planner', 'evaluationToShape'),
    ...about('POST /api/evaluations/:evaluation/moves', 'planner', 'evaluationToShape'),
    ...about('PUT /api/evaluations/:evaluation/sheets/:unit', 'unit-leader'),
    ...about('PUT /api/evaluations/:evaluation/reviews', 'supervisor'),
    ...about('POST /api/evaluations/:evaluation/sheets/:unit/hand-in', 'unit-leader'),
    ...about('POST /api/evaluations/:evaluation/sheets/:unit/send-back', 'planner', 'evaluationHandedIn'),
    'POST /api/regions/:region/periods/:period/briefs': async () => {
      const period = `${(await plan()).start_year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
      month += 1
      return {
        url: `/api/regions/${home}/periods/${period}/briefs`,
        payload: { seen: await draftOf(db, server, home, period) },
        headers: await as('planner'),
      }
    },
    'POST /api/evaluation-lines/:line/evidence': async () => {
      const { headers, payload } = scanToUpload()
      const { line } = await made('reviewing')
      return {
        url: `/api/evaluation-lines/${line}/evidence`,
        payload,
        headers: { ...headers, ...(await as('unit-leader')) },
      }
    },
    'POST /api/evaluation-lines/:line/links': async () => {
      const supervisor = await callerFor(db, server, signInName('supervisor', home))
      const { id } = (await supervisor('POST', `/api/regions/${home}/items`, newItem(`${home}/${unit}`))) as {
        id: string
      }
      return {
        url: `/api/evaluation-lines/${(await made('reviewing')).line}/links`,
        payload: { kind: 'item', ref: id },
        headers: await as('unit-leader'),
      }
    },
    'DELETE /api/evaluation-lines/:line/evidence/:proof': async () => {
      const { line, proof } = await made('reviewing')
      return { url: `/api/evaluation-lines/${line}/evidence/${proof}`, headers: await as('unit-leader') }
    },
    'POST /api/regions/:region/plans/:plan/target-changes': async () => {
      const { target } = await made()
      return {
        url: `/api/regions/${home}/plans/${(await plan()).code}/target-changes`,
        payload: changeOfTarget(target, '4321'),
        headers: await as('planner'),
      }
    },
  }
}
