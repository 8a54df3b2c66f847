import type { Database } from '@opensti/db'
import { sql } from 'kysely'

interface Table {
  name: string
  copy: string
  columns: string
  /** Numbers that the database gives out by itself; they differ from run to run. */
  counted: readonly string[]
  rows: number
}

/** Remembers what a database holds, tells what has changed since, and puts it back. Wants a superuser’s connection. */
export class StateKeeper {
  readonly #db: Database
  readonly #tables: ReadonlyMap<string, Table>
  readonly #known: ReadonlySet<string>
  readonly #changed = new Set<string>()
  /** The first transaction that came after everything was as it was. */
  #since = '0'

  private constructor(db: Database, tables: ReadonlyMap<string, Table>, known: ReadonlySet<string>) {
    this.#db = db
    this.#tables = tables
    this.#known = known
  }

  static async open(db: Database): Promise<StateKeeper> {
    const { rows } = await sql<{ schema: string; name: string; columns: string; counted: string[] }>`
      select table_schema as schema, table_name as name,
        string_agg(quote_ident(column_name), ', ' order by ordinal_position) filter (where is_generated = 'NEVER') as columns,
        coalesce(array_agg(column_name::text) filter (where is_identity = 'YES' or column_default like 'nextval%'), '{}') as counted
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      and table_schema <> 'kept' group by 1, 2 order by 1, 2`.execute(db)
    await sql.raw('drop schema if exists kept cascade; create schema kept').execute(db)
    const tables = new Map<string, Table>()
    const known = new Set<string>()
    for (const { schema, name, columns, counted } of rows) {
      const table = { name: `"${schema}"."${name}"`, copy: `kept."${schema}_${name}"`, columns, counted }
      await sql.raw(`create unlogged table ${table.copy} as table ${table.name}`).execute(db)
      const all = await sql.raw<{ row: string }>(`select to_jsonb(x)::text as row from ${table.name} x`).execute(db)
      for (const { row } of all.rows) for (const [word] of row.matchAll(secret)) known.add(word)
      tables.set(`${schema}.${name}`, { ...table, rows: all.rows.length })
    }
    const keeper = new StateKeeper(db, tables, known)
    await keeper.#beginHere()
    return keeper
  }

  async #beginHere(): Promise<void> {
    const { rows } = await sql<{ next: string }>`
      select (pg_snapshot_xmax(pg_current_snapshot())::text::bigint & 4294967295)::text as next`.execute(this.#db)
    this.#since = rows[0]!.next
  }

  /** The tables that hold newer rows than then, or fewer: also those that only a trigger wrote. */
  async #touched(): Promise<string[]> {
    const parts = [...this.#tables].map(
      ([name, table]) => `select '${name}' as name from ${table.name}
        having count(*) <> ${table.rows} or bool_or(xmin::text::bigint >= ${this.#since})`,
    )
    const { rows } = await sql.raw<{ name: string }>(parts.join(' union all ')).execute(this.#db)
    return rows.map(({ name }) => name)
  }

  /** Everything is as it was: from here on only what is written next is looked at. */
  forgetChanges(): void {
    this.#changed.clear()
  }

  mayHaveChanged(tables: readonly string[]): void {
    for (const table of tables) if (this.#tables.has(table)) this.#changed.add(table)
  }

  /** Rows that came and rows that went, as text that is the same whenever the same has happened. */
  async changes(everywhere: boolean): Promise<string> {
    const names = [...new Set([...this.#changed, ...(everywhere ? await this.#touched() : [])])].sort()
    if (names.length === 0) return ''
    const parts = names.map((name) => this.#difference(name))
    const { rows } = await sql
      .raw<{ name: string; sign: '+' | '-'; row: Record<string, unknown> }>(parts.join(' union all '))
      .execute(this.#db)
    const lines = { '+': [] as string[], '-': [] as string[] }
    for (const { name, sign, row } of rows) {
      this.#changed.add(name)
      for (const column of this.#tables.get(name)!.counted) delete row[column]
      lines[sign].push(`${name} ${JSON.stringify(row, (_, value) => this.#plain(value))}`)
    }
    // A row of which only a time has changed came and went alike.
    const came = without(lines['+'], lines['-']).map((line) => `+ ${line}`)
    return [...came, ...without(lines['-'], lines['+']).map((line) => `- ${line}`)].sort().join('\n')
  }

  async putBack(): Promise<void> {
    const statements = [...this.#changed].map((name) => {
      const { name: table, copy, columns } = this.#tables.get(name)!
      return `delete from ${table}; insert into ${table} (${columns}) overriding system value select ${columns} from ${copy};`
    })
    // Without triggers and foreign keys: the order of the tables does not matter, and the log may be put back too.
    await sql
      .raw(`begin; set local session_replication_role = replica; ${statements.join(' ')} commit`)
      .execute(this.#db)
    await this.#beginHere()
  }

  #difference(name: string): string {
    const { name: table, copy } = this.#tables.get(name)!
    const now = `select to_jsonb(x) as row from ${table} x`
    const then = `select to_jsonb(x) as row from ${copy} x`
    return `select '${name}' as name, '+' as sign, row from (${now} except all ${then}) a
      union all select '${name}', '-', row from (${then} except all ${now}) b`
  }

  /** Times, new ids and new secrets differ from run to run; lists of ids have no order. */
  #plain(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#plain(one)).sort()
    if (typeof value !== 'string') return value
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value)) return 'a time'
    return value.replace(secret, (word) => (this.#known.has(word) ? word : 'something new'))
  }
}

/** Ids, digests and password hashes, as they stand in a row written as JSON. */
const secret = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=x)[0-9a-f]{32,}|\$argon2[^"]+/g

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
