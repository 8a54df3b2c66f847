import { unitDirectory } from '@opensti/accounts'
import { type Database, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, type Bilingual, conflict, type ErrorDetail, personOf, unprocessable } from '@opensti/kernel'
import { indicatorNames } from '@opensti/plans'
import type { CreateCycle } from '../contract.ts'
import { isPeriodOf } from '../domain/periods.ts'

/**
 * Sets up a recurring request for figures.
 *
 * @throws `cycle_exists` (409); `cycle_lines_wrong` (422) naming each line with an unknown indicator or unit, or said twice.
 */
export async function createCycle(
  db: Database,
  actor: Actor,
  regionId: string,
  cycle: CreateCycle,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'reporting.create-cycle', async (tx) => {
    await addCycle(tx, person.personId, regionId, cycle)
    await recordAudit(tx, {
      actor,
      action: 'reporting.create-cycle',
      region: regionId,
      object: { kind: 'cycle', id: cycle.code },
      requestId,
    })
  })
}

/** The same inside the caller's write. */
export async function addCycle(tx: Transaction, personId: string, regionId: string, cycle: CreateCycle): Promise<void> {
  const indicators = await indicatorNames(
    tx,
    cycle.lines.map((line) => line.indicatorId),
  )
  const units = await unitDirectory(tx)
  const inRegion = (id: string) => units.find(id)?.regionId === regionId
  const faults = faultsOf(cycle, (code) => indicators.has(code), inRegion)
  if (faults.length > 0) throw linesWrong(faults)
  const added = await tx
    .insertInto('reporting.cycle')
    .values({
      region_id: regionId,
      code: cycle.code,
      names: json(cycle.names),
      frequency: cycle.frequency,
      lead_unit: cycle.leadUnit,
      due_workday: cycle.dueWorkday,
      first_period: cycle.firstPeriod,
      created_by: personId,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('code')
    .executeTakeFirst()
  if (!added) throw cycleExists(cycle.code)
  const lines = cycle.lines.map((line, position) => ({
    region_id: regionId,
    cycle_code: cycle.code,
    position,
    indicator_code: line.indicatorId,
    unit_id: line.unitId,
    nature: line.nature,
    figure_kind: line.figureKind,
    countersigners: line.countersigners,
  }))
  for (let start = 0; start < lines.length; start += batch)
    await tx
      .insertInto('reporting.cycle_line')
      .values(lines.slice(start, start + batch))
      .execute()
}

/** A statement carries 65,535 parameters at most. */
const batch = 5000

/** What is wrong with a cycle before anything is written, each with its line counted from 1. */
function faultsOf(
  cycle: CreateCycle,
  knowsIndicator: (code: string) => boolean,
  knowsUnit: (id: string) => boolean,
): ErrorDetail[] {
  const faults: ErrorDetail[] = []
  const say = (row: number, field: string, zh: string, en: string) =>
    faults.push({ message: { zh, en }, place: { row, field } })
  if (!isPeriodOf(cycle.frequency, cycle.firstPeriod)) {
    faults.push({
      message: {
        zh: `${cycle.firstPeriod}不是这种周期的写法。`,
        en: `${cycle.firstPeriod} is not how this frequency writes a period.`,
      },
      place: { field: 'firstPeriod' },
    })
  }
  if (!knowsUnit(cycle.leadUnit)) {
    faults.push({
      message: { zh: `没有这个汇总单位：${cycle.leadUnit}。`, en: `There is no such lead unit: ${cycle.leadUnit}.` },
      place: { field: 'leadUnit' },
    })
  }
  const seen = new Set<string>()
  for (const [at, line] of cycle.lines.entries()) {
    const row = at + 1
    if (!knowsIndicator(line.indicatorId))
      say(row, 'indicatorId', `没有这个指标：${line.indicatorId}。`, `There is no such indicator: ${line.indicatorId}.`)
    if (!knowsUnit(line.unitId))
      say(row, 'unitId', `没有这个单位：${line.unitId}。`, `There is no such unit: ${line.unitId}.`)
    for (const unit of line.countersigners) {
      if (!knowsUnit(unit)) say(row, 'countersigners', `没有这个会签单位：${unit}。`, `There is no such unit: ${unit}.`)
      if (unit === line.unitId)
        say(row, 'countersigners', '填报单位不能会签自己的数据。', 'A unit cannot countersign its own figure.')
    }
    const key = `${line.indicatorId} ${line.unitId} ${line.nature}`
    if (seen.has(key)) say(row, 'indicatorId', '这一行与前面的重复。', 'This line repeats an earlier one.')
    seen.add(key)
  }
  return faults
}

function linesWrong(details: ErrorDetail[]) {
  const text: Bilingual = {
    zh: `报送周期有${details.length}处需要改正，没有保存。`,
    en: `The cycle has ${details.length} faults and was not saved.`,
  }
  return unprocessable('cycle_lines_wrong', text, {
    details,
    remedy: { zh: '请按列出的行逐一改正。', en: 'Correct the lines that are listed.' },
  })
}

function cycleExists(code: string) {
  return conflict(
    'cycle_exists',
    { zh: `已经有代码为${code}的报送周期。`, en: `There is a cycle with the code ${code} already.` },
    { remedy: { zh: '请换一个代码，或使用原有的周期。', en: 'Choose another code, or use the cycle that is there.' } },
  )
}
