import { holdersInRegion, notify, regionWorkdays, settleNotices, unitDirectory, unitMembers } from '@opensti/accounts'
import type { Transaction } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { lineName } from '../domain/line-name.ts'
import { assessmentNotices } from '../domain/notice-kinds.ts'
import { type AppealRow, type ExerciseRow, getExercise, unitsOf } from './store.ts'

/** The leaders of the assessed units hear that the formula is published. */
export async function tellFormula(tx: Transaction, row: ExerciseRow): Promise<void> {
  const { title, document, period } = row
  await tellUnits(tx, row, 'issued', () => ({ title, document, period: { period } }))
}

/** They hear that their sheets can be read, and until when they may appeal. */
export async function tellFrozen(tx: Transaction, row: ExerciseRow): Promise<void> {
  if (!row.appeals_until) return
  const until = { day: (await regionWorkdays(tx, row.region_id)).dayOf(row.appeals_until) }
  await tellUnits(tx, row, 'frozen', () => ({ title: row.title, until }))
}

/** They hear what the ranking says of their own unit. */
export async function tellRanking(tx: Transaction, row: ExerciseRow): Promise<void> {
  const results = await tx
    .selectFrom('assessment.result')
    .select(['unit_id', 'place', 'total'])
    .where('exercise_id', '=', row.id)
    .execute()
  await tellUnits(tx, row, 'published', (unit) => {
    const own = results.find(({ unit_id }) => unit_id === unit)
    return { title: row.title, total: own?.total ?? '', place: own?.place ?? '', count: results.length }
  })
}

/** Supervision hears of an appeal. */
export async function tellAppealed(
  tx: Transaction,
  row: ExerciseRow,
  { id, unitId, code }: { id: string; unitId: string; code: string },
): Promise<void> {
  await notify(tx, {
    to: await holdersInRegion(tx, row.region_id, 'supervisor'),
    kind: assessmentNotices.appealed.kind,
    params: await appealParams(tx, row, unitId, code),
    link: sheetLink(row.id, unitId),
    key: appealKey(id),
  })
}

/** The leaders of the unit hear what became of its appeal, and nobody needs to answer it any more. */
export async function tellAnswered(tx: Transaction, appeal: AppealRow, state: 'upheld' | 'dismissed'): Promise<void> {
  const row = await getExercise(tx, appeal.exercise_id)
  await settleAppeal(tx, appeal.id)
  await notify(tx, {
    to: await leadersOf(tx, appeal.unit_id),
    kind: assessmentNotices[state].kind,
    params: await appealParams(tx, row, appeal.unit_id, appeal.code),
    link: sheetLink(row.id, appeal.unit_id),
    key: `${appealKey(appeal.id)}/${state}`,
  })
}

/** An appeal that was answered or taken back waits for nobody. */
export function settleAppeal(tx: Transaction, id: string): Promise<void> {
  return settleNotices(tx, [appealKey(id)])
}

type Params = Parameters<typeof notify>[1]['params']

async function tellUnits(
  tx: Transaction,
  row: ExerciseRow,
  what: 'issued' | 'frozen' | 'published',
  paramsOf: (unit: string) => Params,
): Promise<void> {
  const units = await unitsOf(tx, row.id)
  const members = await unitMembers(tx, units)
  const nameOf = await unitNames(tx)
  for (const unit of units)
    await notify(tx, {
      to: (members.get(unit) ?? []).filter(isLeader).map((one) => one.personId),
      kind: assessmentNotices[what].kind,
      params: { ...paramsOf(unit), unit: nameOf(unit) },
      link: what === 'issued' ? `/assessment/${row.id}` : sheetLink(row.id, unit),
      key: `assessment.exercise/${row.id}/${what}/${unit}`,
    })
}

async function leadersOf(tx: Transaction, unit: string): Promise<string[]> {
  const members = (await unitMembers(tx, [unit])).get(unit) ?? []
  return members.filter(isLeader).map((one) => one.personId)
}

async function appealParams(tx: Transaction, row: ExerciseRow, unit: string, code: string): Promise<Params> {
  return { title: row.title, unit: (await unitNames(tx))(unit), line: lineName(row.formula, code) }
}

async function unitNames(tx: Transaction): Promise<(unit: string) => Bilingual> {
  const directory = await unitDirectory(tx)
  return (unit) => directory.find(unit)?.name ?? { zh: unit, en: unit }
}

const isLeader = (one: { roles: readonly string[] }) => one.roles.includes('unit-leader')
const appealKey = (id: string) => `assessment.appeal/${id}`
const sheetLink = (id: string, unit: string) => `/assessment/${id}/units/${unit.split('/')[1]}`
