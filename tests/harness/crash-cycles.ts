import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Database, openDatabase } from '@opensti/db'
import { sql } from 'kysely'
import { demonstrationPassword } from '../../apps/server/demonstration.ts'

const root = join(import.meta.dirname, '..', '..')

/** The product as a process of its own, as an operator runs it, on a folder of its own. */
export class RunningHouse {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'opensti-crash-'))
  url = ''
  #process: ChildProcess | null = null

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

/** What the server has confirmed of one candidate. */
export interface Acknowledged {
  version: number
  state: string
}

export interface Journal {
  /** Of a sign-in that the server confirmed once; it has to outlive every crash. */
  cookie: string
  readingId: string
  acknowledged: Map<string, Acknowledged>
  total: number
}

/** Signs in as a planner and gives the house a paper with many figures to decide about. */
export async function begin(house: RunningHouse): Promise<Journal> {
  const cookie = await signIn(house)
  const lines = Array.from({ length: 24 }, (_, at) => `到2030年，第${at + 1}类科技企业达到${1000 + at}家。`)
  const text = ['崩溃演练规划', '', '一、目标', ...lines, ''].join('\n')
  const { id } = (await send(house, cookie, 'POST', '/api/readings', {
    regionId: 'lakeside',
    title: '崩溃演练规划',
    text,
  })) as { id: string }
  const view = (await send(house, cookie, 'GET', `/api/readings/${id}`)) as {
    candidates: (Acknowledged & { id: string })[]
  }
  const acknowledged = new Map(view.candidates.map(({ id: one, version, state }) => [one, { version, state }]))
  if (acknowledged.size < 8)
    throw new Error(`The paper gave ${acknowledged.size} candidates; the harness wants at least 8.`)
  return { cookie, readingId: id, acknowledged, total: 0 }
}

/**
 * Writers who decide candidate after candidate and note in the journal whatever the server confirms, until told to stop.
 * `early` notes it before the server has answered: the planted fault of a confirmation that comes before the commit.
 */
export function startWriters(
  house: RunningHouse,
  journal: Journal,
  { writers = 4, early = false } = {},
): { stop(): Promise<void> } {
  let stopped = false
  const all = [...journal.acknowledged.keys()]
  const decide = async (id: string) => {
    const known = journal.acknowledged.get(id)!
    const verb = known.state === 'accepted' ? 'reopen' : 'accept'
    const next = { version: known.version + 1, state: verb === 'accept' ? 'accepted' : 'open' }
    if (early) journal.acknowledged.set(id, next)
    await send(house, journal.cookie, 'POST', `/api/readings/${journal.readingId}/decisions`, {
      decisions: [{ candidateId: id, version: known.version, verb }],
    })
    journal.acknowledged.set(id, next)
    journal.total += 1
  }
  const work = async (own: readonly string[]) => {
    for (let at = 0; !stopped; at += 1) {
      try {
        await decide(own[at % own.length]!)
      } catch (error) {
        // Refused because of others who write: on with the next. No answer at all: the server is gone.
        if (!(error instanceof Refused)) return
      }
    }
  }
  const running = Array.from({ length: writers }, (_, writer) => work(all.filter((_id, at) => at % writers === writer)))
  return {
    stop: async () => {
      stopped = true
      await Promise.all(running)
    },
  }
}

class Refused extends Error {}

async function signIn(house: RunningHouse): Promise<string> {
  const answer = await fetch(`${house.url}/api/accounts/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName: 'chen.mei', password: demonstrationPassword }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0]
  if (!answer.ok || !cookie) throw new Error(`Signing in: ${answer.status}`)
  return cookie
}

async function send(
  house: RunningHouse,
  cookie: string,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const answer = await fetch(`${house.url}${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Refused(`${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
  return answer.json()
}

/** What was confirmed and is gone, and what is half there. Brings the journal up to what the ledger holds. */
export async function judge(house: RunningHouse, journal: Journal): Promise<string[]> {
  const session = (await send(house, journal.cookie, 'GET', '/api/accounts/session')) as { person: object | null }
  const signedOut = session.person === null ? ['the session of a confirmed sign-in is gone'] : []
  return house.look(async (db) => {
    const faults = signedOut
    const rows = await db
      .selectFrom('plans.candidate')
      .select(['id', 'version', 'state', 'ledger_id'])
      .where('reading_id', '=', journal.readingId)
      .execute()
    const found = new Map(rows.map((row) => [row.id, row]))
    for (const [id, known] of journal.acknowledged) {
      const row = found.get(id)
      if (!row) faults.push(`candidate ${id} is gone`)
      else if (row.version < known.version)
        faults.push(`candidate ${id}: version ${known.version} was confirmed, ${row.version} is there`)
      else if (row.version === known.version && row.state !== known.state)
        faults.push(`candidate ${id} is ${row.state}, ${known.state} was confirmed`)
      else journal.acknowledged.set(id, { version: row.version, state: row.state })
    }
    return [...faults, ...(await brokenInvariants(db))]
  })
}

/** Sentences about the whole database that hold after every commit. Each query finds what breaks its sentence. */
const invariants: Record<string, string> = {
  'an accepted candidate stands in the ledger': `
    select c.id::text from plans.candidate c where c.state = 'accepted'
    and not exists (select from plans.target t where t.id = c.ledger_id)
    and not exists (select from plans.value v where v.id = c.ledger_id)
    and not exists (select from plans.task k where k.id = c.ledger_id)`,
  'what stands in the ledger by reading was accepted': `
    select e.id from (
      select id, origin from plans.target union all select id, origin from plans.value union all select id, origin from plans.task
    ) e where e.origin = 'reading' and not exists (select from plans.candidate c where c.ledger_id = e.id)`,
  'decisions count up without a gap to the candidate’s version': `
    select c.id::text from plans.candidate c left join plans.decision d on d.candidate_id = c.id
    group by c.id, c.version having count(d.*) <> c.version or coalesce(max(d.version), 0) <> c.version`,
  'every decision is in the audit log': `
    select 'decisions ' || d.n || ', audit ' || a.n from (select count(*) n from plans.decision) d,
    (select count(*) n from opensti.audit_entry where action = 'plans.decide-candidates') a where d.n <> a.n`,
}

async function brokenInvariants(db: Database): Promise<string[]> {
  const faults: string[] = []
  for (const [sentence, query] of Object.entries(invariants)) {
    const { rows } = await sql.raw<Record<string, string>>(query).execute(db)
    for (const row of rows) faults.push(`not so: ${sentence} (${Object.values(row)[0]})`)
  }
  return faults
}
