import { join } from 'node:path'
import {
  accountsSenders,
  checkProfile,
  endRevivedAccess,
  linkSecret,
  noticeSenders,
  openIdProvider,
  requestAuthenticator,
  webhookSenders,
} from '@opensti/accounts'
import {
  connect,
  type Database,
  findMigrationFolders,
  folderCarrier,
  migrate,
  type OpenedDatabase,
  openDatabase,
  smtpCarrier,
} from '@opensti/db'
import { backupsState } from '@opensti/db/backup'
import { evaluationSenders } from '@opensti/evaluation'
import { createServer, type Server } from '@opensti/http'
import { AppError, systemClock } from '@opensti/kernel'
import { errorPage } from '@opensti/plans'
import { getReleaseKey, publicationSenders } from '@opensti/publication'
import { sql } from 'kysely'
import packageJson from '../../package.json' with { type: 'json' }
import type { Config } from './config.ts'
import { demonstrationPassword, demonstrationSignIns } from './demonstration.ts'
import { headFile, sealingKey, startDuties } from './duties.ts'
import { allRoutes, noticeKinds, policy } from './house.ts'
import { houseGauges } from './house-gauges.ts'
import { loadContent } from './load-content.ts'

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
    stopOnSignals: false,
    report: say,
    ...(config.databaseUrl && { url: config.databaseUrl }),
    ...(config.appUrl && { appUrl: config.appUrl }),
    ...(config.sealerUrl && { sealerUrl: config.sealerUrl }),
  })
  for (const warning of database.warnings) say(`注意 Note: ${warning}`)
  try {
    return await startOn(database, config, say)
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function startOn(database: OpenedDatabase, config: Config, say: (line: string) => void): Promise<Product> {
  const applied = await migrate(database.ownerUrl, await findMigrationFolders(root))
  if (applied.length > 0) say(`更新数据库结构 ${applied.length} 步 Migrated, ${applied.length} steps`)
  const db = connect({ url: database.appUrl, applicationName: 'opensti server' })
  await loadContent(config, db, say)

  await checkProfile(db, config.signIn.security)
  const { restoredAt } = await backupsState(db)
  const revived = restoredAt ? await endRevivedAccess(db, restoredAt) : 0
  if (revived > 0)
    say(`恢复带回的会话和链接已作废 ${revived} 个 Ended after the restore: ${revived} sessions and links`)

  let url = ''
  const demonstration = config.profile === 'demo'
  const carrier = config.mailServer ? smtpCarrier(config.mailServer) : folderCarrier(join(config.dataDir, 'letters'))
  const links = { publicUrl: () => config.publicUrl ?? url, linkSecret: linkSecret(config.dataDir) }
  const server = await createServer({
    db,
    clock: systemClock,
    policy,
    routes: allRoutes(
      {
        secure: config.secure,
        ...links,
        profile: config.signIn.security,
        outside: config.signIn.openId ? openIdProvider({ ...config.signIn.openId, ...links }) : undefined,
        demonstration,
        lettersReachPeople: carrier.reachesPeople,
        webhookHosts: config.webhookHosts,
        actionsFor: (actor) => policy.actions().filter((action) => policy.mightAllow(actor, action)),
        auditMeans: () => ({ publicKey: sealingKey(config.dataDir).publicKey, headFile: headFile(config.dataDir) }),
      },
      async (reader) => (demonstration ? demonstrationSignIns(reader, config.regionsDir) : []),
      config.backups,
      () => getReleaseKey(config.dataDir).publicKey,
    ),
    authenticate: requestAuthenticator(db, { secure: config.secure, profile: config.signIn.security }),
    errorPage,
    gauges: houseGauges(db),
    ready: async () => void (await sql`select 1`.execute(db)),
    logLevel: config.logLevel,
    version: packageJson.version,
    secure: config.secure,
    ...(config.trustProxy && { trustProxy: config.trustProxy }),
  })
  const duties = startDuties({
    db,
    sealerUrl: database.sealerUrl,
    dataDir: config.dataDir,
    senders: {
      ...accountsSenders(db, links, carrier),
      ...evaluationSenders(db, links),
      ...noticeSenders(db, { ...links, noticeKinds }, carrier),
      ...publicationSenders(db, { dataDir: config.dataDir, ...links, webhookHosts: config.webhookHosts }),
      ...webhookSenders(db, { ...links, noticeKinds, webhookHosts: config.webhookHosts }),
    },
    backups: scheduledBackups(config),
    log: server.log,
  })
  try {
    url = await server.listen({ host: config.host, port: config.port })
  } catch (error) {
    await Promise.all([server.close(), duties.stop()])
    await db.destroy()
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portInUse(config.port, error) : error
  }
  await announce(config, db, url, say)
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
}

/** The command works on this very installation, whatever its own environment says. */
function scheduledBackups({ backups, dataDir, databaseUrl, appUrl, sealerUrl }: Config) {
  if (!backups.schedule) return null
  const ours = {
    OPENSTI_DATA: dataDir,
    DATABASE_URL: databaseUrl,
    DATABASE_APP_URL: appUrl,
    DATABASE_SEALER_URL: sealerUrl,
  }
  return { schedule: backups.schedule, env: { ...process.env, ...ours } }
}

function portInUse(port: number, cause: unknown): AppError {
  return new AppError(
    'conflict',
    'port_in_use',
    { zh: `端口 ${port} 已被别的程序占用。`, en: `Something else listens on port ${port} already.` },
    {
      cause,
      remedy: {
        zh: '请停止那个程序，或用 PORT=7301 等另选一个端口；PORT=0 由系统选一个空闲的。',
        en: 'Stop it, or choose another port, such as PORT=7301; PORT=0 takes a free one.',
      },
    },
  )
}

async function announce(config: Config, db: Database, url: string, say: (line: string) => void): Promise<void> {
  say('')
  say(`OpenSTI  ${url}`)
  say(`工作台 Workbench  ${url}/workbench`)
  if (config.profile === 'demo') {
    say('')
    say(`演示账号，密码均为 ${demonstrationPassword}（仅限本机） Demonstration sign-ins, this machine only:`)
    for (const { signInName, role, name } of await demonstrationSignIns(db, config.regionsDir)) {
      say(`  ${signInName.padEnd(16)} ${role.padEnd(24)} ${name.zh} ${name.en}`)
    }
  }
  say('')
  say('按 Ctrl-C 停止 Ctrl-C stops it')
}
