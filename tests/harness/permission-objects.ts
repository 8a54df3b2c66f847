import { randomUUID } from 'node:crypto'
import type { Database } from '@opensti/db'
import type { Route, Server } from '@opensti/http'
import { z } from 'zod'
import type { Asker, Facts } from './permission-matrix.ts'
import { addPerson, away, canaryPaper, cookieFor, home, sessionIdOf, signInName } from './world.ts'

/** What to send so that a route is about this object, and what is true of the object. */
export interface ObjectCase {
  name: string
  request(asker: Asker): { url: string; payload?: object; headers?: Record<string, string> }
  facts(asker: Asker): Facts
}

export interface Objects {
  forRoute(route: Route): ObjectCase[]
}

/** One object for every parameter that a route may name. */
interface Things {
  region: string
  exists: boolean
  state: { person: string; grant: string; invitation: string }
  ids: Record<string, string>
}

const nowhere = 'nowhere'

/**
 * Things in both cities, in both states where there are two, and things that never were. They are made by the routes of
 * the real server as far as there are routes.
 */
export async function prepareObjects(db: Database, server: Server): Promise<Objects> {
  const cases: [string, Things][] = []
  for (const region of [home, away]) {
    const fresh = await make(db, server, region)
    cases.push([`in ${region}`, fresh])
    cases.push([`in ${region}, ended`, await end(db, server, region, await make(db, server, region))])
  }
  cases.push(['that never was', neverWas()])

  return {
    forRoute(route) {
      const needs = namesOf(route)
      if (needs.size === 0 && !route.object) return [nothingInParticular(route)]
      if (needs.size === 0) return [oneself(route)]
      if (!route.object) return [about(route, 'of any kind', cases[0]![1], needs)]
      const list = cases.map(([name, things]) => about(route, name, things, needs))
      if (needs.has('sessionId')) list.push(ownSession(route))
      return list
    },
  }
}

function namesOf(route: Route): Set<string> {
  const names = new Set([...route.url.matchAll(/:([a-zA-Z]+)|(\*)/g)].map((match) => match[1] ?? match[2]!))
  for (const shape of [route.query, route.body]) {
    if (!(shape instanceof z.ZodObject)) continue
    for (const key of Object.keys(shape.shape))
      if (key === 'region' || key === 'regionId' || key === 'personId') names.add(key)
  }
  return names
}

/** Messages that are sound in themselves, so that the policy is reached. */
const bodies: Record<string, (ids: Record<string, string>) => object> = {
  'POST /api/accounts/sign-in': () => ({ signInName: 'somebody', password: 'something' }),
  'POST /api/accounts/invitations/look': () => ({ token: 'x'.repeat(30) }),
  'POST /api/accounts/invitations/accept': () => ({ token: 'x'.repeat(30), password: 'a long way round the lake' }),
  'POST /api/accounts/own/password': () => ({ currentPassword: 'one', newPassword: 'another way round the lake' }),
  'POST /api/accounts/invitations': ({ regionId }) => ({ regionId, name: '某人', signInName: 'some.body' }),
  'POST /api/accounts/grants': ({ regionId, personId }) => ({ regionId, personId, role: 'planner' }),
  'POST /api/readings': ({ regionId }) => ({ regionId, text: '一份文件' }),
  'POST /api/readings/:reading/decisions': () => ({
    decisions: [{ candidateId: randomUUID(), version: 0, verb: 'reject' }],
  }),
  'PUT /api/regions/:region/plans/:plan/publication': () => ({ published: true }),
}

/** Query parameters that a route insists on. */
const queries: Record<string, string> = { 'GET /api/search': 'q=x' }

