/**
 * Hands out fresh databases to test files. One server for the whole run, started when the first test asks; a migrated
 * template is copied for each. Whoever asked keeps a socket open; when it closes, even by a crash, its database goes.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server as SocketServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findMigrationFolders, migrate, provision, roles, type Server, startServer, stopOrphan } from '@opensti/db'
import pg from 'pg'

export interface BrokerRequest {
  /** Migrated with every module, or with roles only. */
  template: 'migrated' | 'empty'
}

export interface BrokerReply {
  ownerUrl: string
  appUrl: string
  sealerUrl: string
  superuserUrl: string
  error?: string
}

export interface Broker {
  socketPath: string
  stop(): Promise<void>
}

/** A throw-away PostgreSQL of one's own, by the address of its superuser, instead of the embedded one. */
const serverVariable = 'OPENSTI_TEST_SERVER'

type TestServer = Pick<Server, 'passwords' | 'url' | 'stop'>

const prefix = 'opensti-test-'
const root = join(import.meta.dirname, '..', '..')

/** Opens the desk. Costs a millisecond: no server runs until somebody asks. */
export async function startBroker(): Promise<Broker> {
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const socketPath = join(folder, 'desk')
  let server: Promise<TestServer> | undefined
  let admin: pg.Pool | undefined
  const templates = new Map<string, Promise<string>>()
  let preparing: Promise<unknown> = Promise.resolve()
  let given = 0

  async function give({ template }: BrokerRequest): Promise<{ name: string; reply: BrokerReply }> {
    server ??= startTestServer(folder)
    const running = await server
    admin ??= adminOf(running)
    let source = templates.get(template)
    if (!source) {
      // One at a time: both make the roles if they are missing.
      source = preparing.then(() => makeTemplate(running, template))
      preparing = source.catch(() => undefined)
      templates.set(template, source)
    }
    given += 1
    const name = `test_${process.pid}_${given}`
    await admin.query(`create database ${name} template ${await source} owner ${roles.owner}`)
    const { passwords } = running
    return {
      name,
      reply: {
        ownerUrl: running.url(roles.owner, passwords.owner, name),
        appUrl: running.url(roles.app, passwords.app, name),
        sealerUrl: running.url(roles.sealer, passwords.sealer, name),
        superuserUrl: running.url('postgres', passwords.superuser, name),
      },
    }
  }

  const desk = createServer((socket) => {
    let name: string | undefined
    socket.on('error', () => undefined)
    socket.on('close', () => {
      if (name) admin?.query(`drop database if exists ${name} with (force)`).catch(() => undefined)
    })
    createInterface({ input: socket }).on('line', (line) => {
      give(JSON.parse(line) as BrokerRequest).then(
        (given) => {
          name = given.name
          socket.write(`${JSON.stringify(given.reply)}\n`)
        },
        (error: unknown) =>
          socket.write(`${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`),
      )
    })
    socket.unref()
  })
  await listen(desk, socketPath)
  desk.unref()

  return {
    socketPath,
    stop: async () => {
      desk.close()
      for (const template of templates.values()) {
        const name = await template.catch(() => undefined)
        if (name) await admin?.query(`drop database if exists ${name} with (force)`).catch(() => undefined)
      }
      await admin?.end()
      await (await server?.catch(() => undefined))?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function adminOf(server: TestServer): pg.Pool {
  const pool = new pg.Pool({ connectionString: server.url('postgres', server.passwords.superuser, 'postgres'), max: 2 })
  // An idle connection that breaks would end the run.
  pool.on('error', () => undefined)
  return pool
}

/** The data is thrown away afterwards, so it need not reach the disk. */
async function startTestServer(folder: string): Promise<TestServer> {
  const own = process.env[serverVariable]
  if (own) return ownServer(own)
  await sweep()
  return startServer({
    dataDir: join(folder, 'd'),
    settings: {
      fsync: 'off',
      full_page_writes: 'off',
      synchronous_commit: 'off',
      max_connections: '100',
      shared_buffers: '64MB',
    },
  })
}

/** The roles of a server outlive a run, so their passwords follow from its address; whoever has that has all. */
async function ownServer(address: string): Promise<TestServer> {
  const secret = (role: string) => createHash('sha256').update(`${role} ${address}`).digest('base64url')
  const passwords = { superuser: '', owner: secret('owner'), app: secret('app'), sealer: secret('sealer') }
  const url: Server['url'] = (role, password, database) => {
    const other = new URL(address)
    other.pathname = `/${database}`
    if (role === 'postgres') return other.href
    other.username = role
    other.password = password
    return other.href
  }
  return { passwords, url, stop: async () => undefined }
}

async function makeTemplate(server: TestServer, template: BrokerRequest['template']): Promise<string> {
  const name = `template_${process.pid}_${template}`
  await provision(server.url('postgres', server.passwords.superuser, 'postgres'), server.passwords, name)
  if (template === 'migrated') {
    await migrate(server.url(roles.owner, server.passwords.owner, name), await findMigrationFolders(root))
  }
  return name
}

/** Clears away what earlier runs left behind that were killed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1])
    if (!pid || isAlive(pid)) continue
    const folder = join(tmpdir(), name)
    try {
      for (const inner of readdirSync(folder, { withFileTypes: true }))
        if (inner.isDirectory()) await stopOrphan(join(folder, inner.name, 'cluster'))
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Another user's, or another run is sweeping too.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function listen(desk: SocketServer, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    desk.once('error', reject)
    desk.listen(path, resolve)
  })
}
