import { requestAuthenticator } from '@opensti/accounts'
import { actor, cookieOf } from '@opensti/accounts/testing'
import { createServer, type Server } from '@opensti/http'
import { Policy, personOf, systemClock } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChainView, RequestView } from '../contract.ts'
import { reportingPolicy } from '../policy.ts'
import { openRound, science } from '../testing/index.ts'
import { reportingRoutes } from './routes.ts'

const { db } = await testDatabase()
const holders = { reporter: 'lin.yuan', checker: 'he.jing', 'unit-leader': 'zhou.guoliang' } as const
const roles = Object.keys(holders) as (keyof typeof holders)[]
const chainPath = '/api/regions/lakeside/units/lakeside-science'
let server: Server
let id: string

const ask = async (who: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const headers = await cookieOf(db, who)
  const { statusCode, body } = await server.inject({ method, url, headers, ...(payload && { payload }) })
  return { status: statusCode, json: JSON.parse(body || 'null') }
}
const see = async (who: string): Promise<RequestView> => (await ask(who, 'GET', `/api/returns/${id}`)).json
const fillBy = async (who: string) => {
  const { entries } = await see(who)
  const cells = entries.map(({ indicatorId, nature, version }) => ({ indicatorId, nature, version, value: '12' }))
  return ask(who, 'PUT', `/api/returns/${id}/entries`, { cells })
}
const move = async (who: string, act: string, reason?: string) => {
  const { version } = await see(holders.reporter)
  return ask(who, 'POST', `/api/returns/${id}/moves`, { act, version, ...(reason && { reason }) })
}
const personId = async (who: string) => personOf(await actor(db, who)).personId
const standIn = async (from: string, to: string) =>
  ask(from, 'POST', `${chainPath}/delegations`, {
    toPerson: await personId(to),
    fromDay: '2026-01-01',
    untilDay: '2099-12-31',
  })

beforeAll(async () => {
  const round = await openRound(db)
  id = round.returns[science]!
  server = await createServer({
    db,
    clock: systemClock,
    policy: new Policy(reportingPolicy),
    routes: reportingRoutes,
    authenticate: requestAuthenticator(db, { secure: false }),
    logLevel: 'silent',
    version: 'test',
    secure: false,
  })
})
afterAll(() => server.close())
beforeEach(async () => {
  await db.updateTable('reporting.delegation').set({ ended_at: new Date() }).where('ended_at', 'is', null).execute()
  await db.deleteFrom('reporting.chain_step').execute()
})

/** Brings the return to the step of this role, by those whose steps come before, in the hands of those who are there. */
async function bringTo(role: keyof typeof holders): Promise<void> {
  if ((await see(holders.reporter)).state !== 'preparing') {
    const { state } = await see(holders.reporter)
    await move(state === 'checking' ? holders.checker : holders['unit-leader'], 'send-back', '再核一次')
  }
  if (role === 'reporter') return
  expect((await fillBy(holders.reporter)).status).toBe(200)
  expect((await move(holders.reporter, 'pass-on')).status).toBe(200)
  if (role === 'unit-leader') expect((await move(holders.checker, 'pass-on')).status).toBe(200)
}

const pairs = roles.flatMap((from) => roles.filter((to) => to !== from).map((to) => [from, to] as const))
/** Who stood in had the step before: somebody else has to take this one. */
const sameHand = new Set(['checker reporter', 'unit-leader reporter', 'unit-leader checker'])

