import { join } from 'node:path'
import { connect, openDatabase } from '@opensti/db'
import { makeWorkbook } from '@opensti/office'
import { MeasuredRequests } from './measured-requests.ts'
import { median, startServer } from './processes.ts'
import { everythingCycle, makeWorkWorld, region, signInOf } from './work-world.ts'

const root = join(import.meta.dirname, '..')
const cycle = 'measured-workbook'
const period = '2026-Q3'
const rows = 5000
/** What an import may take, from sending the file to the figures standing in the return. */
const wanted = 5

interface Change {
  indicatorId: string
  nature: string
  version: number
}

const steps = ['the file is sent and read', 'what would change is shown', 'it is taken in'] as const

/** Import of a workbook of 5,000 rows by the routes of the product: sent, read, shown, taken in. */
export async function measureWorkbook(options: {
  dataDir: string
  rounds: number
  say: (line: string) => void
}): Promise<string> {
  const { dataDir, rounds, say } = options
  const product = await startServer([process.execPath, 'apps/server/main.ts'], {
    cwd: root,
    env: { OPENSTI_DATA: dataDir, PORT: '0' },
  })
  const database = await openDatabase({ dataDir, join: true })
  const db = connect({ url: database.appUrl, max: 4 })
  const http = new MeasuredRequests()
  try {
    const world = await makeWorkWorld(database.ownerUrl, db, { units: 1, indicators: rows })
    const planner = await world.cookieOf('chen.mei')
    const reporter = await world.cookieOf(signInOf('reporter', world.units[0]!))
    const place = `/api/regions/${region}/cycles/${cycle}`
    await http.ask(product.url, 'POST', `/api/regions/${region}/cycles`, planner, everythingCycle(world, cycle))
    const mapping = await timed(async () => {
      const { id } = await send(product.url, `${place}/workbooks`, planner, await formWith(() => null))
      const view = await http.ask(product.url, 'GET', `${place}/workbooks/${id}`, planner)
      await http.ask(product.url, 'PUT', `${place}/workbooks/${id}/mapping`, planner, {
        version: 0,
        mapping: (view as { mapping: object }).mapping,
      })
    })
    say(`mapped ${rows} rows in ${mapping.toFixed(1)} s`)
    await http.ask(product.url, 'PUT', `${place}/periods/${period}`, planner)
    const { waiting } = (await http.ask(product.url, 'GET', '/api/returns', reporter)) as {
      waiting: { id: string; cycle: { code: string } }[]
    }
    const base = `/api/returns/${waiting.find((one) => one.cycle.code === cycle)!.id}/workbook`
    const times: number[][] = []
    const filling: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const form = await formWith((row) => row + round)
      let upload = ''
      let changes: Change[] = []
      const sent = await timed(async () => {
        upload = (await send(product.url, `${base}s`, reporter, form)).id
      })
      const shown = await timed(async () => {
        const view = await http.ask(product.url, 'GET', `${base}s/${upload}`, reporter)
        changes = (view as { changes: Change[] }).changes
      })
      if (changes.length !== rows) throw new Error(`${changes.length} of ${rows} figures were read.`)
      const cells = changes.map(({ indicatorId, nature, version }) => ({ indicatorId, nature, version }))
      const taken = await timed(() => http.ask(product.url, 'POST', `${base}s/${upload}/accept`, reporter, { cells }))
      times.push([sent, shown, taken])
      filling.push(
        await timed(async () => {
          const answer = await fetch(product.url + base, { headers: { cookie: reporter } })
          await answer.arrayBuffer()
          if (!answer.ok) throw new Error(`The filled workbook was answered with ${answer.status}.`)
        }),
      )
      say(
        `round ${round + 1}: ${times
          .at(-1)!
          .map((seconds) => seconds.toFixed(2))
          .join(' + ')} s`,
      )
    }
    const total = median(times.map((one) => one.reduce((sum, seconds) => sum + seconds, 0)))
    const lines = steps.map((step, at) => `| ${step} | ${median(times.map((one) => one[at]!)).toFixed(2)} |`)
    return `## A workbook of ${rows.toLocaleString('en')} rows

A bureau's own workbook with ${rows.toLocaleString('en')} indicators, imported into a return by the routes of the product: **${total.toFixed(1)} s**, median of ${rounds} (wanted: at most ${wanted}).

| Step | Seconds |
|---|---:|
${lines.join('\n')}
| filled for download, ${rows.toLocaleString('en')} figures | ${median(filling).toFixed(2)} |
| mapped for the first time, from its own words | ${mapping.toFixed(2)} |
`
  } finally {
    await db.destroy()
    await database.stop()
    await product.stop()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

function formWith(figure: (row: number) => number | null): Promise<Uint8Array> {
  const columns = [
    { heading: '序号' },
    { heading: '指标名称', width: 30 },
    { heading: '计量单位' },
    { heading: '本期' },
  ]
  const table = Array.from({ length: rows }, (_, i) => [i + 1, `测量指标${i + 1}`, '家', figure(i + 1)])
  return makeWorkbook([{ name: '季报', title: '测量季报', columns, rows: table }], { madeOn: new Date('2026-10-08') })
}

async function send(base: string, path: string, cookie: string, bytes: Uint8Array): Promise<{ id: string }> {
  const body = new FormData()
  body.append('file', new Blob([Buffer.from(bytes)]), 'form.xlsx')
  const answer = await fetch(base + path, { method: 'POST', headers: { cookie }, body })
  if (!answer.ok) throw new Error(`POST ${path} was answered with ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as { id: string }
}
