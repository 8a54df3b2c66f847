import { type ChildProcess, spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getBinaries } from './binaries.ts'
import { createCluster } from './create-cluster.ts'
import { lockFolder } from './folder-lock.ts'
import { stopOrphan } from './orphan.ts'
import { getPasswords, type Passwords } from './passwords.ts'
import { signal } from './processes.ts'
import { chooseRunAs, type RunAs } from './run-as.ts'

export interface ServerOptions {
  dataDir: string
  /** Extra settings, such as `fsync: 'off'` for throw-away test data. */
  settings?: Record<string, string>
  /** Chosen by itself; tests insist. */
  runAs?: RunAs['kind']
  /** Says what takes time or is unusual, one sentence each. */
  report?: (sentence: string) => void
}

export interface Server {
  passwords: Passwords
  runAs: RunAs['kind']
  /** Number of the postmaster process; changes when it was restarted after a crash. */
  pid(): number
  url(role: string, password: string, database: string): string
  /** Refuses new connections, ends the present ones, writes everything out. */
  stop(): Promise<void>
}

const standardSettings: Record<string, string> = {
  max_connections: '60',
  max_pred_locks_per_transaction: '256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // Rows hold personal data, the log must not: no statements, no values, no DETAIL lines.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
}

/** Longest path of a unix socket, by the smallest `sun_path` in use less its end mark. */
const socketPathMax = 103

/** Starts the embedded PostgreSQL on a data folder and keeps it running until stopped. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const report = options.report ?? (() => undefined)
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const dataDir = realpathSync(options.dataDir)
  const lock = await lockFolder(dataDir)
  try {
    const run = chooseRunAs(getBinaries(), dataDir, options.runAs)
    const passwords = getPasswords(dataDir)
    const cluster = join(run.home, 'cluster')
    if (!existsSync(cluster)) report('Making the database folder (once) …')
    await createCluster(run, cluster, passwords.superuser)
    if ((await stopOrphan(cluster)) > 0) report('Stopped a database server that an earlier run had left behind.')
    const address = await chooseAddress(run)
    const settings = { ...standardSettings, ...address.settings, ...options.settings }
    const logFile = join(dataDir, 'postgres.log')
    noteAddress(dataDir, address)
    const postmaster = await keepRunning(() => launch(run, cluster, logFile, settings), report)
    return {
      passwords,
      runAs: run.kind,
      pid: postmaster.pid,
      url: (role, password, database) => urlOf(address.place, role, password, database),
      stop: async () => {
        await postmaster.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

interface Address {
  settings: Record<string, string>
  place: Place
}

/** Where a server listens: a folder for its socket, or a port on this machine. */
export type Place = { folder: string } | { port: number }

export function urlOf(place: Place, role: string, password: string, database: string): string {
  const user = `postgres://${role}:${password}`
  if ('port' in place) return `${user}@127.0.0.1:${place.port}/${database}`
  return `${user}@/${database}?host=${encodeURIComponent(place.folder)}`
}

/** Where the server on a data folder listens, or last did. */
export function findPlace(dataDir: string): Place | undefined {
  const path = join(dataDir, addressFile)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Place) : undefined
}

const addressFile = 'address.json'

/** For commands that want to work beside the running server. */
function noteAddress(dataDir: string, { place }: Address): void {
  const path = join(dataDir, addressFile)
  writeFileSync(`${path}.new`, JSON.stringify(place), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

async function chooseAddress(run: RunAs): Promise<Address> {
  const folder = join(run.home, 'socket')
  if (process.platform !== 'win32' && Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= socketPathMax) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { uid, gid } = run.command('postgres', [])
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
    // A list of folders by its grammar; quoted, for commas in the path.
    const list = `"${folder.replaceAll('"', '""')}"`
    return { settings: { listen_addresses: '', unix_socket_directories: list, port: '5432' }, place: { folder } }
  }
  const port = await findFreePort()
  return {
    settings: { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) },
    place: { port },
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port.')),
      )
    })
  })
}

/** One start: resolves when the server accepts connections, throws with the end of its log when it does not. */
async function launch(
  run: RunAs,
  cluster: string,
  logFile: string,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const { file, args, uid, gid } = run.command('postgres', ['-D', cluster, ...options])
  // Counted by a clock that nobody sets.
  const deadline = performance.now() + 60_000
  for (;;) {
    const log = openLog(logFile)
    const logStart = statSync(logFile).size
    // A process group of its own: Ctrl-C in the terminal must reach us first, so that requests under way can finish.
    const child = spawn(file, args, { uid, gid, cwd: run.home, detached: true, stdio: ['ignore', log, log] })
    closeSync(log)
    let ended = false
    child.once('exit', () => {
      ended = true
    })
    child.once('error', () => {
      ended = true
    })
    while (!ended && performance.now() < deadline) {
      if (isReady(cluster, child.pid)) return child
      await sleep(5)
    }
    const said = readFileSync(logFile, 'utf8').slice(logStart).trim()
    if (ended && performance.now() < deadline - 50_000 && /lock file|shared memory block/.test(said)) {
      await sleep(200) // the remains of a killed server are still being cleared away
      continue
    }
    if (child.pid !== undefined && !ended) signal(child.pid, 'SIGKILL')
    throw new Error(`PostgreSQL did not start. Its log (${logFile}) says:\n${said.slice(-1500) || '(nothing)'}`)
  }
}

function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > 10_000_000) renameSync(path, `${path}.1`)
  return openSync(path, 'a', 0o600)
}

function isReady(cluster: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

/** Starts again what dies unasked, up to five times a minute; pools reconnect by themselves, the address stays. */
async function keepRunning(start: () => Promise<ChildProcess>, report: (sentence: string) => void) {
  let stopping = false
  let child = await start()
  let restarts: number[] = []
  let restarting: Promise<void> | undefined
  const stopAtExit = () => signal(child.pid!, 'SIGINT')
  process.once('exit', stopAtExit)

  const supervise = () => {
    child.unref()
    child.once('exit', () => {
      if (stopping) return
      restarts = [...restarts.filter((at) => at > performance.now() - 60_000), performance.now()]
      if (restarts.length > 5) {
        report('The database server keeps ending and is not started again; see postgres.log in the data folder.')
        return
      }
      report('The database server ended unexpectedly and is being started again.')
      restarting = start().then(
        (next) => {
          child = next
          supervise()
        },
        (error: unknown) => report(error instanceof Error ? error.message : String(error)),
      )
    })
  }
  supervise()

  return {
    pid: () => child.pid!,
    stop: async () => {
      await restarting
      stopping = true
      process.removeListener('exit', stopAtExit)
      if (child.exitCode !== null || child.signalCode !== null) return
      child.ref()
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      signal(child.pid!, 'SIGINT')
      const quit = setTimeout(() => signal(child.pid!, 'SIGQUIT'), 15_000)
      await gone
      clearTimeout(quit)
    },
  }
}
