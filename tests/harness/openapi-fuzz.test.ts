import type { Route, Server } from '@opensti/http'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { policy } from '../../apps/server/house.ts'
import { type ItemState, makeItems } from './city-items.ts'
import { makeReturns, type ReturnState } from './city-returns.ts'
import { prepareOwnSignIn, prepareSignIn } from './city-sign-in.ts'
import { type City, endPerson, type Ids, makePerson, prepareCity } from './city-things.ts'
import { knownThings } from './known-things.ts'
import { isLong, size } from './long.ts'
import { type Case, coverage, type Fuzzing, fuzz, type Operation } from './openapi-fuzz.ts'
import { soundRequest } from './sound-requests.ts'
import {
  addPerson,
  canaryPaper,
  cookieFor,
  furnish,
  home,
  houseServer,
  otherUnit,
  routesOf,
  sessionIdOf,
  signInName,
} from './world.ts'

const { db } = await testDatabase()
const routes = routesOf()
const seed = Number(process.env['OPENSTI_SEED'] ?? Date.now() % 1_000_000)
let server: Server
let city: City

beforeAll(async () => {
  await furnish(db)
  server = await houseServer(db)
  const headers = await cookieFor(db, signInName('planner', home))
  for (const number of [1, 2]) {
    const text = canaryPaper({
      title: `某市规划之${number}`,
      indicator: `指数${number}`,
      task: `任务${number}`,
      value: 5000,
    })
    await server.inject({ method: 'POST', url: '/api/readings', headers, payload: { regionId: home, text } })
    await addPerson(db, home, `subject-${number}`, [])
  }
  city = await prepareCity(db, server, home)
}, 120_000)

function routeOf(operation: Operation): Route {
  const route = routes.find(
    (one) => one.method === operation.method && one.url.replaceAll(/:(\w+)/g, '{$1}') === operation.path,
  )
  if (!route) throw new Error(`${operation.method} ${operation.path} is described and is no route.`)
  return route
}

/** Made anew for every write, because a write uses things up. */
async function soundCase(operation: Operation): Promise<Case | null> {
  const route = routeOf(operation)
  const ended = route.action === 'accounts.person.reinstate'
  const fresh = operation.method === 'GET' ? {} : await freshThings(ended)
  const returned = operation.method === 'GET' ? {} : await freshReturn(route)
  const item = operation.method === 'GET' ? {} : await freshItem(route)
  const asker = askersFor(operation)[0]!
  const own: Ids = route.action === 'accounts.session.end-own' ? { sessionId: await sessionIdOf(db, asker) } : {}
  const signIn = operation.method === 'GET' ? {} : await prepareSignIn(db, home)
  await prepareOwnSignIn(db, route.action, asker)
  const ids = { ...city.inForce.ids, ...fresh, ...own, ...returned, ...item, ...signIn }
  const { url, payload } = soundRequest(route, ids)
  return { operation, url, payload, asker }
}

/** A return in the state in which the route takes it further. */
async function freshReturn({ url, action }: Route): Promise<Ids> {
  if (!/:(return|period)/.test(url)) return {}
  const needed: Record<string, ReturnState> = {
    'reporting.request.correct': 'locked',
    'reporting.period.lock': 'accepted',
  }
  const state = needed[action] ?? 'preparing'
  const { of } = await makeReturns(db, server, home, await otherUnit(db, home), { states: [state] })
  return { ...of[state] }
}

/** An item that is under way, or one to assign where supervision acts. */
async function freshItem({ url, action }: Route): Promise<Ids> {
  if (!url.includes(':item')) return {}
  const state: ItemState = action === 'supervision.item.oversee' ? 'draft' : 'assigned'
  const { of } = await makeItems(db, server, home, await otherUnit(db, home), { states: [state] })
  return { ...of[state] }
}

async function freshThings(ended: boolean): Promise<Ids> {
  const person = await makePerson(db, server, home, city.inForce.unit!)
  if (ended) await endPerson(db, server, home, person)
  const candidate = await db
    .selectFrom('plans.candidate')
    .select(['id', 'version'])
    .where('reading_id', '=', city.inForce.ids['reading']!)
    .orderBy('position')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { ...person, candidateId: candidate.id, version: String(candidate.version) }
}

