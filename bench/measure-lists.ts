import { join } from 'node:path'
import { connect, openDatabase } from '@opensti/db'
import { filledCycle, filledPeriods, fillWork } from './fill-work.ts'
import { MeasuredRequests } from './measured-requests.ts'
import { startServer } from './processes.ts'
import { leadUnit, makeWorkWorld, region, signInOf, type WorkWorld } from './work-world.ts'

const root = join(import.meta.dirname, '..')

interface List {
  what: string
  who: string
  path: string
}

/** The lists of reporting and supervision, and the longest single views, as those ask for them who use them most. */
function listsOf({ units }: WorkWorld, ofReturn: string): List[] {
  const unit = units[0]!
  const reporter = signInOf('reporter', unit)
  const period = `/api/regions/${region}/cycles/${filledCycle}/periods/${filledPeriods.at(-1)}`
  const items = `/api/regions/${region}/items`
  const search = `text=${encodeURIComponent('事项4')}`
  return [
    { what: 'My returns, a reporter', who: reporter, path: '/api/returns' },
    { what: 'My returns, a unit leader', who: signInOf('unit-leader', unit), path: '/api/returns' },
    { what: 'My returns, the lead bureau', who: 'chen.mei', path: '/api/returns' },
    { what: 'A return of 200 figures', who: reporter, path: `/api/returns/${ofReturn}` },
    { what: 'Cycles', who: 'chen.mei', path: `/api/regions/${region}/cycles` },
    { what: 'How 60 units stand in a period', who: 'chen.mei', path: period },
    {
      what: 'Chain of the lead bureau',
      who: 'lin.yuan',
      path: `/api/regions/${region}/units/${leadUnit.split('/')[1]}/chain`,
    },
    { what: 'Items, first page', who: 'gao.yuan', path: items },
    { what: 'Items, last page', who: 'gao.yuan', path: `${items}?from=4900` },
    { what: 'Items, overdue', who: 'gao.yuan', path: `${items}?light=overdue` },
    { what: 'Items, searched', who: 'gao.yuan', path: `${items}?${search}` },
    { what: 'Items of a unit', who: signInOf('unit-leader', unit), path: items },
  ]
}

export interface ListOptions {
  dataDir: string
  /** How often each list is asked for; a fifth as often before, to warm up. */
  requests: number
  say: (line: string) => void
}

/** Every list of reporting and supervision over 96,000 reported figures and 5,000 items; wanted: 100 ms at the 95th percentile. */
export async function measureLists({ dataDir, requests, say }: ListOptions): Promise<string> {
  const product = await startServer([process.execPath, 'apps/server/main.ts'], {
    cwd: root,
    env: { OPENSTI_DATA: dataDir, PORT: '0' },
  })
  const database = await openDatabase({ dataDir, join: true })
  const db = connect({ url: database.appUrl, max: 4 })
  try {
    say('filling 60 units × 200 indicators × 8 periods, and 5,000 items')
    const world = await makeWorkWorld(database.ownerUrl, db, { units: 60, indicators: 200 })
    const filled = await fillWork(database.ownerUrl, world, 5000)
    const { id } = await db
      .selectFrom('reporting.request')
      .select('id')
      .where('cycle_code', '=', filledCycle)
      .where('unit_id', '=', world.units[0]!)
      .where('period', '=', filledPeriods.at(-1)!)
      .executeTakeFirstOrThrow()
    const lines: string[] = []
    for (const { what, who, path } of listsOf(world, id)) {
      const cookie = await world.cookieOf(who)
      const warm = new MeasuredRequests()
      for (let turn = 0; turn < requests / 5; turn += 1) await warm.ask(product.url, 'GET', path, cookie)
      const measured = new MeasuredRequests()
      for (let turn = 0; turn < requests; turn += 1) await measured.ask(product.url, 'GET', path, cookie)
      const p95 = measured.percentile(0.95)
      const cells = [
        what,
        measured.percentile(0.5).toFixed(1),
        `**${p95.toFixed(1)}**${p95 > 100 ? ' (over)' : ''}`,
        Math.round(measured.size / 1000),
      ]
      lines.push(`| ${cells.join(' | ')} |`)
      say(lines.at(-1)!)
    }
    return `## Lists

${filled.values.toLocaleString('en')} reported figures in ${filled.returns.toLocaleString('en')} returns and ${filled.items.toLocaleString('en')} items under supervision; ${requests} requests of each, one after another, to
the whole answer, in milliseconds; nearest rank. Wanted: at most 100 at the 95th percentile.

| List | Median | 95th percentile | kB |
|---|---:|---:|---:|
${lines.join('\n')}
`
  } finally {
    await db.destroy()
    await database.stop()
    await product.stop()
  }
}
