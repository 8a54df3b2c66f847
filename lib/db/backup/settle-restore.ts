import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { isDataFile } from './data-files.ts'

/** A restore between its commit and its end: which transaction decides whether it took place, and what it brings. */
export interface RestoreMark {
  transaction: string
  files: string[]
}

const markName = 'restore.json'

/** Where restored files wait until the database has taken its part. */
export function stagedFolder(dataDir: string): string {
  return join(dataDir, 'restore.staged')
}

/** Written, on disk, before the commit that it tells of. */
export async function setMark(dataDir: string, mark: RestoreMark): Promise<void> {
  const path = join(dataDir, markName)
  writeFileSync(`${path}.new`, JSON.stringify(mark), { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
  const folder = await open(dataDir, 'r')
  await folder.sync().catch(() => undefined)
  await folder.close()
}

/**
 * Ends a restore that was interrupted: forwards when the database has its part, backwards when it has not. Files and
 * database never stay at two different moments. Costs one look at the folder when there is nothing to do.
 */
export async function settleRestore(dataDir: string, ownerUrl: string): Promise<'none' | 'completed' | 'taken-back'> {
  const path = join(dataDir, markName)
  if (!existsSync(path)) return 'none'
  const mark = JSON.parse(readFileSync(path, 'utf8')) as RestoreMark
  const took = await didCommit(ownerUrl, mark.transaction)
  if (took) placeFiles(dataDir, mark.files)
  rmSync(stagedFolder(dataDir), { recursive: true, force: true })
  rmSync(path)
  return took ? 'completed' : 'taken-back'
}

/** Moves what is still staged to its place; what was moved before an interruption is there already. */
export function placeFiles(dataDir: string, files: readonly string[]): void {
  for (const path of files.filter(isDataFile)) {
    const staged = join(stagedFolder(dataDir), path)
    if (!existsSync(staged)) continue
    mkdirSync(dirname(join(dataDir, path)), { recursive: true, mode: 0o700 })
    renameSync(staged, join(dataDir, path))
  }
}

async function didCommit(ownerUrl: string, transaction: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'opensti restore' })
  await client.connect()
  try {
    const { rows } = await client.query<{ status: string | null }>('select pg_xact_status($1::xid8) as status', [
      transaction,
    ])
    const status = rows[0]?.status
    if (status === 'committed' || status === 'aborted') return status === 'committed'
    throw new Error(
      status === 'in progress'
        ? 'A backup is being restored into this database. Wait until it is done, then start again.'
        : 'A restore was interrupted here, and the database no longer knows whether it took place. Restore the backup again with --replace.',
    )
  } finally {
    await client.end()
  }
}
