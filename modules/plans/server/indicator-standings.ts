import type { Reader } from '@opensti/db'
import type { Day, Period } from '@opensti/kernel'
import { sql } from 'kysely'
import type { Citation, Name, PlanRef, Progress } from '../contract.ts'
import { measureProgress } from '../domain/progress/progress.ts'
import { rememberByState } from './remember-by-state.ts'
import { type AssessedIndicator, assessPlan } from './views/ledger.ts'
import { citationOf, documentTitles, figureText, nameOf, placeText, planRef } from './views/rows.ts'

/** How an indicator of a running plan stands against its target, since when, and what hangs on it. */
export interface IndicatorStanding {
  plan: PlanRef
  code: string
  name: Name
  unit: string
  binding: boolean
  target: Name
  latest: { text: Name; period: Period; citation: Citation } | null
  progress: Progress
  /** The first of the periods that have shown this standing without a break; null without figures. */
  since: Period | null
  /** Ids of the units that answer for it. */
  responsible: string[]
  tasks: { id: string; number: string; title: Name; lead: string[]; citation: Citation | null }[]
}

/**
 * Every indicator with a target in a published plan that runs today, in the plans' order, as the region's own people see it:
 * figures that are approved and not yet public count. The number of questions to the database does not grow with the plan.
 */
export function indicatorStandings(db: Reader, regionId: string, today: Day): Promise<readonly IndicatorStanding[]> {
  const year = Number(today.slice(0, 4))
  return rememberByState(db, `standings ${regionId} ${year}`, () => standingsIn(db, regionId, year))
}

async function standingsIn(db: Reader, regionId: string, year: number): Promise<IndicatorStanding[]> {
  const plans = await db
    .selectFrom('plans.plan')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('published_at', 'is not', null)
    .where('start_year', '<=', year)
    .where('end_year', '>=', year)
    .orderBy('start_year', 'desc')
    .orderBy('code')
    .execute()
  const titles = await documentTitles(db)
  const tasks = Map.groupBy(await tasksOf(db, regionId, titles), ({ plan }) => plan)
  const standings: IndicatorStanding[] = []
  for (const plan of plans) {
    for (const one of await assessPlan(db, plan, { insideRegions: [regionId] }, titles)) {
      if (one.target === null) continue
      standings.push({
        plan: planRef(plan),
        code: one.code,
        name: one.names,
        unit: one.target.comparator === 'mul' ? one.unit : one.target.unit,
        binding: one.binding,
        target: figureText(one.target, one.target.year === null ? null : String(one.target.year)),
        latest: one.latest && {
          text: figureText(one.latest, one.latest.period),
          period: one.latest.period,
          citation: one.latest.citation,
        },
        progress: one.progress,
        since: sinceWhen(one),
        responsible: one.responsible,
        tasks: (tasks.get(plan.code) ?? []).filter((task) => task.indicators.includes(one.code)),
      })
    }
  }
  return standings
}

const isLagging = (status: string) => status === 'behind' || status === 'far-behind' || status === 'missed'

/** Looks back over the periods with a figure, as long as each of them would have been judged as lagging too. */
function sinceWhen({ progress, facts }: AssessedIndicator): Period | null {
  if (!isLagging(progress.status)) return null
  let since: Period | null = null
  for (let known = facts.actuals.length; known > 0; known -= 1) {
    const then = measureProgress({ ...facts, actuals: facts.actuals.slice(0, known) })
    if (!isLagging(then.status)) break
    since = facts.actuals[known - 1]!.period
  }
  return since
}

/** Tasks that a plan ties to indicators, with who leads them. */
async function tasksOf(db: Reader, regionId: string, titles: Awaited<ReturnType<typeof documentTitles>>) {
  const rows = await db
    .selectFrom('plans.task as t')
    .leftJoin('plans.task_unit as u', (on) => on.onRef('u.task_id', '=', 't.id').on('u.role', '=', 'lead'))
    .select(['t.id', 't.plan_code', 't.number', 't.title', 't.cite', 't.indicators', 't.position', 'u.unit_id'])
    .where('t.region_id', '=', regionId)
    .where(sql<boolean>`t.indicators <> '{}'`)
    .orderBy('t.position')
    .orderBy('u.position')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].map((all) => {
    const [row] = all
    return {
      plan: row!.plan_code,
      indicators: row!.indicators,
      id: row!.id,
      number: placeText(row!.number),
      title: nameOf(row!.title),
      citation: row!.cite ? citationOf(row!.cite, titles) : null,
      lead: all.flatMap((one) => (one.unit_id === null ? [] : [one.unit_id])),
    }
  })
}
