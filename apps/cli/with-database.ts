import { join } from 'node:path'
import { connect, type Database, findMigrationFolders, migrate, type OpenedDatabase, openDatabase } from '@opensti/db'

const root = join(import.meta.dirname, '..', '..')

export const dataDir = process.env['OPENSTI_DATA'] ?? join(root, 'var', 'data')

export const migrationFolders = () => findMigrationFolders(root)

export interface OpenAs {
  /** Another data folder than the installation's. */
  folder?: string
  /** Beside the running server, or alone. */
  join: boolean
}

/** Opens the database of this installation as it is, whatever the state of its structure. */
export async function withServer<Result>(
  { folder = dataDir, join: beside }: OpenAs,
  work: (opened: OpenedDatabase) => Promise<Result>,
): Promise<Result> {
  const { DATABASE_URL: url, DATABASE_APP_URL: appUrl, DATABASE_SEALER_URL: sealerUrl } = process.env
  const opened = await openDatabase({
    dataDir: folder,
    join: beside,
    report: (sentence) => process.stderr.write(`${sentence}\n`),
    ...(url && { url }),
    ...(appUrl && { appUrl }),
    ...(sealerUrl && { sealerUrl }),
  })
  try {
    return await work(opened)
  } finally {
    await opened.stop()
  }
}

/** Opens the installation's database for one command, brought up to date, also beside the running server. */
export function withDatabase<Result>(work: (db: Database, opened: OpenedDatabase) => Promise<Result>): Promise<Result> {
  return withServer({ join: true }, async (opened) => {
    await migrate(opened.ownerUrl, await migrationFolders())
    return withConnection(opened, (db) => work(db, opened))
  })
}

/** As the application runs. */
export async function withConnection<Result>(
  { appUrl }: OpenedDatabase,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const db = connect({ url: appUrl, applicationName: 'opensti cli', statementTimeoutMs: 300_000 })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