function requestOf(route: Route, ids: Record<string, string>): { url: string; payload?: object } {
  const name = `${route.method} ${route.url}`
  const path = route.url.replaceAll(/:([a-zA-Z]+)|\*/g, (_, key: string | undefined) => {
    const value = ids[key ?? 'rest']
    if (value === undefined)
      throw new Error(`${name}: the harness has no object for “${key}”; add one to permission-objects.ts.`)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams(queries[name])
  if (route.query instanceof z.ZodObject && 'region' in route.query.shape) query.set('region', ids['region']!)
  const url = query.size > 0 ? `${path}?${query}` : path
  if (!route.body) return { url }
  const body = bodies[name]
  if (!body) throw new Error(`${name}: the harness has no sound message for it; add one to permission-objects.ts.`)
  return { url, payload: body(ids) }
}

function about(route: Route, name: string, things: Things, needs: ReadonlySet<string>): ObjectCase {
  const ids = { ...things.ids, region: things.region, regionId: things.region }
  const request = requestOf(route, ids)
  const state = needs.has('grantId')
    ? things.state.grant
    : needs.has('invitationId')
      ? things.state.invitation
      : needs.has('personId') && !needs.has('regionId')
        ? things.state.person
        : null
  const facts: Facts = { exists: things.exists, region: things.region, state, own: false }
  return { name, request: () => request, facts: () => facts }
}

function nothingInParticular(route: Route): ObjectCase {
  const request = requestOf(route, {})
  return {
    name: 'nothing in particular',
    request: () => request,
    facts: () => ({ exists: true, region: null, state: null, own: false }),
  }
}

function oneself(route: Route): ObjectCase {
  const request = requestOf(route, {})
  return {
    name: 'oneself',
    request: () => request,
    facts: (asker) => ({ exists: true, region: null, state: null, own: !asker.visitor }),
  }
}

function ownSession(route: Route): ObjectCase {
  return {
    name: 'of one’s own',
    request: (asker) => requestOf(route, { sessionId: asker.sessionId ?? randomUUID() }),
    facts: (asker) => ({
      exists: !asker.visitor,
      region: asker.held[0]?.region ?? null,
      state: null,
      own: !asker.visitor,
    }),
  }
}

let made = 0

async function make(db: Database, server: Server, region: string): Promise<Things> {
  made += 1
  const planner = await cookieFor(db, signInName('planner', region))
  const security = await cookieFor(db, signInName('security-administrator', region))
  const post = async (url: string, payload: object, headers: Record<string, string>) => {
    const answer = await server.inject({ method: 'POST', url, payload, headers })
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json() as Record<string, string>
  }
  const text = canaryPaper({
    title: `某市规划之${made}`,
    indicator: `指标${made}`,
    task: `任务${made}`,
    value: 5000,
  })
  const reading = await post('/api/readings', { regionId: region, title: `某市规划之${made}`, text }, planner)
  const { plan_code } = await db
    .selectFrom('plans.reading')
    .select('plan_code')
    .where('id', '=', reading['id']!)
    .executeTakeFirstOrThrow()
  const invitation = await post(
    '/api/accounts/invitations',
    { regionId: region, name: '受邀者', signInName: `guest-${made}` },
    security,
  )
  const signIn = `subject-${made}`
  const person = await addPerson(db, region, signIn, [])
  const grant = await post('/api/accounts/grants', { regionId: region, personId: person, role: 'supervisor' }, security)
  return {
    region,
    exists: true,
    state: { person: 'active', grant: 'held', invitation: 'open' },
    ids: {
      personId: person,
      sessionId: await sessionIdOf(db, signIn),
      grantId: grant['grantId']!,
      invitationId: invitation['id']!,
      reading: reading['id']!,
      plan: plan_code,
      task: 'some-task',
      indicator: 'some-indicator',
      unit: 'some-unit',
      document: 'some-document',
      file: 'index.css',
      rest: 'plans',
    },
  }
}

/** The same kinds of things after their end: suspended, revoked, withdrawn. */
async function end(db: Database, server: Server, region: string, things: Things): Promise<Things> {
  const headers = await cookieFor(db, signInName('security-administrator', region))
  const { personId, grantId, invitationId } = things.ids
  for (const [method, url] of [
    ['DELETE', `/api/accounts/grants/${grantId}`],
    ['DELETE', `/api/accounts/invitations/${invitationId}`],
    ['POST', `/api/accounts/people/${personId}/suspend`],
  ] as const) {
    const answer = await server.inject({ method, url, headers })
    if (answer.statusCode !== 204) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  }
  return { ...things, state: { person: 'suspended', grant: 'revoked', invitation: 'withdrawn' } }
}

function neverWas(): Things {
  const id = () => randomUUID()
  return {
    region: nowhere,
    exists: false,
    state: { person: '', grant: '', invitation: '' },
    ids: {
      personId: id(),
      sessionId: id(),
      grantId: id(),
      invitationId: id(),
      reading: id(),
      plan: 'no-such-plan',
      task: 'no-such-task',
      indicator: 'no-such-indicator',
      unit: 'no-such-unit',
      document: 'no-such-document',
      file: 'none',
      rest: 'none',
    },
  }
}
