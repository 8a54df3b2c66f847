import { createHash } from 'node:crypto'
import type pg from 'pg'
import {
  canonicalSettings,
  type HouseSequence,
  type HouseTable,
  readSchemas,
  readSequences,
  readTables,
} from './catalog.ts'
import { copyOut } from './copy-stream.ts'

/** What one table holds: the SHA-256 is over its rows as COPY text, columns by name, rows by primary key. */
export interface TableSum {
  name: string
  rows: number
  bytes: number
  sha256: string
}

export interface Contents {
  tables: TableSum[]
  sequences: HouseSequence[]
  /** Over all of it. Equal contents have equal digests, on whatever server. */
  digest: string
}

export function contentsOf(tables: readonly TableSum[], sequences: readonly HouseSequence[]): Contents {
  const lines = [
    ...tables.map(({ name, rows, sha256 }) => `table ${name} ${rows} ${sha256}\n`),
    ...sequences.map(({ name, value, isCalled }) => `sequence ${name} ${value} ${isCalled}\n`),
  ]
  const digest = createHash('sha256').update(lines.join('')).digest('hex')
  return { tables: [...tables], sequences: [...sequences], digest }
}

/** Begins a transaction that sees one state that really was (a serializable one, of which no later one could differ). */
export async function beginSnapshot(client: pg.Client): Promise<void> {
  await client.query(canonicalSettings)
  await client.query('begin isolation level serializable read only deferrable')
}

/** Sums up all contents as this transaction sees them. */
export async function sumContents(client: pg.Client): Promise<Contents> {
  const schemas = await readSchemas(client)
  const sums: TableSum[] = []
  for (const table of await readTables(client, schemas)) sums.push(await sumTable(client, table))
  return contentsOf(sums, await readSequences(client, schemas))
}

/** @param take gets every row on the way. */
export async function sumTable(
  client: pg.Client,
  table: HouseTable,
  take: (row: Buffer) => Promise<void> | void = () => undefined,
): Promise<TableSum> {
  const hash = createHash('sha256')
  const sum = { rows: 0, bytes: 0 }
  const { name, columns, order } = table.sql
  for await (const row of copyOut(client, `copy (select ${columns} from ${name} order by ${order}) to stdout`)) {
    hash.update(row)
    sum.rows += 1
    sum.bytes += row.length
    const taking = take(row)
    if (taking) await taking
  }
  return { name: table.name, ...sum, sha256: hash.digest('hex') }
}
