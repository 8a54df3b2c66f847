import { json, type Transaction } from '@opensti/db'
import { sql } from 'kysely'
import { pinyin } from 'pinyin-pro'
import type { FigureProposal, TaskProposal } from '../contract-reading.ts'
import { nameFault } from '../domain/matching/public-names.ts'

/** Where confirmed candidates go: which region, plan and document they belong to. */
export interface LedgerPlace {
  regionId: string
  planCode: string
  documentCode: string
  /** A draft's values stay inside until the plan is published. */
  published: boolean
}

interface Cite {
  path: string
  paragraph: number
}

export interface FigureEntry {
  candidateId: string
  figure: FigureProposal
  cite: Cite
}

export interface TaskEntry {
  candidateId: string
  position: number
  task: TaskProposal
  cite: Cite
}

/** The id in the ledger of what accepting a candidate writes. */
export function ledgerId(place: LedgerPlace, candidateId: string): string {
  return `${place.regionId}/${place.planCode}/read-${candidateId}`
}

/**
 * Writes confirmed figures: each an actual value of its year, or a target or baseline of the plan.
 * Returns the indicators they belong to.
 */
export async function enterFigures(
  tx: Transaction,
  place: LedgerPlace,
  entries: readonly FigureEntry[],
): Promise<string[]> {
  if (entries.length === 0) return []
  const indicators = new Map<string, string>()
  const rows: { kind: string; row: Record<string, unknown> }[] = []
  const issued = await issuedOn(tx, place)
  for (const { candidateId, figure, cite } of entries) {
    const name = `${figure.unit} ${figure.name}`
    const indicator = figure.indicatorId ?? indicators.get(name) ?? (await newIndicator(tx, place, figure))
    indicators.set(figure.indicatorId ?? name, indicator)
    const shared = {
      id: ledgerId(place, candidateId),
      region_id: place.regionId,
      indicator_code: indicator,
      value: figure.value,
      unit: figure.unit,
      comparator: figure.comparator,
      start_year: figure.startYear,
      estimate: figure.estimate,
      cite: citation(place, cite),
    }
    const { kind, value2, year, perYear } = figure
    rows.push(
      kind === 'actual'
        ? { kind, row: { ...shared, period: String(year), vintage: issued ?? String(year) } }
        : { kind, row: { ...shared, kind, value2, year, per_year: perYear } },
    )
  }
  const of = (actual: boolean) =>
    JSON.stringify(rows.filter((one) => (one.kind === 'actual') === actual).map((one) => one.row))
  const common = sql`id text, region_id text, indicator_code text, value numeric, unit text, comparator text, start_year int, estimate boolean, cite jsonb`
  await sql`insert into plans.target (id, region_id, indicator_code, value, unit, comparator, start_year, estimate, cite,
      kind, value2, year, per_year, plan_code, origin)
    select row.*, ${place.planCode}, 'reading' from jsonb_to_recordset(${of(false)}::jsonb)
      as row (${common}, kind text, value2 numeric, year int, per_year boolean)`.execute(tx)
  await sql`insert into plans.value (id, region_id, indicator_code, value, unit, comparator, start_year, estimate, cite,
      period, vintage, nature, status, origin)
    select row.*, 'working', ${place.published ? 'published' : 'approved'}, 'reading'
      from jsonb_to_recordset(${of(true)}::jsonb) as row (${common}, period text, vintage text)`.execute(tx)
  return [...new Set(indicators.values())]
}

async function issuedOn(tx: Transaction, place: LedgerPlace): Promise<string | null> {
  const document = await tx
    .selectFrom('plans.document')
    .select('issued_on')
    .where('code', '=', place.documentCode)
    .executeTakeFirstOrThrow()
  return document.issued_on
}

