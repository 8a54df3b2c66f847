import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Database, Tables } from './tables.ts'

export interface ConnectOptions {
  /** `postgres://user:password@host:port/name`, or with `?host=/folder` for a unix socket. */
  url: string
  /** Most connections at once. */
  max?: number
  /** Shown in `pg_stat_activity`, so that an operator sees who holds what. */
  applicationName?: string
  /** How long one statement may run. Exports and migrations ask for more. */
  statementTimeoutMs?: number
  /**
   * Awaited before every statement, `begin` and `commit` included. Harnesses use it to hold one client back while
   * another moves, and to count statements; production leaves it out.
   */
  beforeStatement?: (statement: string) => Promise<void> | void
}

const second = 1000

/**
 * Opens a pool. Nothing connects until the first query.
 *
 * How values arrive: `int8` as bigint (exact, and JSON.stringify refuses it, so that nobody sends it unawares);
 * `numeric` as decimal string; `date` as 'YYYY-MM-DD'; `timestamptz` as Date; `interval` as text; `jsonb` parsed.
 */
export function connect(options: ConnectOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'opensti',
    connectionTimeoutMillis: 10 * second,
    idleTimeoutMillis: 60 * second,
    statement_timeout: options.statementTimeoutMs ?? 20 * second,
    lock_timeout: Math.min(10 * second, options.statementTimeoutMs ?? 10 * second),
    idle_in_transaction_session_timeout: 20 * second,
    keepAlive: true,
    types: { getTypeParser },
  })
  // An idle connection that breaks (server restart) is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  // The same for one that breaks while a transaction holds it between two statements; the next statement will fail.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const { beforeStatement } = options
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: beforeStatement ? watched(pool, beforeStatement) : pool }),
  })
}

const asText = (text: string) => text
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, BigInt],
  [pg.types.builtins.NUMERIC, asText],
  [pg.types.builtins.DATE, asText],
  [pg.types.builtins.TIMESTAMP, asText],
  [pg.types.builtins.INTERVAL, asText],
  [1016, arrayOf(BigInt)], // int8[]
  [1231, arrayOf(asText)], // numeric[]
  [1182, arrayOf(asText)], // date[]
])

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return parsers.get(oid) ?? pg.types.getTypeParser(oid, format)
}

function arrayOf(parse: (text: string) => unknown) {
  const types: { getTypeParser(oid: number): (text: string) => (string | null)[] } = pg.types
  const textArray = types.getTypeParser(1009)
  return (text: string) => textArray(text).map((item) => (item === null ? null : parse(item)))
}

function watched(pool: pg.Pool, beforeStatement: (statement: string) => Promise<void> | void): PostgresPool {
  return {
    end: () => pool.end(),
    connect: async () => {
      const client = (await pool.connect()) as unknown as PostgresPoolClient
      const query = async (text: string, parameters: readonly unknown[]) => {
        await beforeStatement(text)
        return client.query(text, parameters)
      }
      return { query, release: () => client.release() } as PostgresPoolClient
    },
  }
}
