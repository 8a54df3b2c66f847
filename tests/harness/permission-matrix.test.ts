import type { Route } from '@opensti/http'
import { Policy } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policy as housePolicy } from '../../apps/server/house.ts'
import { ownSignIn } from './city-sign-in.ts'
import { type City, nothingEver, prepareCity } from './city-things.ts'
import { isLong } from './long.ts'
import { expectations } from './permission-expectations.ts'
import { type Cell, cells, type Matrix, prepareAskers, prepareManyHats } from './permission-matrix.ts'
import { objectsFor } from './permission-objects.ts'
import { plantedFaults } from './planted-handlers.ts'
import { UndoneDatabase } from './undone-database.ts'
import { ChangeablePolicy, widenings, withRow } from './widen-policy.ts'
import { away, furnish, home, houseServer, routesOf } from './world.ts'

const { db } = await testDatabase()
const routes = routesOf()
const policy = new ChangeablePolicy()
let matrix: Matrix
let cities: readonly [City, City]

beforeAll(async () => {
  await furnish(db)
  const working = await houseServer(db)
  cities = [await prepareCity(db, working, home), await prepareCity(db, working, away)]
  await working.close()
  const askers = await prepareAskers(db)
  const database = await UndoneDatabase.open(db)
  const never = nothingEver()
  matrix = {
    server: await houseServer(database.db, { policy }),
    database,
    askers,
    objects: (route) => objectsFor(route, cities, never),
    expectations,
    marks: cities.flatMap((city) => city.marks),
  }
}, 120_000)
afterAll(async () => {
  await matrix.server.close()
  matrix.database.stop()
})

/** Runs the whole and returns the cells that are not as expected. */
async function wrongOnes(of: Matrix, about: readonly Route[]): Promise<{ asked: number; wrong: Cell[] }> {
  const wrong: Cell[] = []
  let asked = 0
  for await (const cell of cells(of, about)) {
    asked += 1
    if (cell.actual !== cell.expected) wrong.push(cell)
  }
  return { asked, wrong }
}

/** The same by route and object, so that one fault is one line. */
function inGroups(wrong: readonly Cell[]): string[] {
  const groups = new Map<string, string[]>()
  for (const { route, object, expected, actual, asker } of wrong) {
    const text = `${route} ${object}: expected ${expected}, got ${actual}`
    groups.set(text, [...(groups.get(text) ?? []), asker])
  }
  return [...groups].map(([text, askers]) => `${text} (${askers.join(', ')})`)
}

/** Whether any cell is not as expected; stops at the first. */
async function finds(of: Matrix, about: readonly Route[]): Promise<boolean> {
  for await (const cell of cells(of, about)) if (cell.actual !== cell.expected) return true
  return false
}

describe('permission matrix: every route × role × relation, answered by the real handlers', () => {
  it('answers as the expectations say, in every cell', async () => {
    policy.use(housePolicy)
    const { asked, wrong } = await wrongOnes(matrix, routes)
    console.log(`permission matrix: ${asked} cells, ${routes.length} routes, ${matrix.askers.length} askers`)
    expect(inGroups(wrong)).toEqual([])
    expect(asked).toBeGreaterThan(4000)
  }, 300_000)

  it.runIf(isLong)(
    'answers so to people of several roles too (long)',
    async () => {
      const { asked, wrong } = await wrongOnes({ ...matrix, askers: await prepareManyHats(db) }, routes)
      console.log(`permission matrix, people of several roles: ${asked} cells`)
      expect(inGroups(wrong)).toEqual([])
    },
    3_600_000,
  )

  it('has an expectation for every action, and none for actions that are gone', () => {
    expect(Object.keys(expectations).sort()).toEqual(housePolicy.actions())
  })

  it('is asked about by at least one route for every action', () => {
    const asked = new Set(routes.map((route) => route.action))
    expect(housePolicy.actions().filter((action) => !asked.has(action))).toEqual([])
  })

  it('finds every row that is widened (planted faults)', async () => {
    const missed: string[] = []
    let planted = 0
    for (const [index, row] of housePolicy.rows.entries()) {
      const about = routes.filter((route) => route.action === row.action)
      for (const wider of about.length > 0 ? widenings(row) : []) {
        if (unobservable.includes(`${row.action} for ${wider.what}`)) continue
        planted += 1
        policy.use(withRow(index, wider.row))
        if (!(await finds(matrix, about))) missed.push(`${row.action} for ${wider.what}`)
      }
    }
    policy.use(housePolicy)
    console.log(`permission matrix: ${planted} planted faults in the table`)
    expect(missed).toEqual([])
    expect(planted).toBeGreaterThan(20)
  }, 300_000)

  it('finds a row that is taken away (planted fault)', async () => {
    policy.use(new Policy(housePolicy.rows.filter((row) => row.action !== 'plans.plan.publish')))
    const about = routes.filter((route) => route.action === 'plans.plan.publish')
    expect(await finds(matrix, about)).toBe(true)
    policy.use(housePolicy)
  })

  it.each(plantedFaults)(
    'finds $what (planted fault)',
    async ({ url, method, plant }) => {
      const faulty = await houseServer(matrix.database.db, {
        change: (route) => (route.url === url && route.method === method ? plant(route) : route),
      })
      const about = routes.filter((route) => route.url === url && route.method === method)
      expect(about).toHaveLength(1)
      expect(await finds({ ...matrix, server: faulty }, about)).toBe(true)
      await faulty.close()
    },
    60_000,
  )
})

/** Their routes are only ever about oneself, and their handlers ask again: nobody can tell these rows from wider ones. */
const unobservable = [
  'accounts.session.list-own',
  'accounts.password.change',
  'accounts.phone.set-own',
  'accounts.notice.list-own',
  'accounts.notice.see-own',
  'accounts.notice.choose-own',
  ...ownSignIn,
].flatMap((action) => [`${action} for everywhere`, `${action} for visitors too`])
