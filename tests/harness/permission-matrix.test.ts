import { Policy } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { policy as housePolicy } from '../../apps/server/house.ts'
import { isLong } from './long.ts'
import { expectations } from './permission-expectations.ts'
import { type Asker, type Cell, gateOnly, prepareAskers, prepareManyHats, runMatrix } from './permission-matrix.ts'
import { type Objects, prepareObjects } from './permission-objects.ts'
import { ChangeablePolicy, widenings, withRow } from './widen-policy.ts'
import { furnish, houseServer, routesOf } from './world.ts'

const { db } = await testDatabase()
const routes = routesOf()
const policy = new ChangeablePolicy()
let server: Awaited<ReturnType<typeof houseServer>>
let objects: Objects
let askers: Asker[]
const wrong = (cells: readonly Cell[]) => cells.filter((cell) => cell.actual !== cell.expected)

beforeAll(async () => {
  await furnish(db)
  const working = await houseServer(db)
  objects = await prepareObjects(db, working)
  await working.close()
  askers = await prepareAskers(db)
  server = await houseServer(db, { policy, change: gateOnly })
}, 120_000)

describe('permission matrix: every route × role × relation', () => {
  it('answers as the expectations say, in every cell', async () => {
    policy.use(housePolicy)
    const cells = await runMatrix(server, routes, askers, objects, expectations)
    console.log(`permission matrix: ${cells.length} cells, ${routes.length} routes, ${askers.length} askers`)
    expect(wrong(cells)).toEqual([])
    expect(cells.length).toBeGreaterThan(1000)
  }, 300_000)

  it.runIf(isLong)(
    'answers so to people of several roles too (long)',
    async () => {
      const cells = await runMatrix(server, routes, await prepareManyHats(db), objects, expectations)
      console.log(`permission matrix, people of several roles: ${cells.length} cells`)
      expect(wrong(cells)).toEqual([])
    },
    3_600_000,
  )

  it('has an expectation for every action, and none for actions that are gone', () => {
    expect(Object.keys(expectations).sort()).toEqual(housePolicy.actions().filter((action) => isUsed(action)))
  })

  it('is asked about by at least one route for every action', () => {
    const asked = new Set(routes.map((route) => route.action))
    expect(housePolicy.actions().filter((action) => !asked.has(action))).toEqual(unusedActions)
  })

  it('finds every row that is widened (planted faults)', async () => {
    const missed: string[] = []
    let planted = 0
    for (const [index, row] of housePolicy.rows.entries()) {
      const about = routes.filter((route) => route.action === row.action)
      if (about.length === 0) continue
      for (const wider of widenings(row)) {
        if (unobservable.includes(`${row.action} for ${wider.what}`)) continue
        planted += 1
        policy.use(withRow(index, wider.row))
        const cells = await runMatrix(
          server,
          about.length > 10 ? about.slice(0, 1) : about,
          askers,
          objects,
          expectations,
        )
        if (wrong(cells).length === 0) missed.push(`${row.action} for ${wider.what}`)
      }
    }
    policy.use(housePolicy)
    console.log(`permission matrix: ${planted} planted faults`)
    expect(missed).toEqual([])
    expect(planted).toBeGreaterThan(20)
  }, 300_000)

  it('finds a row that is taken away (planted fault)', async () => {
    policy.use(new Policy(housePolicy.rows.filter((row) => row.action !== 'plans.plan.publish')))
    const about = routes.filter((route) => route.action === 'plans.plan.publish')
    expect(wrong(await runMatrix(server, about, askers, objects, expectations))).not.toEqual([])
    policy.use(housePolicy)
  })
})

/** Their routes are only ever about oneself, so that nobody can tell these rows from wider ones. */
const unobservable = ['accounts.session.list-own for everywhere', 'accounts.password.change for everywhere']

/** In the table for menus and views only: no route asks for it. */
const unusedActions = ['plans.ledger.read']

function isUsed(action: string): boolean {
  return !unusedActions.includes(action)
}
