/** `node migrate-process.ts URL`: migrates, to be killed on the way. */
import { join } from 'node:path'
import { findMigrationFolders, migrate } from '@opensti/db'

await migrate(process.argv[2]!, await findMigrationFolders(join(import.meta.dirname, '..', '..')))
