import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** Where one module keeps its migrations; its tables live in the schema of the same name. */
export interface MigrationFolder {
  schema: string
  dir: string
}

export interface MigrationFile {
  schema: string
  name: string
  path: string
  sql: string
  checksum: string
}

const fileName = /^\d{14}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/
/** "osti": one process at a time changes the structure. */
export const structureLock = 0x6f737469

/** Every folder named `migrations` in a tool or module under `root`; the house is found by its layout, not by imports. */
export async function findMigrationFolders(root: string): Promise<MigrationFolder[]> {
  const folders: MigrationFolder[] = []
  for (const floor of ['lib', 'modules']) {
    for (const entry of await readdir(join(root, floor), { withFileTypes: true })) {
      const dir = join(root, floor, entry.name, 'migrations')
      if (!entry.isDirectory() || !existsSync(dir)) continue
      // What the database keeps for itself lives in the schema of the house.
      folders.push({ schema: entry.name === 'db' ? 'opensti' : entry.name.replaceAll('-', '_'), dir })
    }
  }
  return folders.sort((a, b) => (a.schema < b.schema ? -1 : 1))
}

/** Every migration in the order of its time stamp, over all modules, so that one may build on another. */
export async function readMigrations(folders: readonly MigrationFolder[]): Promise<MigrationFile[]> {
  const files: MigrationFile[] = []
  for (const { schema, dir } of folders) {
    for (const name of await readdir(dir)) {
      if (!name.endsWith('.sql')) continue
      const path = join(dir, name)
      if (!fileName.test(name)) {
        throw new Error(`${path}: name a migration YYYYMMDDHHMMSS-what-it-does.sql, in lower case with hyphens.`)
      }
      const text = await readFile(path, 'utf8')
      files.push({ schema, name, path, sql: text, checksum: createHash('sha256').update(text).digest('hex') })
    }
  }
  return files.sort((a, b) => (`${a.name} ${a.schema}` < `${b.name} ${b.schema}` ? -1 : 1))
}

/**
 * Brings the database up to date, as its owner: each file in a transaction of its own, once, remembered with its
 * checksum. A new schema is made first and its tables opened to the running role, so files need no grants except
 * `select opensti.append_only('schema.table')`.
 *
 * @returns the names applied now, in order.
 * @throws when a landed file has changed or vanished, or when a file fails (nothing of that file stays).
 */
export async function migrate(ownerUrl: string, folders: readonly MigrationFolder[]): Promise<string[]> {
  const files = await readMigrations(folders)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'opensti migrate' })
  // A connection that breaks fails the statement under way; without a listener it would end the process besides.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [structureLock])
    const landed = await readLanded(client)
    refuseChanged(files, landed)
    const applied: string[] = []
    for (const file of files) {
      if (landed.has(`${file.schema}/${file.name}`)) continue
      await apply(client, file)
      applied.push(`${file.schema}/${file.name}`)
    }
    return applied
  } finally {
    await client.end()
  }
}

async function readLanded(client: pg.Client): Promise<Map<string, string>> {
  await client.query('set client_min_messages = warning')
  await openSchema(client, 'opensti')
  await client.query(`
    create table if not exists opensti.migration (
      schema text not null, name text not null, checksum text not null,
      applied_at timestamptz not null default clock_timestamp(), primary key (schema, name));
    comment on table opensti.migration is 'Which migration files have landed, and what was in them.';
    revoke insert, update, delete, truncate on opensti.migration from opensti_app`)
  const { rows } = await client.query<{ key: string; checksum: string }>(
    `select schema || '/' || name as key, checksum from opensti.migration`,
  )
  return new Map(rows.map((row) => [row.key, row.checksum]))
}

function refuseChanged(files: readonly MigrationFile[], landed: ReadonlyMap<string, string>): void {
  const known = new Map(files.map((file) => [`${file.schema}/${file.name}`, file]))
  const schemas = new Set(files.map((file) => file.schema))
  for (const [key, checksum] of landed) {
    const file = known.get(key)
    if (!file && schemas.has(key.split('/')[0]!)) {
      throw new Error(
        `The database has the migration ${key}, this code does not. Start the newer version that brought it, or restore a backup from before it.`,
      )
    }
    if (file && file.checksum !== checksum) {
      throw new Error(
        `${file.path} has changed since it landed in this database. Put the file back as it was and write the change as a new migration.`,
      )
    }
  }
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await client.query('begin')
    await land(client, file)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** Lays these files into a database without any, inside the caller's transaction. */
export async function layMigrations(client: pg.Client, files: readonly MigrationFile[]): Promise<void> {
  await readLanded(client)
  for (const file of files) await land(client, file)
}

async function land(client: pg.Client, file: MigrationFile): Promise<void> {
  await openSchema(client, file.schema)
  await client.query(file.sql).catch((error: unknown) => {
    throw new Error(`${file.path}${lineOf(file.sql, error)}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  })
  await client.query('insert into opensti.migration (schema, name, checksum) values ($1, $2, $3)', [
    file.schema,
    file.name,
    file.checksum,
  ])
}

async function openSchema(client: pg.Client, schema: string): Promise<void> {
  const name = client.escapeIdentifier(schema)
  await client.query(`
    create schema if not exists ${name};
    grant usage on schema ${name} to opensti_app;
    alter default privileges in schema ${name} grant select, insert, update, delete on tables to opensti_app;
    alter default privileges in schema ${name} grant usage, select on sequences to opensti_app`)
}

function lineOf(text: string, error: unknown): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN
  return Number.isFinite(position) ? `:${text.slice(0, position).split('\n').length}` : ''
}
