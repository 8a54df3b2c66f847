import { mkdirSync } from 'node:fs'
import { checkServer } from './check-server.ts'
import { getPasswords } from './passwords.ts'
import { ensureRunningRoles, provision, roles } from './provision.ts'
import { type ServerOptions, startServer } from './server.ts'

export interface OpenOptions extends ServerOptions {
  /** `DATABASE_URL`: a server of one's own, by the address of the role that owns the database. */
  url?: string
  /** `DATABASE_APP_URL` and `DATABASE_SEALER_URL`, where the owner may not make roles. */
  appUrl?: string
  sealerUrl?: string
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
  return options.url ? openExternal(options, options.url) : openEmbedded(options)
}

async function openEmbedded(options: OpenOptions): Promise<OpenedDatabase> {
  const server = await startServer(options)
  try {
    const { passwords } = server
    await provision(server.url('postgres', passwords.superuser, 'postgres'), passwords)
    const ownerUrl = server.url(roles.owner, passwords.owner, 'opensti')
    const { version, warnings } = await checkServer(ownerUrl)
    const forget = options.stopOnSignals === false ? () => undefined : stopOnSignals(server.stop)
    return {
      kind: 'embedded',
      ownerUrl,
      appUrl: server.url(roles.app, passwords.app, 'opensti'),
      sealerUrl: server.url(roles.sealer, passwords.sealer, 'opensti'),
      version,
      warnings,
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
  let { appUrl, sealerUrl } = options
  if (!appUrl || !sealerUrl) {
    mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
    const passwords = getPasswords(options.dataDir)
    await ensureRunningRoles(ownerUrl, passwords)
    appUrl ??= withUser(ownerUrl, roles.app, passwords.app)
    sealerUrl ??= withUser(ownerUrl, roles.sealer, passwords.sealer)
  }
  return { kind: 'external', ownerUrl, appUrl, sealerUrl, version, warnings, stop: async () => undefined }
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
