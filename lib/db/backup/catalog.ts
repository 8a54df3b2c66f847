import pg from 'pg'

/** A table whose rows belong to the house, with what is needed to copy them in an order that every server agrees on. */
export interface HouseTable {
  /** `schema.table`. */
  name: string
  /** Without generated ones, in the order of their names. */
  columns: string[]
  /** For SQL: the quoted name, the quoted columns, and the order. */
  sql: { name: string; columns: string; order: string }
}

/** Tables that tell of backups and of the structure itself, not of the office's work: neither copied nor counted. */
const leftOut = ['opensti.migration', 'opensti.backup_note']

/** The schemas that migrations have made. Empty when none has run. */
export async function readSchemas(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('opensti.migration') is not null as there`,
  )
  if (!rows[0]?.there) return []
  const found = await client.query<{ schema: string }>('select distinct schema from opensti.migration order by schema')
  return found.rows.map((row) => row.schema)
}

/** Every table of these schemas, in the order of their names. */
export async function readTables(client: pg.Client, schemas: readonly string[]): Promise<HouseTable[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: Column[] }>(
    `select n.nspname as schema, c.relname as name,
       (select coalesce(json_agg(json_build_object('name', a.attname, 'collated', a.attcollation <> 0,
          'key', array_position(i.indkey::int2[], a.attnum)) order by a.attname collate "C"), '[]')
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
     order by n.nspname collate "C", c.relname collate "C"`,
    [schemas],
  )
  return rows.filter((row) => !leftOut.includes(`${row.schema}.${row.name}`)).map(tableOf)
}

interface Column {
  name: string
  collated: boolean
  key: number | null
}

function tableOf({ schema, name, columns }: { schema: string; name: string; columns: Column[] }): HouseTable {
  const quote = pg.escapeIdentifier
  const keys = columns.filter((one) => one.key !== null).sort((a, b) => a.key! - b.key!)
  // Text by code points, whatever the collation of this database.
  const order =
    keys.length > 0
      ? keys.map((one) => (one.collated ? `${quote(one.name)} collate "C"` : quote(one.name)))
      : columns.map((one) => `${quote(one.name)}::text collate "C"`)
  return {
    name: `${schema}.${name}`,
    columns: columns.map((one) => one.name),
    sql: {
      name: `${quote(schema)}.${quote(name)}`,
      columns: columns.map((one) => quote(one.name)).join(', '),
      order: order.join(', '),
    },
  }
}

export interface HouseSequence {
  name: string
  value: string
  isCalled: boolean
}

/**
 * Where the counters stand now. They do not go back with a transaction, so they are read after the snapshot is taken:
 * then no number in it is given out a second time.
 */
export async function readSequences(client: pg.Client, schemas: readonly string[]): Promise<HouseSequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'S' order by n.nspname collate "C", c.relname collate "C"`,
    [schemas],
  )
  const sequences: HouseSequence[] = []
  for (const { schema, name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`,
    )
    sequences.push({ name: `${schema}.${name}`, value: state.rows[0]!.value, isCalled: state.rows[0]!.called })
  }
  return sequences
}

/** Settings under which equal values have equal text, on every server. */
export const canonicalSettings = `
  set client_encoding = 'UTF8'; set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
  set extra_float_digits = 1; set bytea_output = 'hex'; set statement_timeout = 0; set lock_timeout = '30s';
  set idle_in_transaction_session_timeout = 0; set client_min_messages = warning`
