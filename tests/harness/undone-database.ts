import type { Database, Tables } from '@opensti/db'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
} from 'kysely'

/**
 * A database for a server whose every request is to leave no trace. All goes over one connection, inside one
 * transaction that is rolled back at the end of each `undone`; what the product takes for transactions are savepoints
 * in it. So real handlers can be asked thousands of times about the same things.
 */
export class UndoneDatabase {
  readonly db: Database
  readonly #driver: UndoneDriver
  readonly #outside: Database
  readonly #release: () => void

  private constructor(held: Database, outside: Database, release: () => void) {
    this.#driver = new UndoneDriver(held)
    this.#outside = outside
    this.#release = release
    this.db = new Kysely<Tables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => this.#driver,
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    })
  }

  /** Takes one connection of `db` until `stop`. */
  static async open(db: Database): Promise<UndoneDatabase> {
    const given = Promise.withResolvers<Database>()
    const done = Promise.withResolvers<void>()
    db.connection()
      .execute((held) => {
        given.resolve(held)
        return done.promise
      })
      .catch(given.reject)
    return new UndoneDatabase(await given.promise, db, done.resolve)
  }

  async undone<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#driver.begin()
    try {
      return await work()
    } finally {
      await this.#driver.undo()
    }
  }

  /** The writing statements so far, without those of transactions that were rolled back. */
  get written(): readonly string[] {
    return this.#driver.written
  }

  /** Of these tables those that are not as they were: asked before all is undone. What was written and taken back is not. */
  async changed(tables: readonly string[]): Promise<string[]> {
    const changed: string[] = []
    for (const table of tables) {
      // Rows of this transaction, and rows that it has taken away.
      const { rows } = await sql<{ fresh: boolean; count: string }>`
        select count(*) as count, bool_or(xmin::text::bigint >= (pg_current_xact_id()::text::bigint & 4294967295)) as fresh
        from ${sql.table(table)}`.execute(this.db)
      const outside = await sql<{ count: string }>`select count(*) as count from ${sql.table(table)}`.execute(
        this.#outside,
      )
      if (rows[0]?.fresh || rows[0]?.count !== outside.rows[0]?.count) changed.push(table)
    }
    return changed
  }

  stop(): void {
    this.#release()
  }
}

class UndoneDriver implements Driver {
  readonly written: string[] = []
  readonly #held: Database
  readonly #connection: DatabaseConnection
  /** What was written since the savepoint; null while none stands. */
  #pending: string[] | null = null
  #turn: Promise<void> = Promise.resolve()
  #endTurn: () => void = () => undefined

  constructor(held: Database) {
    this.#held = held
    this.#connection = {
      executeQuery: (query) => this.#execute(query),
      streamQuery: () => {
        throw new Error('Streams of rows are not undone.')
      },
    }
  }

  begin(): Promise<unknown> {
    return this.#send('begin isolation level serializable')
  }

  async undo(): Promise<void> {
    await this.#send('rollback')
    this.#pending = null
    this.written.length = 0
    this.#endTurn()
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  async releaseConnection(): Promise<void> {}

  /** One at a time, because savepoints lie inside each other and the product’s transactions do not. */
  async beginTransaction(): Promise<void> {
    const before = this.#turn
    this.#turn = new Promise((resolve) => {
      this.#endTurn = resolve
    })
    await before
    await this.#send('savepoint undone')
    this.#pending = []
  }

  async commitTransaction(): Promise<void> {
    // What the product’s commit would check, its savepoint checks here.
    await this.#send('set constraints all immediate')
    await this.#send('release savepoint undone')
    this.written.push(...(this.#pending ?? []))
    this.#pending = null
    this.#endTurn()
  }

  async rollbackTransaction(): Promise<void> {
    await this.#send('rollback to savepoint undone')
    await this.#send('release savepoint undone')
    this.#pending = null
    this.#endTurn()
  }

  async destroy(): Promise<void> {}

  async #execute<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const result = await this.#held.executeQuery<Row>(query)
      if (tablesWritten(query.sql).length > 0) (this.#pending ?? this.written).push(query.sql)
      return result
    } catch (error) {
      // Outside a savepoint the fault has spoilt the whole transaction; what follows gets a fresh one.
      if (!this.#pending) await this.#send('rollback').then(() => this.begin())
      throw error
    }
  }

  #send(statement: string): Promise<unknown> {
    return this.#held.executeQuery(CompiledQuery.raw(statement))
  }
}

const writing = /\b(?:insert into|delete from|(?<!for )(?<!do )update)\s+(?:only\s+)?((?:"?\w+"?\.)?"?\w+"?)/gi

/** The tables that a statement writes, as `schema.table`. */
export function tablesWritten(statement: string): string[] {
  return [...statement.matchAll(writing)].map((match) => match[1]!.replaceAll('"', ''))
}