/** Writes confirmed tasks with their units. Returns their ids. */
export async function enterTasks(
  tx: Transaction,
  place: LedgerPlace,
  entries: readonly TaskEntry[],
): Promise<string[]> {
  if (entries.length === 0) return []
  const rows = entries.map(({ candidateId, position, task, cite }) => ({
    id: ledgerId(place, candidateId),
    number: task.number || String(position + 1),
    title: { zh: task.title, en: task.title },
    cite: citation(place, cite),
    // After the tasks that the region's own content lists.
    position: 100_000 + position,
  }))
  await sql`insert into plans.task (region_id, plan_code, id, number, title, cite, position, origin)
    select ${place.regionId}, ${place.planCode}, row.*, 'reading' from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id text, number text, title jsonb, cite jsonb, position int)`.execute(tx)
  const units = entries.flatMap(({ candidateId, task }) =>
    (['lead', 'coop', 'others'] as const).flatMap((role) =>
      task[role].map((unit, position) => ({
        task_id: ledgerId(place, candidateId),
        role: role === 'others' ? 'other' : role,
        position,
        unit_id: unit.unitId,
        unit_name: unit.name,
      })),
    ),
  )
  if (units.length > 0) {
    await sql`insert into plans.task_unit (task_id, role, position, unit_id, unit_name)
      select row.* from jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
        as row (task_id text, role text, position int, unit_id text, unit_name text)`.execute(tx)
  }
  return rows.map((row) => row.id)
}

/**
 * Takes back what accepting wrote. Content of region folders has other ids and is never touched.
 * Returns the indicators that lost a figure; the tasks are those of the ids.
 */
export async function removeFromLedger(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const own = sql<boolean>`id = any(${ids}::text[])`
  const gone = [
    ...(await tx
      .deleteFrom('plans.target')
      .where(own)
      .where('origin', '=', 'reading')
      .returning('indicator_code')
      .execute()),
    ...(await tx
      .deleteFrom('plans.value')
      .where(own)
      .where('origin', '=', 'reading')
      .returning('indicator_code')
      .execute()),
  ]
  await tx.deleteFrom('plans.task').where(own).where('origin', '=', 'reading').execute()
  return [...new Set(gone.map((row) => row.indicator_code))]
}

function citation(place: LedgerPlace, cite: Cite) {
  return {
    document: place.documentCode,
    // A heading of a damaged copy stays inside, as its sentences do.
    section: cite.path === '' || nameFault(cite.path) !== null ? '正文' : cite.path,
    paragraph: Math.max(1, cite.paragraph),
    verified: 'source',
  }
}

/** An indicator that nobody defined yet. Its name is all that is known; a definition can be given later. */
async function newIndicator(tx: Transaction, place: LedgerPlace, figure: FigureProposal): Promise<string> {
  const known = await tx
    .selectFrom('plans.indicator')
    .select('code')
    .where('region_id', '=', place.regionId)
    .where('origin', '=', 'reading')
    .where((where) => where('names', '@>', JSON.stringify({ zh: figure.name })))
    .where('unit', '=', figure.unit)
    .executeTakeFirst()
  if (known) return known.code
  const code = await freeCode(tx, `${place.regionId}-${slugOf(figure.name)}`)
  await tx
    .insertInto('plans.indicator')
    .values({
      code,
      region_id: place.regionId,
      names: json({ zh: figure.name, en: figure.name }),
      unit: figure.unit,
      theme: 'other',
      polarity: 'higher',
      nature: natureOf(figure),
      frequency: 'yearly',
      cite: json({ document: place.documentCode, verified: 'source' }),
      origin: 'reading',
    })
    // A rival who took the same code makes this begin again, and find her indicator.
    .onConflict((row) => row.column('code').doNothing())
    .execute()
  return code
}

function natureOf(figure: FigureProposal): 'stock' | 'flow' | 'rate' | 'rank' {
  if (figure.unit === '位' || figure.unit === '名') return 'rank'
  if (figure.unit === '%' || figure.unit.endsWith('百分点')) return 'rate'
  return figure.comparator === 'inc' || figure.perYear ? 'flow' : 'stock'
}

function slugOf(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  const slug = syllables
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return slug.slice(0, 50).replace(/-+$/, '') || 'indicator'
}

async function freeCode(tx: Transaction, wanted: string): Promise<string> {
  const taken = await tx.selectFrom('plans.indicator').select('code').where('code', 'like', `${wanted}%`).execute()
  const codes = new Set(taken.map((row) => row.code))
  if (!codes.has(wanted)) return wanted
  let number = 2
  while (codes.has(`${wanted}-${number}`)) number += 1
  return `${wanted}-${number}`
}
