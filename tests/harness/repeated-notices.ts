import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { noticeBodies, prepareWebhook } from './city-notices.ts'
import { makeReturns, type ReturnIds } from './city-returns.ts'
import type { Wish } from './repeated-requests.ts'
import { cookieFor, home, otherUnit, type Role, signInName } from './world.ts'

/** A fresh wish for every write about notices, webhooks and reminders. */
export function wishesAboutNotices(db: Database, server: Server): Readonly<Record<string, () => Promise<Wish>>> {
  const as = (role: Role) => cookieFor(db, signInName(role, home))
  const own = (route: string) => async (): Promise<Wish> => ({
    url: route.split(' ')[1]!,
    payload: noticeBodies[route]!({}),
    headers: await as('planner'),
    // She has none yet; seeing is noted beside the notice, not in the log.
    ...(route.endsWith('/notices/seen') && { changesNothing: true }),
  })
  const ofRegion = (route: string, role: Role) => async (): Promise<Wish> => {
    await prepareWebhook(db, home)
    return {
      url: route.split(' ')[1]!.replace(':region', home),
      ...(noticeBodies[route] && { payload: noticeBodies[route]({}) }),
      headers: await as(role),
    }
  }
  const ofReturn = (route: string, url: (ids: ReturnIds) => string) => async (): Promise<Wish> => {
    const returns = await makeReturns(db, server, home, await otherUnit(db, home), { states: ['preparing'] })
    const ids = returns.of.preparing
    return { url: url(ids), payload: noticeBodies[route]!({ ...ids }), headers: await as('planner') }
  }
  const system = ['PUT', 'POST', 'POST'].map(
    (method, at) => `${method} /api/operations/webhooks/:region${['', '/secret', '/trial'][at]}`,
  )
  const plan = 'PUT /api/regions/:region/reminder-plan'
  const remind = 'POST /api/regions/:region/cycles/:cycle/periods/:period/reminders'
  const call = 'POST /api/returns/:return/calls'
  const selves = [
    'POST /api/accounts/own/notices/seen',
    'PUT /api/accounts/own/notice-choices',
    'PUT /api/accounts/own/office-phone',
  ]
  return {
    ...Object.fromEntries(selves.map((route) => [route, own(route)])),
    ...Object.fromEntries(system.map((route) => [route, ofRegion(route, 'system-administrator')])),
    [plan]: ofRegion(plan, 'planner'),
    [remind]: ofReturn(
      remind,
      ({ cycle, period }) => `/api/regions/${home}/cycles/${cycle}/periods/${period}/reminders`,
    ),
    [call]: ofReturn(call, (ids) => `/api/returns/${ids.return}/calls`),
  }
}
