import { regionWorkdays, unitDirectory } from '@opensti/accounts'
import { canonicalJson, type Database, databaseNow } from '@opensti/db'
import { notFound, unprocessable, yearOf } from '@opensti/kernel'
import { makeWord } from '@opensti/office'
import { getPlanForStaff, planNames, plansRunning } from '@opensti/plans'
import { overdueItems } from '@opensti/supervision'
import { digestOf } from '../move-exercise.ts'
import { officeOf } from '../office-of.ts'
import { onePage } from './one-page.ts'
import { type PeriodFacts, periodBrief } from './period-brief.ts'
import { oneByOne } from './queue.ts'

/** The briefs made last, by what they say; asking twice, or by two people at once, makes one. */
const made = new Map<string, Promise<Uint8Array>>()
const fitted = new Map<string, ReturnType<typeof onePage>>()
const keptMost = 32

export interface MadeBrief {
  content: Uint8Array
  fileName: string
  digest: string
}

/**
 * The one-page brief of a region for a period, of its newest plan that runs then. The same figures on the same day give the same bytes.
 *
 * @throws `not_found` (404) for a region nobody knows; `no_plan` (422) when no public plan runs in that year; `papers_busy` (503).
 */
export async function makePeriodBrief(
  db: Database,
  regionId: string,
  period: string,
  format: 'pdf' | 'docx',
): Promise<MadeBrief> {
  const facts = await factsOf(db, regionId, period)
  const rounded = { ...facts.plan, elapsed: facts.plan.elapsed.toFixed(2) }
  const key = digestOf(canonicalJson({ ...facts, plan: rounded }))
  const means = { madeAt: new Date(`${facts.day}T00:00:00Z`), author: facts.office.zh }
  const content = await once(made, `${format} ${key}`, async () => {
    const brief = await once(fitted, key, () => oneByOne(() => onePage((room) => periodBrief(facts, room), means)))
    return format === 'pdf' ? brief.pdf : oneByOne(() => makeWord(brief.paper, means))
  })
  return {
    content,
    fileName: `${facts.plan.region.name.zh}-${period}-一页纸专报.${format}`,
    digest: digestOf(content),
  }
}

/** What is being made or was made under this key; what failed is made again. The oldest are forgotten. */
function once<Made>(kept: Map<string, Promise<Made>>, key: string, make: () => Promise<Made>): Promise<Made> {
  const known = kept.get(key)
  if (known) return known
  const making = make()
  kept.set(key, making)
  making.catch(() => kept.delete(key))
  const oldest = kept.keys().next().value
  if (kept.size > keptMost && oldest !== undefined) kept.delete(oldest)
  return making
}

async function factsOf(db: Database, regionId: string, period: string): Promise<PeriodFacts> {
  const [newest] = await plansRunning(db, regionId, yearOf(period))
  if (!newest) {
    const names = await planNames(db, [])
    if (names.region(regionId).zh === regionId) throw notFound()
    throw noPlan(yearOf(period))
  }
  const plan = await getPlanForStaff(db, regionId, newest.id)
  const units = await unitDirectory(db)
  const overdue = (await overdueItems(db, regionId)).map(({ title, leadUnit, dueDay }) => ({
    title,
    dueDay,
    unitId: leadUnit,
    unit: units.find(leadUnit)?.name.zh ?? leadUnit,
  }))
  return {
    period,
    office: (await officeOf(db, regionId)) ?? plan.region.name,
    plan,
    overdue,
    day: (await regionWorkdays(db, regionId)).dayOf(await databaseNow(db)),
  }
}

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
