import { unitDirectory } from '@opensti/accounts'
import { type Database, json, type Reader, recordAudit, transaction } from '@opensti/db'
import { type Actor, conflict, personOf, unprocessable } from '@opensti/kernel'
import { type ReadBack, type ReturnToFill, readBack } from '../../domain/workbook/read-back.ts'
import { requireTurn } from '../require-turn.ts'
import { getRequest, type RequestRow } from '../store.ts'
import type { ReceivedWorkbook } from './receive-workbook.ts'
import { askedOf, findTemplate, getCycle, namesOf, reportersOf } from './workbook-store.ts'

/**
 * Reads a filled workbook for a return and says what it would change. Not one figure is changed. What the same person
 * uploaded before and never accepted makes room for it.
 *
 * @throws `no_workbook` (422) when the cycle has no template; `not_preparing` (409).
 */
export async function readUpload(
  db: Database,
  actor: Actor,
  requestRef: string,
  file: ReceivedWorkbook,
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  return transaction(db, 'reporting.read-workbook', async (tx) => {
    const request = await getRequest(tx, requestRef)
    if (request.state !== 'preparing') throw standsStill()
    await requireTurn(tx, person, request)
    const place = { regionId: request.region_id, cycle: request.cycle_code }
    const template = await findTemplate(tx, place)
    if (!template) throw noTemplate()
    const result: ReadBack = readBack(file.grids, template.mapping, await returnToFill(tx, request))
    await tx
      .deleteFrom('reporting.workbook_upload')
      .where('request_id', '=', request.id)
      .where('added_by', '=', person.personId)
      .where('state', '=', 'read')
      .execute()
    const added = await tx
      .insertInto('reporting.workbook_upload')
      .values({
        request_id: request.id,
        template_version: template.version,
        file_name: file.name,
        size: file.bytes.length,
        digest: file.digest,
        content: file.bytes,
        result: json(result),
        added_by: person.personId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordAudit(tx, {
      actor,
      action: 'reporting.read-workbook',
      region: request.region_id,
      object: { kind: 'return', id: request.id },
      requestId,
      detail: { changes: result.changes.length, findings: result.findings.length },
    })
    return added
  })
}

async function returnToFill(db: Reader, request: RequestRow): Promise<ReturnToFill> {
  const place = { regionId: request.region_id, cycle: request.cycle_code }
  const cycle = await getCycle(db, place)
  const asked = await askedOf(db, place, cycle)
  const unit = (await unitDirectory(db)).find(request.unit_id)
  const entries = await db
    .selectFrom('reporting.entry')
    .select(['indicator_code', 'nature', 'unit', 'value'])
    .where('request_id', '=', request.id)
    .orderBy('position')
    .execute()
  return {
    unit: {
      id: request.unit_id,
      name: unit?.name ?? { zh: request.unit_id, en: request.unit_id },
      names: namesOf(unit, request.unit_id),
    },
    period: request.period,
    frequency: cycle.frequency,
    reporters: reportersOf(asked),
    earlier: await earlierFigures(db, request),
    entries: entries.map((row) => ({
      indicatorId: row.indicator_code,
      nature: row.nature,
      measure: row.unit,
      value: row.value,
    })),
  }
}

/** What was locked of the unit's other periods, a correction in place of what it corrects. */
async function earlierFigures(db: Reader, request: RequestRow): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('reporting.entry as e')
    .innerJoin('reporting.request as r', 'r.id', 'e.request_id')
    .select(['r.period', 'e.indicator_code', 'e.nature', 'e.value'])
    .where('r.region_id', '=', request.region_id)
    .where('r.cycle_code', '=', request.cycle_code)
    .where('r.unit_id', '=', request.unit_id)
    .where('r.period', '<>', request.period)
    .where('r.state', '=', 'locked')
    .orderBy('r.number')
    .execute()
  const last = new Map(rows.map((row) => [`${row.period} ${row.indicator_code} ${row.nature}`, row.value]))
  return new Map([...last].flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])))
}

function standsStill() {
  return conflict(
    'not_preparing',
    { zh: '这份报表已经提交，数据不能再改。', en: 'This return has been handed in, so its figures stand still.' },
    { remedy: { zh: '请先撤回，或请审核人退回修改。', en: 'Take it back first, or ask for it to be sent back.' } },
  )
}

function noTemplate() {
  return unprocessable(
    'no_workbook',
    { zh: '这个周期还没有设定工作簿。', en: 'This cycle has no workbook of its own yet.' },
    { remedy: { zh: '请汇总单位的规划员先设定。', en: 'Ask a planner of the lead bureau to set one up.' } },
  )
}
