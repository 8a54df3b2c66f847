import { join } from 'node:path'
import { demonstrationSignIns, loadPeople, loadUnits, sessionActor } from '@opensti/accounts'
import { connect, type Database, findMigrationFolders, migrate, type OpenedDatabase, openDatabase } from '@opensti/db'
import { createServer, type Server } from '@opensti/http'
import { systemClock } from '@opensti/kernel'
import { loadRegions } from '@opensti/plans'
import { errorPage } from '@opensti/plans/pages'
import { checkRegions, readRegions } from '@opensti/regions'
import { sql } from 'kysely'
import packageJson from '../../package.json' with { type: 'json' }
import type { Config } from './config.ts'
import { startDuties } from './duties.ts'
import { policy, routes } from './house.ts'

const root = join(import.meta.dirname, '..', '..')

export interface Product {
  url: string
  server: Server
  db: Database
  database: OpenedDatabase
  stop(): Promise<void>
}

/** Brings up database, content and server in this order, and says what it is doing. */
export async function startProduct(config: Config, say: (line: string) => void): Promise<Product> {
  say('启动数据库 Starting the database …')
  const database = await openDatabase({
    dataDir: config.dataDir,
    ...(config.databaseUrl && { url: config.databaseUrl }),
    ...(config.appUrl && { appUrl: config.appUrl }),
    ...(config.sealerUrl && { sealerUrl: config.sealerUrl }),
    stopOnSignals: false,
  })
  for (const warning of database.warnings) say(`注意 Note: ${warning}`)
  try {
    const applied = await migrate(database.ownerUrl, await findMigrationFolders(root))
    if (applied.length > 0) say(`更新数据库结构 ${applied.length} 步 Migrated, ${applied.length} steps`)
    const db = connect({ url: database.appUrl, applicationName: 'opensti server' })
    await loadContent(config, db, say)
    const server = await createServer({
      db,
      clock: systemClock,
      policy,
      routes,
      authenticate: (request) => sessionActor(db, request, config.secure),
      errorPage,
      ready: async () => void (await sql`select 1`.execute(db)),
      logLevel: config.logLevel,
      version: packageJson.version,
      secure: config.secure,
      ...(config.trustProxy && { trustProxy: config.trustProxy }),
    })
    const duties = startDuties(db, database.sealerUrl, config.dataDir, server.log)
    const url = await server.listen({ host: config.host, port: config.port })
    announce(config, url, say)
    return {
      url,
      server,
      db,
      database,
      stop: async () => {
        await server.close()
        await duties.stop()
        await db.destroy()
        await database.stop()
      },
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** Content with faults is not loaded; the faults are shown with file, line and remedy. */
async function loadContent(config: Config, db: Database, say: (line: string) => void): Promise<void> {
  const readings = readRegions(config.regionsDir)
  const regions = readings.map((reading) => reading.content)
  const faults = checkRegions(config.regionsDir)
  if (faults.length > 0) {
    const first = faults
      .slice(0, 5)
      .map((fault) => `  ${fault.file}:${fault.line} ${fault.message.zh} ${fault.message.en}`)
    throw new Error(
      `${faults.length} faults in the region content:\n${first.join('\n')}\nRun: npm run --silent opensti -- region check`,
    )
  }
  await loadUnits(db, regions)
  if (config.profile === 'demo') await loadPeople(db, config.regionsDir)
  const changes = await loadRegions(db, regions)
  if (changes.length > 0) say(`载入地区内容 ${changes.length} 处 Loaded ${changes.length} rows of region content`)
}

function announce(config: Config, url: string, say: (line: string) => void): void {
  say('')
  say(`OpenSTI  ${url}`)
  say(`工作台 Workbench  ${url}/workbench`)
  if (config.profile === 'demo') {
    say('')
    say('演示账号(仅限本机) Demonstration sign-ins (this machine only):')
    for (const line of demonstrationSignIns(config.regionsDir)) say(`  ${line}`)
  }
  say('')
  say('按 Ctrl-C 停止 Ctrl-C stops it')
}
