import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { open, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { layMigrations, type MigrationFile, type MigrationFolder, readMigrations, structureLock } from '../migrate.ts'
import { readArchive } from './archive.ts'
import { canonicalSettings, type HouseTable, readSchemas, readTables } from './catalog.ts'
import { type CheckedBackup, checkBackup } from './check-backup.ts'
import { copyIn } from './copy-stream.ts'
import { listDataFiles } from './data-files.ts'
import { sumContents } from './digest.ts'
import { layAside, putBack } from './guards.ts'
import type { Opener } from './keys.ts'
import { type BackupHead, readEntryName } from './manifest.ts'
import { refusals } from './refusals.ts'
import { placeFiles, setMark, settleRestore, stagedFolder } from './settle-restore.ts'

export interface RestoreOptions {
  ownerUrl: string
  /** Gets the office's files: keys, heads, letters. */
  dataDir: string
  file: string
  opener: Opener
  migrations: readonly MigrationFolder[]
  /** Throw away what is here. */
  replace?: boolean
  report?: (sentence: string) => void
}

export interface Restored extends CheckedBackup {
  /** Summed up from the restored database itself, equal to the backup's. */
  digest: string
}

/**
 * Puts a backup into a fresh server. It is read to its end and compared with itself first. Then structure and rows come in
 * by one transaction, which is kept only when the digest over the restored database is the backup's; the files follow,
 * and an interruption between the two is settled at the next start. Later migrations are the next start's work.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { ownerUrl, dataDir, opener, report = () => undefined } = options
  const file = resolve(options.file)
  report('读取并核对备份 Reading and checking the backup …')
  const { head, manifest } = await checkBackup(file, opener)
  const structure = chooseMigrations(file, head, await readMigrations(options.migrations))
  await settleRestore(dataDir, ownerUrl)
  await checkRoom(dataDir, [...manifest.tables, ...manifest.files])
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'opensti restore', keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(canonicalSettings)
    await refuseUsed(client)
    if (!options.replace) await refuseFull(client, dataDir)
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [structureLock])
    report('建立结构 Laying the structure …')
    const schemas = new Set([...(await readSchemas(client)), ...structure.map((one) => one.schema), 'opensti'])
    for (const schema of schemas) {
      await client.query(`drop schema if exists ${client.escapeIdentifier(schema)} cascade`)
    }
    await layMigrations(client, structure)
    const tables = await readTables(client, await readSchemas(client))
    refuseOtherShape(file, head, tables)
    await fill(client, { ...options, file }, tables, manifest.sequences)
    report('计算摘要 Summing up …')
    const { digest } = await sumContents(client)
    if (digest !== manifest.digest) throw refusals.unequal(manifest.digest, digest)
    const { rows } = await client.query<{ xid: string }>('select pg_current_xact_id()::text as xid')
    const files = manifest.files.map((one) => one.path)
    await setMark(dataDir, { transaction: rows[0]!.xid, files })
    await client.query('commit')
    placeFiles(dataDir, files)
    await settleRestore(dataDir, ownerUrl)
    await client.query('analyze')
    return { head, manifest, digest }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The migrations that the backup had, in their order. This program must know every one of them, unchanged. */
function chooseMigrations(file: string, head: BackupHead, known: readonly MigrationFile[]): MigrationFile[] {
  const wanted = new Map(head.migrations.map((one) => [`${one.schema}/${one.name}`, one.checksum]))
  const chosen = known.filter((one) => wanted.has(`${one.schema}/${one.name}`))
  for (const [key, checksum] of wanted) {
    const mine = chosen.find((one) => `${one.schema}/${one.name}` === key)
    if (!mine) throw refusals.newer(file, key)
    if (mine.checksum !== checksum) throw refusals.otherStructure(file, key)
  }
  return chosen
}

/** The rows need about half as much again for their indexes; the server may be elsewhere, so this is an estimate. */
async function checkRoom(dataDir: string, parts: readonly { bytes: number }[]): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const needed = parts.reduce((sum, one) => sum + one.bytes, 0) * 1.5
  const { bavail, bsize } = await statfs(dataDir)
  if (bavail * bsize < needed) throw refusals.noRoom(dataDir, needed, bavail * bsize)
}

async function refuseUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct application_name as name from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name like 'opensti%'`,
  )
  if (rows.length > 0) throw refusals.inUse(rows.map((row) => row.name).join(', '))
}

async function refuseFull(client: pg.Client, dataDir: string): Promise<void> {
  for (const table of await readTables(client, await readSchemas(client))) {
    const { rows } = await client.query<{ full: boolean }>(`select exists (select from ${table.sql.name}) as full`)
    if (rows[0]?.full) throw refusals.notEmpty(table.name)
  }
  const [file] = await listDataFiles(dataDir)
  if (file) throw refusals.notEmpty(join(dataDir, file))
}

function refuseOtherShape(file: string, head: BackupHead, tables: readonly HouseTable[]): void {
  const shape = (all: readonly { name: string; columns: readonly string[] }[]) =>
    all.map((one) => `${one.name}(${one.columns.join(',')})`)
  const [wanted, found] = [shape(head.tables), shape(tables)]
  const odd = [...wanted, ...found].find((one) => !wanted.includes(one) || !found.includes(one))
  if (odd) throw refusals.otherStructure(file, odd)
}

async function fill(
  client: pg.Client,
  { file, opener, dataDir, report = () => undefined }: RestoreOptions,
  tables: readonly HouseTable[],
  sequences: CheckedBackup['manifest']['sequences'],
): Promise<void> {
  const guards = await layAside(client, tables)
  // Migrations may have brought rows of their own.
  await client.query(`truncate ${tables.map((table) => table.sql.name).join(', ')}`)
  const byName = new Map(tables.map((table) => [table.name, table]))
  rmSync(stagedFolder(dataDir), { recursive: true, force: true })
  mkdirSync(stagedFolder(dataDir), { recursive: true, mode: 0o700 })
  let last = ''
  for await (const { name, bytes } of readArchive(file, opener)) {
    const entry = readEntryName(name)
    if (entry?.kind === 'file') await stage(dataDir, entry.name, bytes)
    const table = entry?.kind === 'table' ? byName.get(entry.name) : undefined
    if (!table) continue
    if (last !== table.name) report(`${table.name}`)
    last = table.name
    await copyIn(client, `copy ${table.sql.name} (${table.sql.columns}) from stdin`, bytes)
  }
  for (const { name, value, isCalled } of sequences) {
    const [schema, sequence] = name.split('.') as [string, string]
    const place = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(sequence)}`
    await client.query('select setval($1::regclass, $2::bigint, $3)', [place, value, isCalled])
  }
  report('恢复约束 Putting the constraints back …')
  await putBack(client, guards)
}

async function stage(dataDir: string, path: string, bytes: Buffer): Promise<void> {
  const place = join(stagedFolder(dataDir), path)
  if (!existsSync(dirname(place))) mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
  const handle = await open(place, 'a', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
