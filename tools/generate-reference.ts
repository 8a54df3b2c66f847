/**
 * Writes docs/reference from what the product runs on: the policy table, the routes, the migrated database.
 * `node tools/generate-reference.ts` writes, `--check` only compares and fails when a page is out of date.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findMigrationFolders } from '@opensti/db'
import { freshDatabase } from '@opensti/testing'
import { allRoutes, policy } from '../apps/server/house.ts'
import { renderPermissions } from './reference/render-permissions.ts'
import { renderRoutes } from './reference/render-routes.ts'
import { renderTablesPage, tableFacts } from './reference/render-tables-page.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs', 'reference')
const check = process.argv.includes('--check')

// Only the list of routes is wanted; nothing is ever asked of these options.
const routes = allRoutes({
  secure: true,
  publicUrl: () => '',
  demonstration: false,
  linkSecret: Buffer.alloc(32),
  lettersReachPeople: false,
  actionsFor: () => [],
  auditMeans: () => {
    throw new Error('The reference describes routes and does not run them.')
  },
})

const stale: string[] = []
const database = await freshDatabase()
try {
  const roles = await database.owner.selectFrom('accounts.role').selectAll().orderBy('position').execute()
  const schemas = (await findMigrationFolders(root)).map((one) => one.schema)
  const tables = await tableFacts(database.owner, schemas)
  const pages = {
    'permissions.md': renderPermissions(policy, roles, routes),
    'routes.md': renderRoutes(routes),
    'tables.md': renderTablesPage(tables),
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(pages)) {
    const path = join(folder, name)
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    stale.push(`docs/reference/${name}`)
    if (!check) writeFileSync(path, text)
  }
} finally {
  await database.stop()
}

if (stale.length > 0) {
  process.stderr.write(
    `${check ? 'Out of date, run "node tools/generate-reference.ts"' : 'Written'}: ${stale.join(', ')}\n`,
  )
  if (check) process.exitCode = 1
}
