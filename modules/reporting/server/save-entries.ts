import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import {
  type Actor,
  type Bilingual,
  conflict,
  type ErrorDetail,
  type PersonActor,
  personOf,
  unprocessable,
} from '@opensti/kernel'
import { indicatorNames } from '@opensti/plans'
import { sql } from 'kysely'
import type { CellChange } from '../contract.ts'
import { type WrongFigure, wrongFigure } from '../domain/figure-rules.ts'
import { requireTurn } from './require-turn.ts'
import { getRequest, type RequestRow } from './store.ts'

/**
 * Keeps a draft: some cells of a return, all or none of them. Each names the version its writer saw.
 *
 * @throws `cell_changed` (409) naming the cells that someone else has changed since; `cell_unknown` (422);
 *   `figure_impossible` (422) for a count that is negative or has decimals;
 *   `not_preparing` (409) when the return has moved on.
 */
export async function saveEntries(
  db: Database,
  actor: Actor,
  requestRef: string,
  cells: readonly CellChange[],
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'reporting.save-entries', async (tx) => {
    const request = await getRequest(tx, requestRef)
    await keepEntries(tx, person, request, cells)
    await recordAudit(tx, {
      actor,
      action: 'reporting.save-entries',
      region: request.region_id,
      object: { kind: 'return', id: request.id },
      requestId,
      detail: { cells: cells.length },
    })
  })
}

/**
 * The same inside the caller's write, such as taking in a whole workbook.
 *
 * @throws what `saveEntries` throws.
 */
export async function keepEntries(
  tx: Transaction,
  person: PersonActor,
  request: RequestRow,
  cells: readonly CellChange[],
): Promise<void> {
  if (request.state !== 'preparing') throw notPreparing()
  await requireTurn(tx, person, request)
  const rows = await tx
    .selectFrom('reporting.entry')
    .select(['indicator_code', 'nature', 'version', 'unit'])
    .where('request_id', '=', request.id)
    .execute()
  const versions = new Map(rows.map((row) => [`${row.indicator_code} ${row.nature}`, row.version]))
  refuseUnknown(cells, versions)
  refuseOvertaken(cells, versions)
  await refuseImpossible(tx, cells, new Map(rows.map((row) => [`${row.indicator_code} ${row.nature}`, row.unit])))
  const kept = cells.map((cell) => ({
    indicator: cell.indicatorId,
    nature: cell.nature,
    value: cell.value,
    absent: cell.value === null ? cell.absentReason || null : null,
    note: cell.note || null,
  }))
  await sql`
    update reporting.entry e set value = k.value, absent_reason = k.absent, note = k.note, version = e.version + 1,
      entered_by = ${person.personId}, entered_at = ${await databaseNow(tx)}
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      as k (indicator text, nature text, value numeric, absent text, note text)
    where e.request_id = ${request.id} and e.indicator_code = k.indicator and e.nature = k.nature`.execute(tx)
}

type Versions = ReadonlyMap<string, number>
const keyOf = (cell: CellChange) => `${cell.indicatorId} ${cell.nature}`

function refuseUnknown(cells: readonly CellChange[], versions: Versions): void {
  const seen = new Set<string>()
  const details: ErrorDetail[] = []
  for (const [at, cell] of cells.entries()) {
    const place = { row: at + 1, field: 'indicatorId' }
    if (!versions.has(keyOf(cell)))
      details.push({
        message: {
          zh: `这份报表没有这一格：${cell.indicatorId}。`,
          en: `This return has no such cell: ${cell.indicatorId}.`,
        },
        place,
      })
    if (seen.has(keyOf(cell)))
      details.push({
        message: { zh: `同一格给了两次：${cell.indicatorId}。`, en: `This cell was given twice: ${cell.indicatorId}.` },
        place,
      })
    seen.add(keyOf(cell))
  }
  if (details.length === 0) return
  throw unprocessable(
    'cell_unknown',
    {
      zh: '有的数据对不上这份报表的格子，没有保存。',
      en: 'Some figures do not fit this return, so nothing was saved.',
    },
    { details },
  )
}

function refuseOvertaken(cells: readonly CellChange[], versions: Versions): void {
  const overtaken = cells.filter((cell) => versions.get(keyOf(cell)) !== cell.version)
  if (overtaken.length === 0) return
  throw conflict(
    'cell_changed',
    {
      zh: `有${overtaken.length}格在您打开之后被别人改过，没有保存。`,
      en: `${overtaken.length} cells were changed by someone else after you opened them, so nothing was saved.`,
    },
    {
      details: overtaken.map((cell) => ({
        message: { zh: '这一格有了新的内容。', en: 'This cell has new content.' },
        place: { field: keyOf(cell) },
      })),
      remedy: { zh: '请刷新，看过对方填的数再改。', en: 'Reload and look at the other figure before changing it.' },
    },
  )
}

const impossible: Record<WrongFigure, (name: string, unit: string) => Bilingual> = {
  negative: (name, unit) => ({
    zh: `${name}按${unit}计数，不能是负数。`,
    en: `A count in ${unit} cannot be negative: ${name}.`,
  }),
  fraction: (name, unit) => ({
    zh: `${name}按${unit}计数，应是整数。`,
    en: `A count in ${unit} is a whole number: ${name}.`,
  }),
}

async function refuseImpossible(
  tx: Transaction,
  cells: readonly CellChange[],
  units: ReadonlyMap<string, string>,
): Promise<void> {
  const names = await indicatorNames(
    tx,
    cells.map(({ indicatorId }) => indicatorId),
  )
  const details = cells.flatMap((cell, at): ErrorDetail[] => {
    const unit = units.get(keyOf(cell)) ?? ''
    const name = names.get(cell.indicatorId)?.name ?? { zh: cell.indicatorId, en: cell.indicatorId }
    const wrong = cell.value === null ? null : wrongFigure(cell.value, unit, [name.zh, name.en])
    return wrong ? [{ message: impossible[wrong](name.zh, unit), place: { row: at + 1, field: keyOf(cell) } }] : []
  })
  if (details.length === 0) return
  throw unprocessable(
    'figure_impossible',
    {
      zh: `有${details.length}个数不可能是这项指标的数，没有保存。${details[0]?.message.zh ?? ''}`,
      en: `${details.length} figures cannot be right, so nothing was saved. ${details[0]?.message.en ?? ''}`,
    },
    { details },
  )
}

function notPreparing() {
  return conflict(
    'not_preparing',
    { zh: '这份报表已经提交，数据不能再改。', en: 'This return has been handed in, so its figures stand still.' },
    { remedy: { zh: '请先撤回，或请审核人退回修改。', en: 'Take it back first, or ask for it to be sent back.' } },
  )
}
