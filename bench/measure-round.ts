import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { connect, openDatabase } from '@opensti/db'
import { checkRound, figureOf, type IssuedPapers, type RoundChecked, type RoundMade } from './check-round.ts'
import { MeasuredRequests } from './measured-requests.ts'
import { startServer } from './processes.ts'
import { everythingCycle, makeWorkWorld, region, signInOf, type WorkWorld } from './work-world.ts'

const root = join(import.meta.dirname, '..')
const cycle = 'measured-round'
const period = '2026-Q3'
const periodPath = `/api/regions/${region}/cycles/${cycle}/periods/${period}`
const briefPath = `/api/regions/${region}/periods/${period}/brief`
/** How many people are at work at once. */
const atOnce = 6

interface ReturnSeen {
  id: string
  version: number
  state: string
  unit: { id: string }
  entries: { indicatorId: string; nature: string; version: number }[]
}

interface BriefsSeen {
  draft: { digest: string }
  issued: { id: string; papers: { format: string }[] }[]
}

export interface RoundOptions {
  dataDir: string
  units?: number
  indicators?: number
  say: (line: string) => void
}

export interface MeasuredRound {
  text: string
  checked: RoundChecked
}

/**
 * A quarterly round by the routes that people use, from the request to the brief: 200 indicators × 60 units unless told. What comes out is
 * checked against the ledger.
 */
export async function measureRound(options: RoundOptions): Promise<MeasuredRound> {
  const { dataDir, units = 60, indicators = 200, say } = options
  const product = await startServer([process.execPath, 'apps/server/main.ts'], {
    cwd: root,
    env: { OPENSTI_DATA: dataDir, PORT: '0' },
  })
  const database = await openDatabase({ dataDir, join: true })
  const db = connect({ url: database.appUrl, max: 4 })
  try {
    const world = await makeWorkWorld(database.ownerUrl, db, { units, indicators, targets: true })
    const round = new Round(product.url, world, say)
    const made = await round.run()
    const checked = await checkRound(db, { world, period, ...made })
    const text = `## A quarterly round, from the request to the brief

${indicators} indicators × ${units} units = ${checked.figures.toLocaleString('en')} figures, by the routes of the product, ${atOnce} people at work at once: **${round.seconds.toFixed(1)} s**. Seconds for all
requests of a step; milliseconds of one request at the 95th percentile, nearest rank. Checked in the same run: ${checked.figures.toLocaleString('en')} figures stand in the ledger as they
were typed; the brief is one page, known by its digest, and its ${checked.sums} sums over all units and ${checked.troubled} lagging indicators are those of the ledger.

| Step | Requests | Seconds | 95th percentile, ms |
|---|---:|---:|---:|
${round.lines.join('\n')}
`
    return { text, checked }
  } finally {
    await db.destroy()
    await database.stop()
    await product.stop()
  }
}

class Round {
  readonly lines: string[] = []
  readonly #url: string
  readonly #world: WorkWorld
  readonly #say: (line: string) => void
  seconds = 0

  constructor(url: string, world: WorkWorld, say: (line: string) => void) {
    this.#url = url
    this.#world = world
    this.#say = say
  }

