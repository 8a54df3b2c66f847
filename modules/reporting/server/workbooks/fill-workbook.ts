import { officePhones, personNames, regionWorkdays, unitDirectory } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import { notFound, type Period, unprocessable } from '@opensti/kernel'
import { writeCells } from '@opensti/office'
import { formatPeriod } from '@opensti/ui'
import { type Filling, fillCells } from '../../domain/workbook/fill-cells.ts'
import { resolvePeriod } from '../../domain/workbook/period-words.ts'
import { getRequest, type RequestRow } from '../store.ts'
import { askedOf, type CyclePlace, findTemplate, getCycle, getWorkbookFile, reportersOf } from './workbook-store.ts'

export interface FilledWorkbook {
  name: string
  bytes: Uint8Array
}

/** The bureau's workbook with the figures of one return; nothing of any other unit is in it. */
export async function fillForReturn(db: Reader, requestRef: string): Promise<FilledWorkbook> {
  const request = await getRequest(db, requestRef)
  const unit = (await unitDirectory(db)).find(request.unit_id)
  const place = { regionId: request.region_id, cycle: request.cycle_code, period: request.period }
  return fill(db, place, { unitId: request.unit_id, request, name: unit?.name.zh ?? request.unit_id })
}

/** The bureau's workbook with what all units have handed in for a period. */
export async function fillForPeriod(db: Reader, place: CyclePlace & { period: Period }): Promise<FilledWorkbook> {
  const any = await db
    .selectFrom('reporting.request')
    .select('id')
    .where('region_id', '=', place.regionId)
    .where('cycle_code', '=', place.cycle)
    .where('period', '=', place.period)
    .limit(1)
    .executeTakeFirst()
  if (!any) throw notFound()
  const { lead_unit } = await getCycle(db, place)
  const lead = (await unitDirectory(db)).find(lead_unit)
  return fill(db, place, { unitId: null, request: null, name: lead?.name.zh ?? lead_unit })
}

async function fill(
  db: Reader,
  place: CyclePlace & { period: Period },
  of: { unitId: string | null; request: RequestRow | null; name: string },
): Promise<FilledWorkbook> {
  const template = await findTemplate(db, place)
  if (!template) throw noTemplate()
  const cycle = await getCycle(db, place)
  const asked = await askedOf(db, place, cycle)
  const { name, bytes, grids } = await getWorkbookFile(db, template.workbookId)
  const lines = template.mapping.sheets.flatMap(({ rows, columns }) => [...rows, ...columns])
  const periods = [...new Set(lines.map((line) => resolvePeriod(line.period, cycle.frequency, place.period)))]
  const figures = await figuresOf(db, place, [...periods, place.period], of)
  const filling: Filling = {
    period: place.period,
    frequency: cycle.frequency,
    reporters: reportersOf(asked),
    unitId: of.unitId,
    measures: new Map(asked.lines.map(({ indicatorId, measure }) => [indicatorId, measure])),
    figure: (period, unitId, indicatorId, nature) =>
      figures.get(`${period} ${unitId} ${indicatorId} ${nature}`) ?? null,
    fields: { ...(await signatures(db, of.request)), unit: of.name, day: await today(db, place.regionId) },
  }
  const title = `${formatPeriod(place.period, 'zh')} ${of.name} ${name.replace(/\.xlsx$/i, '')}.xlsx`
  return { name: title, bytes: await writeCells({ name, bytes }, fillCells(grids, template.mapping, filling)) }
}

/** Figures by `period unit indicator nature`: drafts of the return itself, of others only what was handed in. */
async function figuresOf(
  db: Reader,
  place: CyclePlace & { period: Period },
  periods: readonly string[],
  { unitId, request }: { unitId: string | null; request: RequestRow | null },
): Promise<ReadonlyMap<string, string>> {
  let query = db
    .selectFrom('reporting.entry as e')
    .innerJoin('reporting.request as r', 'r.id', 'e.request_id')
    .select(['r.id', 'r.period', 'r.unit_id', 'e.indicator_code', 'e.nature', 'e.value'])
    .where('r.region_id', '=', place.regionId)
    .where('r.cycle_code', '=', place.cycle)
    .where('r.period', 'in', periods)
    .where('e.value', 'is not', null)
    .where((row) =>
      row.or([
        row('r.state', '=', 'locked'),
        row.and([row('r.period', '=', place.period), row('r.state', 'in', ['submitted', 'accepted'])]),
        ...(request ? [row('r.id', '=', request.id)] : []),
      ]),
    )
    .orderBy('r.number')
  if (unitId !== null) query = query.where('r.unit_id', '=', unitId)
  const rows = await query.execute()
  // The return itself last, whatever its number is.
  const own = rows.filter(({ id }) => id === request?.id)
  const others = rows.filter(({ id }) => id !== request?.id)
  return new Map(
    [...others, ...own].map((row) => [
      `${row.period} ${row.unit_id} ${row.indicator_code} ${row.nature}`,
      row.value ?? '',
    ]),
  )
}

/** Who prepared, under which office number, checked and signed; those who have not yet stay blank, whatever stood in the uploaded file. */
async function signatures(db: Reader, request: RequestRow | null): Promise<Filling['fields']> {
  const blank = { preparer: '', checker: '', leader: '', phone: '' }
  if (!request) return blank
  const moves = await db
    .selectFrom('reporting.move')
    .select(['from_state', 'to_state', 'person_id'])
    .where('request_id', '=', request.id)
    .orderBy('number')
    .execute()
  const last = moves.findLastIndex(({ to_state }) => to_state === 'preparing')
  const since = moves.slice(last + 1)
  const by = (state: string) => since.findLast(({ from_state }) => from_state === state)?.person_id
  const entered = await db
    .selectFrom('reporting.entry')
    .select('entered_by')
    .where('request_id', '=', request.id)
    .where('entered_by', 'is not', null)
    .orderBy('entered_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const who = { preparer: by('preparing') ?? entered?.entered_by, checker: by('checking'), leader: by('signing') }
  const names = await personNames(
    db,
    Object.values(who).filter((id): id is string => typeof id === 'string'),
  )
  const named = Object.entries(who).map(([field, id]) => [field, (id && names.get(id)) ?? ''])
  const phone = who.preparer ? (await officePhones(db, [who.preparer])).get(who.preparer) : undefined
  return { ...blank, ...Object.fromEntries(named), phone: phone ?? '' }
}

async function today(db: Reader, regionId: string): Promise<string> {
  const day = (await regionWorkdays(db, regionId)).dayOf(await databaseNow(db))
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

function noTemplate() {
  return unprocessable(
    'no_workbook',
    { zh: '这个周期还没有设定工作簿。', en: 'This cycle has no workbook of its own yet.' },
    {
      remedy: {
        zh: '请汇总单位的规划员上传工作簿并对应好单元格。',
        en: 'Ask a planner of the lead bureau to upload one and map its cells.',
      },
    },
  )
}
