import { createHash, randomUUID } from 'node:crypto'
import { mkdir, stat, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { pieceSize, type WrittenFile, writeArchive } from './archive.ts'
import { type HouseTable, readSchemas, readSequences, readTables } from './catalog.ts'
import { listDataFiles, readPieces } from './data-files.ts'
import { beginSnapshot, contentsOf, sumTable, type TableSum } from './digest.ts'
import type { Lock } from './keys.ts'
import { type BackupHead, type BackupManifest, backupFormat, entryNames } from './manifest.ts'
import { refusals } from './refusals.ts'

export interface BackupOptions {
  /** The database, by its owner's address. */
  ownerUrl: string
  dataDir: string
  /** Where to write; must not exist. */
  file: string
  lock: Lock
  /** Version of the program, for the record. */
  program: string
  /** Says how far it is, one sentence each. */
  report?: (sentence: string) => void
}

export interface MadeBackup extends WrittenFile {
  id: string
  takenAt: Date
  digest: string
  rows: number
  tables: number
  files: number
}

type Add = (entry: { name: string; bytes: Buffer }) => Promise<void>

/**
 * Writes all contents of the house, as they were at one moment, into one encrypted file. The house goes on working; only
 * changes of the structure wait until it is done. Memory stays below a few pieces of 4 MB and the largest row.
 */
export async function makeBackup(options: BackupOptions): Promise<MadeBackup> {
  const { ownerUrl, report = () => undefined } = options
  const file = resolve(options.file)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'opensti backup', keepAlive: true })
  client.on('error', () => undefined)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await client.connect()
  try {
    await beginSnapshot(client)
    const head = await readHead(client, options.program)
    const schemas = await readSchemas(client)
    const tables = await readTables(client, schemas)
    await keepStructure(client, tables)
    await checkRoom(client, tables, file)
    let manifest: BackupManifest | undefined
    const written = await writeArchive(file, options.lock, async (add) => {
      const shapes = tables.map(({ name, columns }) => ({ name, columns }))
      await add({ name: entryNames.head, bytes: jsonBytes({ ...head, tables: shapes }) })
      const sums: TableSum[] = []
      for (const table of tables) {
        report(`${sums.length + 1}/${tables.length} ${table.name}`)
        sums.push(await addTable(client, table, add))
      }
      const contents = contentsOf(sums, await readSequences(client, schemas))
      const files = await addFiles(client, options.dataDir, add)
      manifest = { ...contents, files }
      await add({ name: entryNames.manifest, bytes: jsonBytes(manifest) })
    })
    const { digest, tables: sums, files } = manifest!
    const rows = sums.reduce((sum, table) => sum + table.rows, 0)
    const { id, takenAt } = head
    return { ...written, id, takenAt: new Date(takenAt), digest, rows, tables: sums.length, files: files.length }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function readHead(client: pg.Client, program: string): Promise<Omit<BackupHead, 'tables'>> {
  const { rows } = await client.query<{ now: Date; server: string }>(
    `select clock_timestamp() as now, current_setting('server_version') as server`,
  )
  const migrations = await client.query<{ schema: string; name: string; checksum: string }>(
    `select schema, name, checksum from opensti.migration order by name collate "C", schema collate "C"`,
  )
  return {
    format: backupFormat,
    id: randomUUID(),
    takenAt: rows[0]!.now.toISOString(),
    program,
    server: rows[0]!.server,
    migrations: migrations.rows,
  }
}

/** No migration changes a table between the snapshot and its copy; readers and writers do not notice. */
async function keepStructure(client: pg.Client, tables: readonly HouseTable[]): Promise<void> {
  await client.query(`lock table ${tables.map((table) => table.sql.name).join(', ')} in access share mode`)
}

/** Compressed, contents take about a third of their place in the database; attached papers nearly all of it. */
async function checkRoom(client: pg.Client, tables: readonly HouseTable[], file: string): Promise<void> {
  const { rows } = await client.query<{ bytes: string }>(
    'select coalesce(sum(pg_table_size(name::regclass)), 0)::text as bytes from unnest($1::text[]) as name',
    [tables.map((table) => table.sql.name)],
  )
  const { bavail, bsize } = await statfs(dirname(file))
  const needed = Number(rows[0]!.bytes)
  if (bavail * bsize < needed) throw refusals.noRoom(dirname(file), needed, bavail * bsize)
}

async function addTable(client: pg.Client, table: HouseTable, add: Add): Promise<TableSum> {
  let rows: Buffer[] = []
  let size = 0
  let piece = 0
  const cut = async () => {
    piece += 1
    const bytes = Buffer.concat(rows)
    rows = []
    size = 0
    await add({ name: entryNames.table(table.name, piece), bytes })
  }
  const sum = await sumTable(client, table, (row) => {
    rows.push(row)
    size += row.length
    return size < pieceSize ? undefined : cut()
  })
  if (size > 0) await cut()
  return sum
}

async function addFiles(client: pg.Client, dataDir: string, add: Add): Promise<BackupManifest['files']> {
  const { rows } = await client.query<{ last: string }>(
    'select coalesce(max(number), 0)::text as last from opensti.audit_seal',
  )
  const files: BackupManifest['files'] = []
  for (const path of await listDataFiles(dataDir)) {
    const hash = createHash('sha256')
    let bytes = 0
    let piece = 0
    try {
      for await (const part of readPieces(dataDir, path, Number(rows[0]!.last))) {
        piece += 1
        hash.update(part)
        bytes += part.length
        await add({ name: entryNames.file(path, piece), bytes: part })
      }
    } catch (error) {
      // Handed on and deleted meanwhile, as letters are.
      if (piece === 0 && !(await stat(join(dataDir, path)).catch(() => undefined))) continue
      throw error
    }
    files.push({ path, bytes, sha256: hash.digest('hex') })
  }
  return files
}

function jsonBytes(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
}
