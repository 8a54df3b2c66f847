import { join } from 'node:path'
import { connect, type Database, findMigrationFolders, migrate, type OpenedDatabase, openDatabase } from '@opensti/db'

const root = join(import.meta.dirname, '..', '..')

export const dataDir = process.env['OPENSTI_DATA'] ?? join(root, 'var', 'data')

/** Opens the installation's database for one command, also beside the running server. */
export async function withDatabase<Result>(
  work: (db: Database, opened: OpenedDatabase) => Promise<Result>,
): Promise<Result> {
  const { DATABASE_URL: url, DATABASE_APP_URL: appUrl, DATABASE_SEALER_URL: sealerUrl } = process.env
  const opened = await openDatabase({
    dataDir,
    join: true,
    ...(url && { url }),
    ...(appUrl && { appUrl }),
    ...(sealerUrl && { sealerUrl }),
  })
  try {
    await migrate(opened.ownerUrl, await findMigrationFolders(root))
    const db = connect({ url: opened.appUrl, applicationName: 'opensti cli', statementTimeoutMs: 300_000 })
    try {
      return await work(db, opened)
    } finally {
      await db.destroy()
    }
  } finally {
    await opened.stop()
  }
}
