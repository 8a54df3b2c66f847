import type { Database } from '@opensti/db'
import { extractText } from '@opensti/documents'
import { sql } from 'kysely'
import { region, type WorkWorld } from './work-world.ts'

/** The papers of an issued brief that are read again. */
export interface IssuedPapers {
  pdf: Buffer
  data: Buffer
}

/** What a round has led to. */
export interface RoundMade {
  /** How many figures the lock says it gave to the ledger. */
  values: number
  issued: IssuedPapers
}

export interface RoundChecked {
  figures: number
  /** Indicators whose figure in the brief is the sum of what all units have reported. */
  sums: number
  troubled: number
}

interface BriefIndicator {
  indicatorId: string
  target: object | null
  latest: { period: string; value: number } | null
  progress: { status: string }
}

interface BriefRead {
  plan: { indicators: BriefIndicator[] }
  /** Those of the period itself. */
  figures: { indicatorId: string; value: number }[]
}

/** What the reporter of one of the units types for one of the indicators, both counted from 0. */
export const figureOf = (unit: number, indicator: number): string => String(90 + ((37 * unit + 101 * indicator) % 30))

/**
 * Holds the ledger against what was typed, and the brief against the ledger.
 * @throws Error naming the first thing that differs
 */
export async function checkRound(
  db: Database,
  { world, period, values, issued }: { world: WorkWorld; period: string } & RoundMade,
): Promise<RoundChecked> {
  const asked = world.units.length * world.indicators.length
  const rows = await db
    .selectFrom('plans.value')
    .select(['indicator_code', 'reported_by', 'value'])
    .where('region_id', '=', region)
    .where('period', '=', period)
    .where('indicator_code', 'in', world.indicators)
    .execute()
  if (values !== asked || rows.length !== asked)
    throw new Error(`${values} figures were locked and ${rows.length} stand in the ledger, not ${asked}.`)
  for (const { indicator_code, reported_by, value } of rows) {
    const typed = figureOf(world.units.indexOf(reported_by ?? ''), world.indicators.indexOf(indicator_code))
    if (Number(value) !== Number(typed))
      throw new Error(`${reported_by} typed ${typed} for ${indicator_code}, not ${value}.`)
  }
  const { plan, figures } = JSON.parse(issued.data.toString('utf8')) as BriefRead
  const { rows: sums } = await sql<{ code: string; sum: string }>`
    select indicator_code as code, sum(value) as sum from plans.value
    where region_id = ${region} and period = ${period} and indicator_code = any(${[...world.indicators]}::text[])
    group by indicator_code`.execute(db)
  for (const { code, sum } of sums) {
    const latest = plan.indicators.find(({ indicatorId }) => indicatorId === code)?.latest
    if (latest?.period !== period || Math.abs(latest.value - Number(sum)) > 1e-6)
      throw new Error(`The brief says ${latest?.value} of ${code}; its units have reported ${sum}.`)
    if (figures.find(({ indicatorId }) => indicatorId === code)?.value !== latest.value)
      throw new Error(`The brief has no figure of the period for ${code}.`)
  }
  const judged = plan.indicators.filter(({ target }) => target !== null)
  const troubled = judged.filter(({ progress }) => ['missed', 'far-behind', 'behind'].includes(progress.status)).length
  await checkPage(issued.pdf, [`${judged.length}项主要指标中`, `滞后${troubled}项`])
  return { figures: rows.length, sums: sums.length, troubled }
}

/** The page itself: one, with the numbers of the data. */
async function checkPage(pdf: Buffer, says: readonly string[]): Promise<void> {
  const { text } = await extractText({ bytes: pdf, name: 'brief.pdf' })
  const words = text.replace(/\s/g, '')
  for (const said of says) if (!words.includes(said)) throw new Error(`The brief does not say “${said}”: ${words}`)
  if (/—2—/.test(words)) throw new Error('The brief has a second page.')
}
