import { unitDirectory } from '@opensti/accounts'
import { type Database, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, type ErrorDetail, personOf, unprocessable } from '@opensti/kernel'
import { getPlanForStaff, type PlanForStaff } from '@opensti/plans'
import type { CreateEvaluation } from '../contract.ts'
import { usualShares, usualWeights } from '../domain/plan-score.ts'

/**
 * Sets up an evaluation of a plan: one line for each indicator with a target and each task with a leading unit, with usual weights.
 *
 * @throws `not_found` (404) for a plan nobody knows; `evaluation_wrong` (422) naming what does not fit.
 */
export async function createExercise(
  db: Database,
  actor: Actor,
  regionId: string,
  wanted: CreateEvaluation,
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  return transaction(db, 'evaluation.create-exercise', async (tx) => {
    const made = await addExercise(tx, person.personId, regionId, wanted)
    await recordAudit(tx, {
      actor,
      action: 'evaluation.create-exercise',
      region: regionId,
      object: { kind: 'evaluation', id: made.id },
      requestId,
      detail: { plan: wanted.planId, kind: wanted.kind },
    })
    return made
  })
}

/** The evaluation itself, in preparation. */
export async function addExercise(
  tx: Transaction,
  personId: string,
  regionId: string,
  wanted: CreateEvaluation,
): Promise<{ id: string }> {
  const plan = await getPlanForStaff(tx, regionId, wanted.planId)
  const lines = await linesOf(tx, regionId, plan)
  refuseWrong(plan, wanted, lines.length)
  const { id } = await tx
    .insertInto('evaluation.exercise')
    .values({
      region_id: regionId,
      plan_code: wanted.planId,
      kind: wanted.kind,
      title: wanted.title,
      year: wanted.year,
      due_day: wanted.dueDay,
      shares: json(usualShares),
      made_by: personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('evaluation.line')
    .values(lines.map(({ title, ...line }, position) => ({ ...line, title: json(title), exercise_id: id, position })))
    .execute()
  return { id }
}

function refuseWrong(plan: PlanForStaff, wanted: CreateEvaluation, lines: number): void {
  const details: ErrorDetail[] = []
  const { startYear, endYear } = plan.plan
  if (wanted.year < startYear || wanted.year > endYear)
    details.push({
      message: {
        zh: `评估年份应在规划期${startYear}—${endYear}年之内。`,
        en: `The year must lie within the plan, ${startYear}–${endYear}.`,
      },
      place: { field: 'year' },
    })
  if (lines === 0)
    details.push({
      message: {
        zh: '这个规划还没有带目标的指标，也没有明确牵头单位的任务，无从评估。',
        en: 'This plan has no indicator with a target and no task with a leading unit.',
      },
      place: { field: 'planId' },
    })
  if (details.length === 0) return
  throw unprocessable(
    'evaluation_wrong',
    {
      zh: `有${details.length}处需要改正，没有建立评估。`,
      en: `${details.length} things are wrong; nothing was set up.`,
    },
    { details },
  )
}

/** Whoever is named first answers; where nobody is, the unit that answers for most, until the planner says otherwise. */
async function linesOf(tx: Transaction, regionId: string, plan: PlanForStaff) {
  const directory = await unitDirectory(tx)
  const known = (ids: readonly string[]) => ids.find((id) => directory.find(id)?.regionId === regionId)
  const indicators = plan.indicators
    .filter((one) => one.target !== null)
    .map((one) => ({ code: one.indicatorId, title: one.name, unit: known(one.unitsResponsible.map(({ id }) => id)) }))
  const tasks = plan.tasks.flatMap((task) => {
    const unit = known(task.lead.map(({ id }) => id))
    return unit ? [{ code: task.id.split('/').at(-1)!, title: titleOf(task), unit }] : []
  })
  const counts = new Map<string, number>()
  for (const { unit } of [...indicators, ...tasks]) if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  const busiest =
    [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? directory.inRegion(regionId)[0]?.id
  if (!busiest) return []
  const weights = usualWeights(indicators.length, tasks.length)
  const line = (kind: 'indicator' | 'task', list: string[]) => (one: (typeof indicators)[number], at: number) => ({
    kind,
    code: one.code,
    title: one.title,
    unit_id: one.unit ?? busiest,
    weight: list[at]!,
  })
  return [...indicators.map(line('indicator', weights.indicators)), ...tasks.map(line('task', weights.tasks))]
}

function titleOf({ number, title }: PlanForStaff['tasks'][number]) {
  return { zh: `${number}${/[0-9]$/.test(number) ? ' ' : ''}${title.zh}`, en: `${number} ${title.en}`.trim() }
}