/** Operations that no sound request reaches, each with the reason. */
const movedOn =
  'an earlier case has moved its thing on, or its version; repeated requests and the matrix see it accepted'
const neverAccepted: Readonly<Record<string, string>> = {
  'DELETE /api/evaluation-lines/{line}/evidence/{proof}': movedOn,
  'POST /api/accounts/own/identity/unlink': 'there is no provider here; its own tests have one',
  'POST /api/accounts/own/second-factor/codes': 'a code is good for half a minute, once; its own tests reckon one',
  'POST /api/accounts/own/second-factor/remove': 'a code is good for half a minute, once; its own tests reckon one',
  'POST /api/assessments/{assessment}/moves': movedOn,
  'POST /api/decompositions/{decomposition}/moves': movedOn,
  'POST /api/evaluation-lines/{line}/links': movedOn,
  'POST /api/evaluations/{evaluation}/moves': movedOn,
  'POST /api/releases/{release}/decision': movedOn,
  'POST /api/releases/{release}/withdrawal': movedOn,
  'POST /api/returns/{return}/workbooks/{accepted}/undo': movedOn,
  'POST /api/returns/{return}/workbooks/{upload}/accept': movedOn,
  'PUT /api/assessments/{assessment}/formula': movedOn,
  'PUT /api/assessments/{assessment}/inputs': movedOn,
  'PUT /api/decompositions/{decomposition}/shares': movedOn,
}

/** Mostly somebody who may, sometimes anybody. */
function askersFor(operation: Operation): string[] {
  const { action } = routeOf(operation)
  const rows = policy.rows.filter((row) => row.action === action)
  const may = rows.flatMap((row) => (Array.isArray(row.who) ? row.who : [])).map((role) => signInName(role, home))
  const likely = may.length > 0 ? may : [signInName('planner', home)]
  return [...likely, ...likely.slice(0, 1), ...likely.slice(0, 1), 'visitor', signInName('reporter', home)]
}

const fuzzing = (on: Server): Fuzzing => ({
  server: on,
  routes,
  headersOf: (asker) => cookieFor(db, asker === 'visitor' ? null : asker),
  askersFor,
  known: () => knownThings(db, home),
  sound: soundCase,
  seed,
})

describe('OpenAPI fuzzing of the running server', () => {
  it('finds no 5xx, no answer beside its shape, no hang; and gets somewhere', async () => {
    const tally = await fuzz(fuzzing(server), size(1200, 100_000))
    const share = tally.accepted / tally.cases
    console.log(
      `openapi fuzz, seed ${seed}: ${tally.cases} cases, ${tally.byOperation.size} operations, ${(share * 100).toFixed(0)} % accepted, slowest ${tally.slowest.milliseconds.toFixed(0)} ms`,
    )
    if (isLong) console.log(coverage(tally).join('\n'))
    const never = [...tally.byOperation].filter(([, count]) => count.accepted === 0).map(([name]) => name)
    expect(tally.faults.slice(0, 10)).toEqual([])
    expect(share).toBeGreaterThan(0.25)
    // A short run draws some ten cases for an operation; which of them come off depends on the seed.
    const surprising = never.filter((name) => !(name in neverAccepted))
    expect(surprising.length, surprising.join('\n')).toBeLessThan(isLong ? 1 : 12)
    expect(Object.keys(neverAccepted).filter((name) => !tally.byOperation.has(name))).toEqual([])
    const described = routes.filter((route) => route.answer !== 'page' && !route.upload)
    expect(tally.byOperation.size).toBe(described.length)
  }, 7_200_000)

  it('finds a route that breaks on an odd word (planted fault)', async () => {
    const broken = await houseServer(db, {
      change: (route: Route) =>
        route.url !== '/api/search'
          ? route
          : {
              ...route,
              handle: async (context) => {
                if (/[^\p{L}\p{N}\s]/u.test((context.query as { q: string }).q)) throw new Error('planted')
                return route.handle(context)
              },
            },
    })
    const { faults } = await fuzz(fuzzing(broken), 600)
    expect(faults.filter((fault) => fault.includes('/api/search'))).not.toEqual([])
    await broken.close()
  }, 120_000)
})