describe('standing in', () => {
  it.each(pairs)('for a %s by a %s', async (from, to) => {
    await bringTo(from)
    const [absent, present] = [holders[from], holders[to]]
    expect((await move(present, 'pass-on')).status).toBe(403)
    expect((await standIn(absent, present)).status).toBe(200)
    const view = await see(present)
    if (sameHand.has(`${from} ${to}`)) {
      expect(view).toMatchObject({
        acts: ['send-back', ...(to === 'reporter' && from === 'checker' ? ['withdraw'] : [])],
      })
      expect(view.hindrance).not.toBeNull()
      expect(await move(present, 'pass-on')).toMatchObject({ status: 409, json: { code: 'same_hand' } })
      return
    }
    expect(view).toMatchObject({ acts: expect.arrayContaining(['pass-on']), hindrance: null })
    if (from === 'reporter') expect((await fillBy(present)).status).toBe(200)
    expect((await move(present, 'pass-on')).status).toBe(200)
    const done = (await see(present)).way.filter(({ state }) => state === 'done').at(-1)
    expect(done?.people[0]?.zh).toMatch(/^.+（代.+）$/)
  })

  it('is not open to a colleague for whom nobody stands in, by whatever address', async () => {
    await bringTo('reporter')
    const cells = [{ indicatorId: 'high-tech-enterprises', nature: 'working', version: 0, value: '1' }]
    for (const who of [holders.checker, holders['unit-leader']])
      expect((await ask(who, 'PUT', `/api/returns/${id}/entries`, { cells })).status).toBe(403)
  })

  it('is told to whoever stands in, once for each time', async () => {
    await standIn('zhou.guoliang', 'he.jing')
    const { personId } = personOf(await actor(db, 'he.jing'))
    const [last] = await db
      .selectFrom('accounts.notice')
      .select(['link', 'params'])
      .where('person', '=', personId)
      .where('kind', '=', 'reporting.delegation-given')
      .orderBy('id', 'desc')
      .execute()
    expect(last).toMatchObject({
      link: '/reporting/lakeside/units/lakeside-science',
      params: { from: { en: 'Zhou Guoliang' }, until: { day: '2099-12-31' } },
    })
  })

  it('is offered to, and accepted for, none but those who can have a step', async () => {
    const { json } = await ask('zhou.guoliang', 'GET', `${chainPath}/chain`)
    const planner = await personId('chen.mei')
    expect((json as ChainView).members.map((one) => one.personId)).not.toContain(planner)
    expect(await standIn('zhou.guoliang', 'chen.mei')).toMatchObject({
      status: 422,
      json: { code: 'delegation_wrong', details: [{ place: { field: 'toPerson' } }] },
    })
    const steps = [
      { kind: 'prepare', personId: null },
      { kind: 'sign', personId: planner },
    ]
    expect(await ask('zhou.guoliang', 'PUT', `${chainPath}/chain`, { steps })).toMatchObject({
      status: 422,
      json: { code: 'chain_wrong', details: [{ place: { row: 2 } }] },
    })
  })
})

describe('preparing, checking and signing', () => {
  it('lie in different hands: who stood in for the reporter does not check', async () => {
    await bringTo('reporter')
    await standIn('lin.yuan', 'he.jing')
    expect((await fillBy('he.jing')).status).toBe(200)
    expect((await move('he.jing', 'pass-on')).status).toBe(200)
    expect(await move('he.jing', 'pass-on')).toMatchObject({ status: 409, json: { code: 'same_hand' } })
    expect((await see('he.jing')).way[0]).toMatchObject({ state: 'done', people: [{ zh: '何静（代林远）' }] })
    // Handed in by the reporter herself, the figures are still those of whoever entered them.
    await move('he.jing', 'send-back', '由林远提交')
    await move('lin.yuan', 'pass-on')
    expect(await move('he.jing', 'pass-on')).toMatchObject({ status: 409, json: { code: 'same_hand' } })
  })

  it('go on in a unit that is too small once its leader leaves a step out', async () => {
    const two = (personId: string | null) => ({
      steps: [
        { kind: 'prepare', personId: null },
        { kind: 'sign', personId },
      ],
    })
    expect((await ask('zhou.guoliang', 'PUT', `${chainPath}/chain`, two(null))).status).toBe(200)
    expect((await move('zhou.guoliang', 'pass-on')).status).toBe(200)
  })

  it('are not given to one person by a chain, or by handing over', async () => {
    const [reporter, checker] = [await personId('lin.yuan'), await personId('he.jing')]
    const chain = (check: string) => ({
      steps: [
        { kind: 'prepare', personId: reporter },
        { kind: 'check', personId: check },
      ],
    })
    const set = (body: object) => ask('zhou.guoliang', 'PUT', `${chainPath}/chain`, body)
    expect(await set(chain(reporter))).toMatchObject({ status: 422, json: { code: 'chain_wrong' } })
    expect((await set(chain(checker))).status).toBe(200)
    const given = { fromPerson: checker, toPerson: reporter }
    expect(await ask('zhou.guoliang', 'POST', `${chainPath}/hand-over`, given)).toMatchObject({
      status: 422,
      json: { code: 'chain_wrong' },
    })
    expect((await ask('zhou.guoliang', 'GET', `${chainPath}/chain`)).json.steps[1].personId).toBe(checker)
  })
})