  /** The whole round; answers with how many figures entered the ledger, and the brief that was issued. */
  async run(): Promise<RoundMade> {
    const planner = await this.#world.cookieOf('chen.mei')
    await this.#step('The lead bureau sets up the cycle', async (ask) => {
      await ask('POST', `/api/regions/${region}/cycles`, planner, everythingCycle(this.#world, cycle))
    })
    await this.#step('and asks all units for the period', (ask) => ask('PUT', periodPath, planner))
    await this.#step('Every reporter finds and opens her return', (ask) =>
      this.#everyUnit(async (unit) => {
        await this.#findReturn(ask, signInOf('reporter', unit))
      }),
    )
    await this.#step(`fills in ${this.#world.indicators.length} figures`, (ask) =>
      this.#everyUnit(async (unit, at) => {
        const { cookie, one } = await this.#open(signInOf('reporter', unit))
        const cells = one.entries.map(({ indicatorId, nature, version }, row) => ({
          indicatorId,
          nature,
          version,
          value: figureOf(at, row),
        }))
        await ask('PUT', `/api/returns/${one.id}/entries`, cookie, { cells })
      }),
    )
    for (const [role, what] of [
      ['reporter', 'and hands it in'],
      ['checker', 'The checker opens and passes it'],
      ['unit-leader', 'The unit’s leader opens and signs it'],
    ] as const) {
      await this.#step(what, (ask) =>
        this.#everyUnit(async (unit) => {
          const { cookie, one } = await this.#findReturn(ask, signInOf(role, unit))
          await ask('POST', `/api/returns/${one.id}/moves`, cookie, { act: 'pass-on', version: one.version })
        }),
      )
    }
    await this.#step('The lead bureau looks at the period and collates', async (ask) => {
      const { requests } = (await ask('GET', periodPath, planner)) as { requests: ReturnSeen[] }
      for (const { id, version } of requests)
        await ask('POST', `/api/returns/${id}/moves`, planner, { act: 'accept', version })
    })
    let values = 0
    await this.#step('and locks: the figures enter the ledger', async (ask) => {
      values = ((await ask('POST', `${periodPath}/lock`, planner)) as { values: number }).values
    })
    const issued = await this.#brief(planner)
    this.lines.push(`| **All** | | **${this.seconds.toFixed(1)}** | |`)
    return { values, issued }
  }

  /** The planner looks at the draft of the brief, issues it and prints it; somebody checks the paper she was handed. */
  async #brief(planner: string): Promise<IssuedPapers> {
    let seen = ''
    await this.#step('The lead bureau sees what the brief says', async (ask) => {
      seen = ((await ask('GET', `${briefPath}s`, planner)) as BriefsSeen).draft.digest
    })
    await this.#step('looks at its draft', (_, file) => file(`${briefPath}?format=pdf`, planner))
    let brief: BriefsSeen['issued'][number] | undefined
    await this.#step('issues it', async (ask) => {
      brief = ((await ask('POST', `${briefPath}s`, planner, { seen })) as BriefsSeen).issued[0]
    })
    const papers: Record<string, Buffer> = {}
    await this.#step('and fetches page, annex and data', async (_, file) => {
      for (const { format } of brief!.papers) papers[format] = await file(`/api/briefs/${brief!.id}/${format}`, planner)
    })
    await this.#step('Anybody checks the paper', (ask) =>
      ask('GET', `/api/papers/${createHash('sha256').update(papers['pdf']!).digest('hex')}`, ''),
    )
    return { pdf: papers['pdf']!, data: papers['json']! }
  }

  async #step(what: string, act: (ask: Ask, file: AskFile) => Promise<unknown>): Promise<void> {
    const measured = new MeasuredRequests()
    const began = performance.now()
    await act(
      (method, path, cookie, body) => measured.ask(this.#url, method, path, cookie, body),
      (path, cookie) => measured.file(this.#url, path, cookie),
    )
    const seconds = (performance.now() - began) / 1000
    this.seconds += seconds
    const cells = [what, measured.count, seconds.toFixed(1), Math.round(measured.percentile(0.95))]
    this.lines.push(`| ${cells.join(' | ')} |`)
    this.#say(this.lines.at(-1)!)
  }

  /** She looks at her desk and opens what waits for her. */
  async #findReturn(ask: Ask, signIn: string): Promise<{ cookie: string; one: ReturnSeen }> {
    const cookie = await this.#world.cookieOf(signIn)
    const { waiting } = (await ask('GET', '/api/returns', cookie)) as {
      waiting: { id: string; cycle: { code: string } }[]
    }
    const found = waiting.find((one) => one.cycle.code === cycle)
    if (!found) throw new Error(`No return waits for ${signIn}.`)
    return { cookie, one: (await ask('GET', `/api/returns/${found.id}`, cookie)) as ReturnSeen }
  }

  /** The same outside the measuring: the screen has it already. */
  #open(signIn: string): Promise<{ cookie: string; one: ReturnSeen }> {
    const unmeasured = new MeasuredRequests()
    return this.#findReturn(
      (method, path, cookie, body) => unmeasured.ask(this.#url, method, path, cookie, body),
      signIn,
    )
  }

  async #everyUnit(act: (unit: string, at: number) => Promise<void>): Promise<void> {
    const waiting = [...this.#world.units.entries()]
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await act(next[1], next[0])
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
  }
}

type AskFile = (path: string, cookie: string) => Promise<Buffer>
type Ask = (method: string, path: string, cookie: string, body?: object) => Promise<unknown>
