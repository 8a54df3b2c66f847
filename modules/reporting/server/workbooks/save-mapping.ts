import { type Database, json, recordAudit, transaction } from '@opensti/db'
import { type Actor, conflict, type ErrorDetail, notFound, personOf, unprocessable } from '@opensti/kernel'
import type { WorkbookMapping } from '../../contract-workbooks.ts'
import { askedOf, type CyclePlace, findTemplate, getCycle, getWorkbookFile } from './workbook-store.ts'

/**
 * Makes a mapped workbook the template of its cycle, as a new version; those before it stay as they were.
 *
 * @throws `mapping_changed` (409) when somebody saved another meanwhile; `mapping_wrong` (422) naming each sheet, indicator
 *   or unit that is not there.
 */
export async function saveMapping(
  db: Database,
  actor: Actor,
  place: CyclePlace & { workbook: string },
  { version, mapping }: { version: number; mapping: WorkbookMapping },
  requestId: string,
): Promise<void> {
  const { personId } = personOf(actor)
  await transaction(db, 'reporting.save-mapping', async (tx) => {
    const cycle = await getCycle(tx, place)
    const known = await tx
      .selectFrom('reporting.workbook')
      .select('id')
      .where('id', '=', place.workbook)
      .where('region_id', '=', place.regionId)
      .where('cycle_code', '=', place.cycle)
      .executeTakeFirst()
    if (!known) throw notFound()
    const before = (await findTemplate(tx, place))?.version ?? 0
    if (before !== version) throw changed()
    const { grids } = await getWorkbookFile(tx, place.workbook)
    const { lines } = await askedOf(tx, place, cycle)
    const faults = faultsOf(mapping, {
      sheets: new Set(grids.map(({ name }) => name)),
      indicators: new Set(lines.map(({ indicatorId }) => indicatorId)),
      units: new Set(lines.map(({ unit }) => unit.id)),
    })
    if (faults.length > 0) throw wrong(faults)
    await tx
      .insertInto('reporting.workbook_template')
      .values({
        region_id: place.regionId,
        cycle_code: place.cycle,
        version: version + 1,
        workbook_id: place.workbook,
        mapping: json(mapping),
        saved_by: personId,
      })
      .execute()
    await recordAudit(tx, {
      actor,
      action: 'reporting.save-mapping',
      region: place.regionId,
      object: { kind: 'cycle', id: place.cycle },
      requestId,
      detail: { version: version + 1 },
    })
  })
}

interface Known {
  sheets: ReadonlySet<string>
  indicators: ReadonlySet<string>
  units: ReadonlySet<string>
}

function faultsOf(mapping: WorkbookMapping, known: Known): ErrorDetail[] {
  return mapping.sheets.flatMap(({ sheet, rows, columns }) => {
    const file = sheet
    if (!known.sheets.has(sheet))
      return [{ message: { zh: `没有工作表“${sheet}”。`, en: `There is no sheet “${sheet}”.` }, place: { file } }]
    const lines = [
      ...rows.map((line) => ({ line, field: 'rows' })),
      ...columns.map((line) => ({ line, field: 'columns' })),
    ]
    const faults = lines.flatMap(({ line, field }): ErrorDetail[] => {
      const place = { file, row: line.at, field }
      if (line.indicatorId !== null && !known.indicators.has(line.indicatorId))
        return [
          {
            message: {
              zh: `这个周期不要这个指标：${line.indicatorId}。`,
              en: `The cycle does not ask for ${line.indicatorId}.`,
            },
            place,
          },
        ]
      if (line.unitId !== null && !known.units.has(line.unitId))
        return [
          {
            message: { zh: `这个周期没有这个单位：${line.unitId}。`, en: `The cycle asks nothing of ${line.unitId}.` },
            place,
          },
        ]
      return []
    })
    const hasFigures = [...rows, ...columns].some(({ indicatorId }) => indicatorId !== null)
    if (!hasFigures)
      faults.push({
        message: { zh: `“${sheet}”还没有对应任何指标。`, en: `No indicator is mapped on “${sheet}”.` },
        place: { file },
      })
    return faults
  })
}

function changed() {
  return conflict(
    'mapping_changed',
    {
      zh: '在您打开之后，别人保存了新的一版，这次没有保存。',
      en: 'Somebody saved another version after you opened this one; yours was not saved.',
    },
    { remedy: { zh: '请刷新，看过新的一版再改。', en: 'Reload and look at the new version before changing it.' } },
  )
}

function wrong(details: ErrorDetail[]) {
  return unprocessable(
    'mapping_wrong',
    { zh: '有的对应关系不成立，没有保存。', en: 'Some of the mapping does not hold, so nothing was saved.' },
    {
      details: details.slice(0, 50),
      remedy: { zh: '请在表上改正这些行或列。', en: 'Correct these rows or columns on the sheet.' },
    },
  )
}
