import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Database, openDatabase } from '@opensti/db'
import { demonstrationPassword } from '../../apps/server/demonstration.ts'
import { copyPreparedHouse } from './prepared-house.ts'

const root = join(import.meta.dirname, '..', '..')

/** The product as a process of its own, as an operator runs it, on a folder of its own. */
export class RunningHouse {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'opensti-crash-'))
  url = ''
  #process: ChildProcess | null = null

  /** Puts there what a first start makes, so that the start to come is not the first. */
  prepare(): Promise<void> {
    return copyPreparedHouse(this.dataDir)
  }

  /** Starts it and waits until it is ready. Returns the seconds that took. */
  async start(): Promise<number> {
    const began = performance.now()
    const port = await freePort()
    this.url = `http://127.0.0.1:${port}`
    const child = spawn(process.execPath, [join(root, 'apps', 'server', 'main.ts')], {
      env: {
        ...process.env,
        PORT: String(port),
        OPENSTI_DATA: this.dataDir,
        DATABASE_URL: undefined,
        LOG_LEVEL: 'fatal',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout?.on('data', (chunk) => (said += chunk))
    child.stderr?.on('data', (chunk) => (said += chunk))
    this.#process = child
    for (const deadline = Date.now() + 90_000; ; await sleep(100)) {
      if (child.exitCode !== null) throw new Error(`The server ended at its start:\n${said}`)
      if (await this.#isReady()) return (performance.now() - began) / 1000
      if (Date.now() > deadline) throw new Error(`The server was not ready within 90 s:\n${said}`)
    }
  }

  async #isReady(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    )
  }

  /** Takes the power away: from the server, from its database, or from both. */
  async kill(what: 'server' | 'database' | 'both'): Promise<void> {
    const child = this.#process
    if (what !== 'server') {
      const pid = Number(readFileSync(join(this.dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n', 1)[0])
      process.kill(pid, 'SIGKILL')
    }
    if (what === 'database') await sleep(300)
    // A server whose database is gone is restarted, as a supervisor would do.
    if (child && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    }
  }

  async look<Result>(at: (db: Database) => Promise<Result>): Promise<Result> {
    const opened = await openDatabase({ dataDir: this.dataDir, join: true })
    const db = connect({ url: opened.appUrl, max: 2, applicationName: 'crash harness' })
    try {
      return await at(db)
    } finally {
      await db.destroy()
      await opened.stop()
    }
  }

  async stop(): Promise<void> {
    const child = this.#process
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    }
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/** The server answered, and said no. */
export class Refused extends Error {
  readonly status: number
  readonly code: string

  constructor(message: string, status: number, code: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** A cookie of one of the demonstration’s people. */
export async function signIn(house: RunningHouse, signInName: string): Promise<string> {
  const answer = await fetch(`${house.url}/api/accounts/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName, password: demonstrationPassword }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0]
  if (!answer.ok || !cookie) throw new Error(`Signing in: ${answer.status}`)
  return cookie
}

/** Asks the running house; throws `Refused`, or whatever `fetch` throws when nobody is there. */
export async function send(
  house: RunningHouse,
  cookie: string,
  method: string,
  path: string,
  body?: object,
  key?: string,
): Promise<unknown> {
  const answer = await fetch(`${house.url}${path}`, {
    method,
    headers: {
      cookie,
      ...(body && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) {
    const said = await answer.text()
    throw new Refused(
      `${method} ${path}: ${answer.status} ${said.slice(0, 300)}`,
      answer.status,
      /"code":"([^"]+)"/.exec(said)?.[1] ?? String(answer.status),
    )
  }
  return answer.json()
}
