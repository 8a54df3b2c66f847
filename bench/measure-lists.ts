import { loadavg } from 'node:os'
import { join } from 'node:path'
import { connect, type Database, openDatabase } from '@opensti/db'
import { sql } from 'kysely'
import { fillLedger } from './fill-ledger.ts'
import { fillOffice } from './fill-office.ts'
import { filledCycle, filledPeriods, fillWork } from './fill-work.ts'
import { type Asked, allLists, type List } from './measured-lists.ts'
import { MeasuredRequests } from './measured-requests.ts'
import { startServer } from './processes.ts'
import { makeWorkWorld, region, type WorkWorld } from './work-world.ts'

const root = join(import.meta.dirname, '..')
const wanted = 100
/** How often the ledger is written into while what is kept by its state is asked for. */
const everyNth = 40

export interface ListOptions {
  dataDir: string
  /** How often each list is asked for; a fifth as often before, to warm up. */
  requests: number
  say: (line: string) => void
}

/** Every list of the house over some hundred thousand figures; wanted: 100 ms at the 95th percentile. */
export async function measureLists({ dataDir, requests, say }: ListOptions): Promise<string> {
  const product = await startServer([process.execPath, 'apps/server/main.ts'], {
    cwd: root,
    env: { OPENSTI_DATA: dataDir, PORT: '0' },
  })
  const database = await openDatabase({ dataDir, join: true })
  const db = connect({ url: database.appUrl, max: 4 })
  const owner = connect({ url: database.ownerUrl, max: 1 })
  try {
    const { world, filled } = await fillHouse(database.ownerUrl, db, say)
    const lines: string[] = []
    for (const list of allLists(world, await findAsked(db, world))) {
      const measured = await measureList(list, { url: product.url, world, owner, requests })
      lines.push(lineOf(list, measured))
      say(lines.at(-1)!)
    }
    return `## Lists

${filled} ${requests} requests of each, one after another, to the whole answer (of files: to the first bytes), in milliseconds;
nearest rank. What is worked out once for each state of the ledger has another column: the median of the first request after something was
written into it, which happens before every ${everyNth}th request; they count among the others too. A list that answers anything but 200,
or with fewer rows than it must have, ends the measurement. Load of the machine after the last: ${loadavg()[0]!.toFixed(1)}. Wanted: at most ${wanted} at the 95th
percentile.

| List | Median | 95th percentile | After a write | Rows | kB |
|---|---:|---:|---:|---:|---:|
${lines.join('\n')}
`
  } finally {
    await owner.destroy()
    await db.destroy()
    await database.stop()
    await product.stop()
  }
}

/** Fills everything, and says in a sentence how much there is. */
export async function fillHouse(ownerUrl: string, db: Database, say: (line: string) => void) {
  say('filling 60 units × 200 indicators × 8 periods, and 5,000 items')
  const world = await makeWorkWorld(ownerUrl, db, { units: 60, indicators: 200 })
  const work = await fillWork(ownerUrl, world, 5000)
  say('filling 500 indicators × 200 periods, and what became of them')
  const ledger = await fillLedger(ownerUrl, world)
  say('filling notices, the audit log, decompositions, assessments and evaluations')
  const office = await fillOffice(ownerUrl, world)
  const n = (count: number) => count.toLocaleString('en')
  const filled = `${n(work.values)} reported figures in ${n(work.returns)} returns, ${n(ledger.publicValues)} public values in ${n(ledger.releases)} releases,
${n(work.items)} items under supervision, ${n(office.shares)} shares of targets, ${n(office.notices)} notices, ${n(office.auditEntries)} audit entries.`
  return { world, filled }
}

export async function findAsked(db: Database, world: WorkWorld): Promise<Asked> {
  const { rows } = await sql<Asked>`
    select
      (select id from reporting.request where cycle_code = ${filledCycle} and unit_id = ${world.units[0]!}
        and period = ${filledPeriods.at(-1)!}) as "ofReturn",
      (select v.release_id from plans.value v join publication.release_value c on c.replaces = v.id order by v.id limit 1) as release,
      (select id from assessment.exercise where digest = 'measured' limit 1) as assessment,
      (select id from assessment.decomposition where indicator_code = 'figure-003') as decomposition,
      (select id from evaluation.exercise where title = '测量评估1') as evaluation,
      (select id from plans.value where release_id is not null order by id
        offset (select count(*) / 2 from plans.value where release_id is not null) limit 1) as middle`.execute(db)
  return rows[0]!
}

export interface Means {
  url: string
  world: WorkWorld
  owner: Database
  requests: number
}

/** Throws where a list answers anything but 200, or has fewer rows than it must have. */
export async function measureList(list: List, { url, world, owner, requests }: Means) {
  const cookie = list.who === undefined ? undefined : await world.cookieOf(list.who)
  const read = (measured: MeasuredRequests) =>
    list.file ? measured.readFirst(url, list.path) : measured.read(url, list.path, cookie)
  const run = async (times: number) => {
    const measured = new MeasuredRequests()
    const afterWrite = new MeasuredRequests()
    let rows = 0
    for (let turn = 0; turn < times; turn += 1) {
      const writes = list.kept && turn % everyNth === 0
      if (writes) await sql`update plans.region set revision = revision + 1 where id = ${region}`.execute(owner)
      const text = await read(measured)
      if (writes) afterWrite.add(measured.last)
      rows = list.rows(text)
      if (rows < list.least) throw new Error(`${list.what}: ${rows} rows instead of ${list.least} at ${list.path}`)
    }
    return { measured, afterWrite, rows }
  }
  await run(Math.ceil(requests / 5))
  return run(requests)
}

export function lineOf(list: List, { measured, afterWrite, rows }: Awaited<ReturnType<typeof measureList>>): string {
  const p95 = measured.percentile(0.95)
  const cells = [
    list.what,
    measured.percentile(0.5).toFixed(1),
    `**${p95.toFixed(1)}**${p95 > wanted ? ' (over)' : ''}`,
    list.kept ? afterWrite.percentile(0.5).toFixed(0) : '',
    rows,
    Math.round(measured.size / 1000),
  ]
  return `| ${cells.join(' | ')} |`
}
