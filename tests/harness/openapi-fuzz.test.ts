import type { Route, Server } from '@opensti/http'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { policy } from '../../apps/server/house.ts'
import { type City, prepareCity } from './city-things.ts'
import { knownThings } from './known-things.ts'
import { isLong, size } from './long.ts'
import { type Case, coverage, type Fuzzing, fuzz, type Operation } from './openapi-fuzz.ts'
import { prepareWishes } from './repeated-requests.ts'
import { soundRequest } from './sound-requests.ts'
import { addPerson, canaryPaper, cookieFor, furnish, home, houseServer, routesOf, signInName } from './world.ts'

const { db } = await testDatabase()
const routes = routesOf()
const seed = Number(process.env['OPENSTI_SEED'] ?? Date.now() % 1_000_000)
let server: Server
let city: City
let wishes: ReturnType<typeof prepareWishes>

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
  wishes = prepareWishes(db, server)
}, 120_000)

function routeOf(operation: Operation): Route {
  const route = routes.find(
    (one) => one.method === operation.method && one.url.replaceAll(/:(\w+)/g, '{$1}') === operation.path,
  )
  if (!route) throw new Error(`${operation.method} ${operation.path} is described and is no route.`)
  return route
}

/** Reads ask about what the city has; writes use things up, so each is about things made for it alone. */
async function soundCase(operation: Operation): Promise<Case> {
  const route = routeOf(operation)
  if (route.method === 'GET') {
    const { url, payload } = soundRequest(route, city.inForce.ids)
    return { operation, url, payload, asker: askersFor(operation)[0]! }
  }
  const wish = await wishes[`${route.method} ${route.url}`]!()
  return { operation, url: wish.url, payload: wish.payload, asker: 'visitor', headers: wish.headers ?? {} }
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
    expect(never).toEqual([])
    expect(share).toBeGreaterThan(0.35)
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
    const { faults } = await fuzz(fuzzing(broken), 40, ({ path }) => path === '/api/search')
    expect(faults.filter((fault) => fault.includes('/api/search'))).not.toEqual([])
    await broken.close()
  }, 120_000)
})
