import { regionWorkdays, unitDirectory } from '@opensti/accounts'
import { canonicalJson, databaseNow, type Reader } from '@opensti/db'
import { notFound, unprocessable, yearOf } from '@opensti/kernel'
import { getPlanForStaff, ledgerFigures, type PlanForStaff, planNames, plansRunning } from '@opensti/plans'
import { overdueItems } from '@opensti/supervision'
import { digestOf } from '../move-exercise.ts'
import { officeOf } from '../office-of.ts'
import type { PeriodFacts, PeriodFigure } from './period-brief.ts'

/**
 * What a brief says today of a region and a period, by its newest plan that runs then.
 *
 * @throws `not_found` (404) for a region nobody knows; `no_plan` (422) when no public plan runs in that year.
 */
export async function briefFacts(db: Reader, regionId: string, period: string): Promise<PeriodFacts> {
  const facts = await findBriefFacts(db, regionId, period)
  if (!facts) throw noPlan(yearOf(period))
  return facts
}

/**
 * The same, or nothing when no public plan runs in that year.
 * @throws `not_found` (404) for a region nobody knows
 */
export async function findBriefFacts(db: Reader, regionId: string, period: string): Promise<PeriodFacts | null> {
  const [newest] = await plansRunning(db, regionId, yearOf(period))
  if (!newest) {
    const names = await planNames(db, [])
    if (names.region(regionId).zh === regionId) throw notFound()
    return null
  }
  const { plan, region, elapsed, indicators } = await getPlanForStaff(db, regionId, newest.id)
  const units = await unitDirectory(db)
  const overdue = (await overdueItems(db, regionId)).map(({ title, leadUnit, dueDay }) => ({
    title,
    dueDay,
    unitId: leadUnit,
    unit: units.find(leadUnit)?.name.zh ?? leadUnit,
  }))
  return {
    period,
    office: (await officeOf(db, regionId)) ?? region.name,
    // A brief says whole per cents; more would make other facts of every moment.
    plan: { plan, region, indicators, elapsed: Math.round(elapsed * 100) / 100 },
    figures: await figuresOf(db, { region, indicators }, period),
    overdue,
    day: (await regionWorkdays(db, regionId)).dayOf(await databaseNow(db)),
  }
}

/** What the ledger says of the period: its own word, or the sum of its units' parts; statistical before working figures. */
async function figuresOf(
  db: Reader,
  { region, indicators }: Pick<PlanForStaff, 'region' | 'indicators'>,
  period: string,
): Promise<PeriodFigure[]> {
  const judged = indicators.filter(({ target }) => target !== null)
  const known = await ledgerFigures(db, {
    regionIds: [region.id],
    indicatorCodes: judged.map(({ indicatorId }) => indicatorId),
  })
  const own = Map.groupBy(
    known.filter(({ isPart }) => !isPart),
    ({ indicatorCode }) => indicatorCode,
  )
  const yearBefore = `${yearOf(period) - 1}${period.slice(4)}`
  return judged.flatMap(({ indicatorId, name, unit, latest, series }): PeriodFigure[] => {
    const find = (when: string) => {
      const figure = own.get(indicatorId)?.find((one) => one.period === when)
      if (figure) return { value: Number(figure.value), unit: figure.unit, nature: figure.nature }
      const point = series.find((one) => one.period === when)
      return (
        point && { value: point.value, unit, nature: latest?.period === when ? latest.nature : ('working' as const) }
      )
    }
    const [now, then] = [find(period), find(yearBefore)]
    if (!now) return []
    return [{ indicatorId, name: name.zh, ...now, before: then?.unit === now.unit ? then.value : null }]
  })
}

/** The same facts have the same digest. */
export const digestOfFacts = (facts: PeriodFacts): string => digestOf(canonicalJson(facts))

function noPlan(year: number) {
  return unprocessable(
    'no_plan',
    {
      zh: `${year}年没有已公布的规划，出不了专报。`,
      en: `No public plan runs in ${year}, so there is nothing to brief on.`,
    },
    { remedy: { zh: '请先公布规划，或换一个期间。', en: 'Publish the plan first, or choose another period.' } },
  )
}
