import { join } from 'node:path'
import type { MailServer } from '@opensti/db'
import { type BackupRules, readBackupRules } from './backup-schedule.ts'
import { readMailServer } from './mail-server.ts'
import { readSignInSettings, type SignInSettings } from './sign-in-settings.ts'

export interface Config {
  host: string
  port: number
  /** Where the embedded database, keys and sealed heads live. */
  dataDir: string
  regionsDir: string
  databaseUrl: string | undefined
  appUrl: string | undefined
  sealerUrl: string | undefined
  /** `demo` loads people with a known password and listens on loopback only; `production` refuses whatever is unsafe. */
  profile: 'demo' | 'production'
  /** Behind TLS, as a production server must be. */
  secure: boolean
  /** The address under which people reach the house, for links in messages. */
  publicUrl: string | undefined
  trustProxy: string | undefined
  logLevel: string
  /** Where letters go; null lays them into a folder. */
  mailServer: MailServer | null
  /** Hosts of one's own network that webhooks may reach. */
  webhookHosts: string[]
  backups: BackupRules
  signIn: SignInSettings
}

const root = join(import.meta.dirname, '..', '..')

/** Settings from the environment. A setting that makes no sense stops the start with a sentence that names it. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const production = env['OPENSTI_PROFILE'] === 'production'
  if (env['OPENSTI_PROFILE'] && !['demo', 'production'].includes(env['OPENSTI_PROFILE'])) {
    throw new Error(`OPENSTI_PROFILE is "${env['OPENSTI_PROFILE']}". Write demo or production.`)
  }
  const config: Config = {
    host: env['HOST'] ?? '127.0.0.1',
    port: portFrom(env['PORT']),
    dataDir: env['OPENSTI_DATA'] ?? join(root, 'var', 'data'),
    regionsDir: env['OPENSTI_REGIONS'] ?? join(root, 'regions'),
    databaseUrl: env['DATABASE_URL'],
    appUrl: env['DATABASE_APP_URL'],
    sealerUrl: env['DATABASE_SEALER_URL'],
    profile: production ? 'production' : 'demo',
    secure: env['OPENSTI_TLS'] === 'behind-proxy',
    publicUrl: env['OPENSTI_PUBLIC_URL'],
    trustProxy: env['OPENSTI_TRUST_PROXY'],
    logLevel: env['LOG_LEVEL'] ?? (production ? 'info' : 'warn'),
    mailServer: readMailServer(env),
    webhookHosts: (env['OPENSTI_WEBHOOK_HOSTS'] ?? '').split(/[\s,]+/).filter(Boolean),
    backups: readBackupRules(env),
    signIn: readSignInSettings(env),
  }
  refuseUnsafe(config)
  return config
}

function portFrom(text: string | undefined): number {
  if (text === undefined) return 7300
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is "${text}". Write a number from 0 to 65535.`)
  return port
}

/** Demonstration people have a published password, so they exist on loopback only; production never runs without TLS. */
function refuseUnsafe(config: Config): void {
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(config.host)
  if (config.profile === 'demo' && !loopback) {
    throw new Error(
      `The demonstration listens on loopback only, and HOST is ${config.host}. Set OPENSTI_PROFILE=production for others to reach it.`,
    )
  }
  if (config.profile === 'production' && !config.secure) {
    throw new Error(
      'Production runs behind TLS only. Put a proxy with a certificate in front and set OPENSTI_TLS=behind-proxy (docs/guides/deploy.md).',
    )
  }
}
