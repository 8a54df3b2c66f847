import { json, type Transaction } from '@opensti/db'
import { pinyin } from 'pinyin-pro'
import type { FigureProposal, TaskProposal } from '../contract-reading.ts'

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

/** Writes a confirmed figure: an actual value of its year, or a target or baseline of the plan. Returns its id in the ledger. */
export async function enterFigure(
  tx: Transaction,
  place: LedgerPlace,
  candidateId: string,
  figure: FigureProposal,
  cite: Cite,
): Promise<string> {
  const indicator = figure.indicatorId ?? (await newIndicator(tx, place, figure))
  const id = `${place.regionId}/${place.planCode}/read-${candidateId}`
  const shared = {
    id,
    region_id: place.regionId,
    indicator_code: indicator,
    value: figure.value,
    unit: figure.unit,
    comparator: figure.comparator,
    start_year: figure.startYear,
    estimate: figure.estimate,
    cite: json(citation(place, cite)),
    origin: 'reading' as const,
  }
  if (figure.kind !== 'actual') {
    await tx
      .insertInto('plans.target')
      .values({
        ...shared,
        plan_code: place.planCode,
        kind: figure.kind,
        value2: figure.value2,
        year: figure.year,
        per_year: figure.perYear,
      })
      .execute()
    return id
  }
  const document = await tx
    .selectFrom('plans.document')
    .select('issued_on')
    .where('code', '=', place.documentCode)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('plans.value')
    .values({
      ...shared,
      period: String(figure.year),
      nature: 'working',
      vintage: document.issued_on ?? String(figure.year),
      status: place.published ? 'published' : 'approved',
    })
    .execute()
  return id
}

export async function enterTask(
  tx: Transaction,
  place: LedgerPlace,
  candidateId: string,
  position: number,
  task: TaskProposal,
  cite: Cite,
): Promise<string> {
  const id = `${place.regionId}/${place.planCode}/read-${candidateId}`
  await tx
    .insertInto('plans.task')
    .values({
      id,
      region_id: place.regionId,
      plan_code: place.planCode,
      number: task.number || String(position + 1),
      title: json({ zh: task.title, en: task.title }),
      cite: json(citation(place, cite)),
      origin: 'reading',
      // After the tasks that the region's own content lists.
      position: 100_000 + position,
    })
    .execute()
  const units = (['lead', 'coop', 'others'] as const).flatMap((role) =>
    task[role].map((unit, at) => ({
      task_id: id,
      role: role === 'others' ? ('other' as const) : role,
      position: at,
      unit_id: unit.unitId,
      unit_name: unit.name,
    })),
  )
  if (units.length > 0) await tx.insertInto('plans.task_unit').values(units).execute()
  return id
}

/** Takes back what accepting wrote. Content of region folders has other ids and is never touched. */
export async function removeFromLedger(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('plans.target').where('id', '=', id).where('origin', '=', 'reading').execute()
  await tx.deleteFrom('plans.value').where('id', '=', id).where('origin', '=', 'reading').execute()
  await tx.deleteFrom('plans.task').where('id', '=', id).where('origin', '=', 'reading').execute()
}

function citation(place: LedgerPlace, cite: Cite) {
  return {
    document: place.documentCode,
    section: cite.path || '正文',
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
