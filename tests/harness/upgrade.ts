import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findMigrationFolders, type MigrationFile, type MigrationFolder, migrate, readMigrations } from '@opensti/db'
import { beginSnapshot, type Contents, restoreBackup, sumContents } from '@opensti/db/backup'
import { freshDatabase, type TestDatabase } from '@opensti/testing'
import pg from 'pg'
import { endStatePassphrase } from '../upgrade/end-states.ts'

export const folders = await findMigrationFolders(join(import.meta.dirname, '..', '..'))

/** A database as an earlier issue left it. */
export async function restoreEndState(file: string): Promise<TestDatabase> {
  const database = await freshDatabase('empty')
  const dataDir = mkdtempSync(join(tmpdir(), 'opensti-upgrade-'))
  const opener = { passphrase: endStatePassphrase }
  try {
    await restoreBackup({ ownerUrl: database.ownerUrl, dataDir, file, opener, migrations: folders })
  } finally {
    rmSync(dataDir, { recursive: true })
  }
  return database
}

/** The migrations that have not landed here yet, in their order. */
export async function pending(url: string, all: readonly MigrationFolder[] = folders): Promise<MigrationFile[]> {
  const landed = await ask<{ key: string }>(url, `select schema || '/' || name as key from opensti.migration`)
  const known = new Set(landed.map((row) => row.key))
  return (await readMigrations(all)).filter((file) => !known.has(`${file.schema}/${file.name}`))
}

export async function sumUp(url: string): Promise<Contents> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await beginSnapshot(client)
    return await sumContents(client)
  } finally {
    await client.end()
  }
}

/** Where a migration is cut off: after so many of its statements that change the structure, or before its commit. */
export interface Cut {
  file: MigrationFile
  after: number | 'landing'
}

const machinery = `
create schema cutting;
create table cutting.point (query text, place integer, hold boolean not null);
create function cutting.cut(at integer) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare hold boolean;
begin
  select p.hold into hold from cutting.point p where p.query = md5(current_query()) and p.place = at
    or at = 0 and p.place = 0 and current_setting('cutting.last', true) = p.query;
  if not found then return; end if;
  if hold then perform pg_sleep(60); else perform pg_terminate_backend(pg_backend_pid()); end if;
end $$;
create function cutting.count_statement() returns event_trigger language plpgsql as $$
declare statement integer := coalesce(nullif(current_setting('cutting.m' || md5(current_query()), true), ''), '0')::integer + 1;
begin
  perform set_config('cutting.m' || md5(current_query()), statement::text, true);
  perform set_config('cutting.last', md5(current_query()), true);
  perform cutting.cut(statement);
end $$;
create function cutting.at_landing() returns trigger language plpgsql as $$ begin perform cutting.cut(0); return null; end $$;
grant usage on schema cutting to public;
create event trigger cutting on ddl_command_end execute function cutting.count_statement();
create trigger cutting after insert on opensti.migration execute function cutting.at_landing()`

/** Cuts connections off from within, at points that are named before each run. Needs a superuser. */
export class Cutter {
  readonly #database: TestDatabase
  readonly #folders: readonly MigrationFolder[]

  constructor(database: TestDatabase, all: readonly MigrationFolder[] = folders) {
    this.#database = database
    this.#folders = all
  }

  prepare = () => ask(this.#database.superuserUrl, machinery)

  clear = () =>
    ask(
      this.#database.superuserUrl,
      'drop event trigger cutting; drop trigger cutting on opensti.migration; drop schema cutting cascade',
    )

  /** Migrates, cut off at this point, and at the first statement of any later migration. */
  async migrate(cut: Cut, later: readonly MigrationFile[]): Promise<'cut' | 'done'> {
    await this.#aim(cut, later, false)
    return migrate(this.#database.ownerUrl, this.#folders).then(
      () => 'done',
      () => 'cut',
    )
  }

  /** The same in a process of its own, which is killed at the point. */
  async kill(cut: Cut, later: readonly MigrationFile[]): Promise<'killed' | 'done'> {
    await this.#aim(cut, later, true)
    const { ownerUrl, superuserUrl } = this.#database
    const child = spawn(process.execPath, [join(import.meta.dirname, 'migrate-process.ts'), ownerUrl], {
      stdio: 'ignore',
    })
    let isOver = false
    const over = new Promise<void>((resolve) =>
      child.once('exit', () => {
        isOver = true
        resolve()
      }),
    )
    const held = `from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`
    while (!isOver) {
      if ((await ask(superuserUrl, `select pid ${held}`)).length > 0) {
        child.kill('SIGKILL')
        await over
        await ask(superuserUrl, `select pg_terminate_backend(pid, 5000) ${held}`)
        return 'killed'
      }
      await sleep(30)
    }
    return 'done'
  }

  async #aim({ file, after }: Cut, later: readonly MigrationFile[], hold: boolean): Promise<void> {
    const points = [[digest(file), after === 'landing' ? 0 : after], ...later.map((one) => [digest(one), 1])]
    const client = new pg.Client({ connectionString: this.#database.superuserUrl })
    await client.connect()
    await client.query('delete from cutting.point')
    for (const [query, place] of points)
      await client.query('insert into cutting.point values ($1, $2, $3)', [query, place, hold])
    await client.end()
  }
}

function digest(file: MigrationFile): string {
  return createHash('md5').update(file.sql).digest('hex')
}

async function ask<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const answer = await client.query<Row & pg.QueryResultRow>(statement)
    return answer.rows
  } finally {
    await client.end()
  }
}
