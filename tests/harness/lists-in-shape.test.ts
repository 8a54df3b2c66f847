import { loadLakeside } from '@opensti/accounts/testing'
import { connect, type Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { loadRegions } from '@opensti/plans'
import { readRegions } from '@opensti/regions'
import { freshDatabase, type TestDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillLedger } from '../../bench/fill-ledger.ts'
import { fillOffice } from '../../bench/fill-office.ts'
import { fillWork } from '../../bench/fill-work.ts'
import { findAsked } from '../../bench/measure-lists.ts'
import { allLists, type List } from '../../bench/measured-lists.ts'
import { makeWorkWorld } from '../../bench/work-world.ts'
import { houseServer } from './world.ts'

/**
 * Times depend on the machine; these do not: a list asks the database the same questions however long it is, and finds what
 * it shows along an index. The benchmark of lists (`npm run bench -- reporting`) fills the same house with a hundred thousand figures.
 */
class FilledHouse {
  readonly statements: string[] = []
  lists: List[] = []
  #database!: TestDatabase
  #db!: Database
  #server!: Server
  #cookieOf!: (who: string) => Promise<string>

  /** @param size how much there is of everything */
  async fill(size: number): Promise<void> {
    this.#database = await freshDatabase()
    const { db, ownerUrl, appUrl } = this.#database
    const regions = readRegions('regions').map((reading) => reading.content)
    await loadRegions(
      db,
      regions.filter(({ id }) => id === 'china' || id === 'lakeside'),
    )
    await loadLakeside(db)
    const world = await makeWorkWorld(ownerUrl, db, { units: 2 + size, indicators: 3 * size })
    await fillWork(ownerUrl, world, 40 * size)
    await fillLedger(ownerUrl, world, {
      indicators: 10 * size,
      targets: 10 * size,
      tasks: 20 * size,
      disagreements: size,
    })
    await fillOffice(ownerUrl, world, {
      noticesEach: 40 * size,
      auditEntries: 40 * size,
      sharedTargets: 4 * size,
      assessments: 3 * size,
      evaluations: 3 * size,
      lines: 10 * size,
    })
    this.lists = allLists(world, await findAsked(db, world))
    this.#cookieOf = world.cookieOf
    this.#db = connect({ url: appUrl, max: 4, beforeStatement: (statement) => void this.statements.push(statement) })
    this.#server = await houseServer(this.#db)
  }

  /** What the database is asked for a list, made anew. */
  async askedFor({ path, who }: List): Promise<readonly string[]> {
    const headers = who === undefined ? {} : { cookie: await this.#cookieOf(who) }
    // First what a process learns once, such as the directory of units.
    await this.#server.inject({ method: 'GET', url: path, headers })
    await sql`update plans.region set revision = revision + 1`.execute(this.#database.owner)
    this.statements.length = 0
    const answer = await this.#server.inject({ method: 'GET', url: path, headers })
    expect(answer.statusCode, `${path}: ${answer.body.slice(0, 300)}`).toBe(200)
    return [...this.statements]
  }

  /** How a statement would be carried out where reading a whole table is to be avoided. */
  async planOf(statement: string): Promise<string> {
    return this.#database.owner.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      const { rows } = await sql.raw<Record<string, string>>(`explain (generic_plan) ${statement}`).execute(tx)
      return rows.flatMap((row) => Object.values(row)).join('\n')
    })
  }

  async close(): Promise<void> {
    await this.#server.close()
    await this.#db.destroy()
    await this.#database.stop()
  }
}

const short = new FilledHouse()
const long = new FilledHouse()

describe('lists', () => {
  beforeAll(async () => {
    await short.fill(1)
    await long.fill(4)
  }, 240_000)
  afterAll(async () => {
    await short.close()
    await long.close()
  })

  it('ask the same questions, however long they are', async () => {
    const more: string[] = []
    for (const [at, list] of short.lists.entries()) {
      // A file is read piece by piece, as long as it is.
      if (list.file) continue
      const few = await short.askedFor(list)
      const many = await long.askedFor(long.lists[at]!)
      if (many.length !== few.length) more.push(`${list.what}: ${few.length} questions, then ${many.length}`)
    }
    expect(more).toEqual([])
  }, 240_000)

  it.each([
    ['Open data, 200 in the middle', /plans"?\.value v/, 'value_in_order'],
    ['Open data of a region, in the middle', /plans"?\.value v/, 'value_in_order'],
    ['Figures grown old', /end_of_period/, 'value_latest'],
    ['A decomposition', /end_of_period/, 'value_latest'],
    ['Audit, first page', /"opensti"\."audit_entry"/, 'audit_entry_pkey'],
  ])('%s: found along an index', async (what, asks, index) => {
    const list = long.lists.find((one) => one.what === what)!
    const statement = (await long.askedFor(list)).find((one) => asks.test(one))
    expect(statement, what).toBeDefined()
    expect(await long.planOf(statement!)).toContain(index)
  })
})
