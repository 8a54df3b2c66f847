import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { settleRestore } from '../backup/settle-restore.ts'
import { diskFull, isDiskFull } from '../errors.ts'
import { checkRunningRole } from './check-running-role.ts'
import { checkServer } from './check-server.ts'
import { findHolder } from './folder-lock.ts'
import { getPasswords, type Passwords } from './passwords.ts'
import { ensureRunningRoles, provision, roles } from './provision.ts'
import { findPlace, type Server, type ServerOptions, startServer, urlOf } from './server.ts'

export interface OpenOptions extends ServerOptions {
  /** `DATABASE_URL`: a server of one's own, by the address of the role that owns the database. */
  url?: string
  /** `DATABASE_APP_URL` and `DATABASE_SEALER_URL`, where the owner may not make roles. */
  appUrl?: string
  sealerUrl?: string
  /** For commands: work beside the server that another process of OpenSTI runs on this folder, if one does. */
  join?: boolean
  /** Stop cleanly on Ctrl-C and SIGTERM when nobody else in the process listens for them. Default: yes. */
  stopOnSignals?: boolean
}

export interface OpenedDatabase {
  kind: 'embedded' | 'external'
  /** For migrations only. */
  ownerUrl: string
  /** What the application runs as. */
  appUrl: string
  /** What the audit sealer runs as. */
  sealerUrl: string
  /** Main version of the server. */
  version: number
  /** What an operator should put right, one sentence each. */
  warnings: string[]
  stop(): Promise<void>
}

/**
 * Opens the database of this installation: the one of `url`, else the embedded server on `dataDir`. Either has proved
 * before this returns that it writes to disk and that SERIALIZABLE is serializable.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenedDatabase> {
  if (options.url) return openExternal(options, options.url)
  const joined = options.join ? await joinEmbedded(options.dataDir) : undefined
  if (joined) return joined
  return openEmbedded(options).catch((error: unknown) => {
    throw isDiskFull(error) ? diskFull(error, options.dataDir) : error
  })
}

/** The running server is checked like any other; stopping it is left to the process that started it. */
async function joinEmbedded(dataDir: string): Promise<OpenedDatabase | undefined> {
  for (const deadline = performance.now() + 20_000; ; await sleep(100)) {
    const holder = await findHolder(dataDir)
    if (holder === undefined) return undefined
    const place = findPlace(dataDir)
    try {
      if (!place) throw new Error('it has not said yet where it listens')
      const urls = embeddedUrls(getPasswords(dataDir), (...who) => urlOf(place, ...who))
      return { kind: 'embedded', ...urls, ...(await checkServer(urls.ownerUrl)), stop: async () => undefined }
    } catch (cause) {
      if (performance.now() < deadline) continue // it may still be starting
      throw new Error(
        `OpenSTI runs on ${dataDir} (process ${holder}), but its database does not answer: stop it and try again.`,
        {
          cause,
        },
      )
    }
  }
}

function embeddedUrls(passwords: Passwords, url: Server['url']) {
  return {
    ownerUrl: url(roles.owner, passwords.owner, 'opensti'),
    appUrl: url(roles.app, passwords.app, 'opensti'),
    sealerUrl: url(roles.sealer, passwords.sealer, 'opensti'),
  }
}

async function openEmbedded(options: OpenOptions): Promise<OpenedDatabase> {
  const server = await startServer(options)
  try {
    const { passwords } = server
    await provision(server.url('postgres', passwords.superuser, 'postgres'), passwords)
    const urls = embeddedUrls(passwords, server.url)
    const check = await checkServer(urls.ownerUrl)
    await settle(options, urls.ownerUrl)
    const forget = options.stopOnSignals === false ? () => undefined : stopOnSignals(server.stop)
    return {
      kind: 'embedded',
      ...urls,
      ...check,
      stop: async () => {
        forget()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function openExternal(options: OpenOptions, ownerUrl: string): Promise<OpenedDatabase> {
  const { version, warnings } = await checkServer(ownerUrl)
  await settle(options, ownerUrl)
  let { appUrl, sealerUrl } = options
  if (!appUrl || !sealerUrl) {
    mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
    const passwords = getPasswords(options.dataDir)
    await ensureRunningRoles(ownerUrl, passwords)
    appUrl ??= withUser(ownerUrl, roles.app, passwords.app)
    sealerUrl ??= withUser(ownerUrl, roles.sealer, passwords.sealer)
  }
  await checkRunningRole(appUrl, roles.app, ownerUrl)
  await checkRunningRole(sealerUrl, roles.sealer, ownerUrl)
  return { kind: 'external', ownerUrl, appUrl, sealerUrl, version, warnings, stop: async () => undefined }
}

/** A restore that was interrupted is brought to its end, or undone, before anybody reads. */
async function settle({ dataDir, report }: OpenOptions, ownerUrl: string): Promise<void> {
  const settled = await settleRestore(dataDir, ownerUrl)
  if (settled === 'completed') report?.('A restore that was interrupted is now complete.')
  if (settled === 'taken-back') report?.('A restore was interrupted and has changed nothing; restore again.')
}

/** The same database as another role. */
export function withUser(url: string, user: string, password: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/?]*@)?/, `$1${user}:${encodeURIComponent(password)}@`)
}

function stopOnSignals(stop: () => Promise<void>): () => void {
  const onSignal = (name: NodeJS.Signals) => {
    if (process.listenerCount(name) > 1) return // the application stops us in its own order
    void stop().finally(() => process.exit(name === 'SIGINT' ? 130 : 143))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return () => {
    process.removeListener('SIGINT', onSignal)
    process.removeListener('SIGTERM', onSignal)
  }
}
