/**
 * Writes the table types of lib/db and of every module from a freshly migrated database.
 * `node tools/generate-tables.ts` writes, `--check` only compares and fails when they are out of date.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { findMigrationFolders } from '@opensti/db'
import { freshDatabase } from '@opensti/testing'
import { introspect, renderTables } from './tables/render-tables.ts'

const root = join(import.meta.dirname, '..')
const check = process.argv.includes('--check')

const database = await freshDatabase()
const stale: string[] = []
try {
  for (const { schema, dir } of await findMigrationFolders(root)) {
    const path = join(dirname(dir), 'generated', 'tables.ts')
    const text = renderTables(schema, await introspect(database.owner, schema), schema === 'opensti')
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    stale.push(relative(root, path))
    if (check) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
} finally {
  await database.stop()
}

if (stale.length > 0) {
  process.stderr.write(`${check ? 'Out of date, run "npm run db:types"' : 'Written'}: ${stale.join(', ')}\n`)
  if (check) process.exitCode = 1
}
