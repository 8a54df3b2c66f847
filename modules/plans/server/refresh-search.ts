import { unitDirectory } from '@opensti/accounts'
import type { Transaction } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { replaceEntries, type SearchEntry } from '@opensti/search'
import { sql } from 'kysely'
import {
  documentAddress,
  indicatorAddress,
  planAddress,
  regionAddress,
  taskAddress,
  unitAddress,
} from '../addresses.ts'
import { isPublic } from './views/is-public.ts'
import { nameOf } from './views/rows.ts'

const kinds = ['region', 'plan', 'indicator', 'task', 'unit', 'document']

/** What a write changed, by the codes and ids of the ledger; what is gone is named too. */
export interface Touched {
  plans?: readonly { regionId: string; code: string }[]
  /** Indicators that a region aims at or measures. */
  indicators?: readonly { regionId: string; code: string }[]
  tasks?: readonly string[]
  documents?: readonly string[]
}

/**
 * Makes what the ledger holds findable, as part of the write that changed it: what was touched, or all of it.
 * Both ways lead to the same index. Drafts are found inside their region only.
 */
export async function refreshSearch(tx: Transaction, touched?: Touched): Promise<void> {
  const inRegion = await regionNames(tx)
  if (touched === undefined) {
    const entries = [
      ...(await regionEntries(tx, inRegion)),
      ...(await planEntries(tx, inRegion)),
      ...(await indicatorEntries(tx, inRegion)),
      ...(await taskEntries(tx, inRegion)),
      ...(await documentEntries(tx, inRegion)),
      ...(await unitEntries(tx, inRegion)),
    ]
    return replaceEntries(tx, { kinds }, entries)
  }
  const keys = {
    plan: (touched.plans ?? []).map(({ regionId, code }) => `${regionId}/${code}`),
    indicator: (touched.indicators ?? []).map(({ regionId, code }) => `${regionId}/${code}`),
    task: [...(touched.tasks ?? [])],
    document: [...(touched.documents ?? [])],
  }
  const named = Object.entries(keys).flatMap(([kind, ids]) => [...new Set(ids)].map((id) => ({ kind, id })))
  if (named.length === 0) return
  const entries = [
    ...(keys.plan.length > 0 ? await planEntries(tx, inRegion, keys.plan) : []),
    ...(keys.indicator.length > 0 ? await indicatorEntries(tx, inRegion, keys.indicator) : []),
    ...(keys.task.length > 0 ? await taskEntries(tx, inRegion, keys.task) : []),
    ...(keys.document.length > 0 ? await documentEntries(tx, inRegion, keys.document) : []),
  ]
  await replaceEntries(tx, { entries: named }, entries)
}

/** Everything that is found or hidden with a plan. */
export async function touchedWithPlan(tx: Transaction, regionId: string, code: string): Promise<Touched> {
  const { rows: indicators } = await sql<{ code: string }>`
    select indicator_code as code from plans.target where region_id = ${regionId} and plan_code = ${code}
    union select indicator_code from plans.value
      where region_id = ${regionId} and starts_with(id, ${`${regionId}/${code}/`})`.execute(tx)
  const tasks = await tx
    .selectFrom('plans.task')
    .select('id')
    .where('region_id', '=', regionId)
    .where('plan_code', '=', code)
    .execute()
  return {
    plans: [{ regionId, code }],
    indicators: indicators.map((row) => ({ regionId, code: row.code })),
    tasks: tasks.map((row) => row.id),
  }
}

type InRegion = (id: string, more?: Bilingual) => Bilingual

async function regionNames(tx: Transaction): Promise<InRegion> {
  const regions = await tx.selectFrom('plans.region').select(['id', 'names']).execute()
  const names = new Map(regions.map((region) => [region.id, nameOf(region.names)]))
  return (id, more) => {
    const region = names.get(id) ?? { zh: id, en: id }
    return more ? { zh: `${region.zh} · ${more.zh}`, en: `${region.en} · ${more.en}` } : region
  }
}

function entry(
  kind: string,
  id: string,
  regionId: string,
  title: Bilingual,
  context: Bilingual,
  href: string,
): SearchEntry {
  return { kind, id, regionId, title, context, href, public: true, otherNames: [], weight: 0 }
}

async function regionEntries(tx: Transaction, inRegion: InRegion): Promise<SearchEntry[]> {
  const rows = await tx.selectFrom('plans.region').select(['id', 'names']).execute()
  return rows.map((row) => ({
    ...entry('region', row.id, row.id, nameOf(row.names), inRegion(row.id), regionAddress(row.id)),
    weight: 50,
  }))
}

async function unitEntries(tx: Transaction, inRegion: InRegion): Promise<SearchEntry[]> {
  return (await unitDirectory(tx)).all().map((unit) => ({
    ...entry('unit', unit.id, unit.regionId, unit.name, inRegion(unit.regionId), unitAddress(unit.id)),
    otherNames: [...unit.names.flatMap((one) => [one.name.zh, one.name.en]), ...unit.shortForms],
    weight: 20,
  }))
}

async function planEntries(tx: Transaction, inRegion: InRegion, keys?: readonly string[]): Promise<SearchEntry[]> {
  let query = tx.selectFrom('plans.plan').selectAll()
  if (keys) query = query.where(sql<boolean>`region_id || '/' || code = any(${keys}::text[])`)
  return (await query.execute()).map((row) => ({
    ...entry(
      'plan',
      `${row.region_id}/${row.code}`,
      row.region_id,
      nameOf(row.names),
      inRegion(row.region_id),
      planAddress(row.region_id, row.code),
    ),
    public: row.published_at !== null,
    weight: 40,
  }))
}

/** An indicator is found in every region that aims at it or measures it; through a draft alone only by its staff. */
async function indicatorEntries(tx: Transaction, inRegion: InRegion, keys?: readonly string[]): Promise<SearchEntry[]> {
  const some = keys && codesByRegion(keys)
  const wanted = (use: string) =>
    some
      ? sql<boolean>`${sql.ref(`${use}.region_id`)} = any(${some.regions}::text[])
          and ${sql.ref(`${use}.indicator_code`)} = any(${some.codes}::text[])`
      : sql<boolean>`true`
  const { rows } = await sql<{ region_id: string; code: string; names: unknown; aliases: string[]; public: boolean }>`
    select use.region_id, indicator.code, indicator.names, indicator.aliases, bool_or(use.public) as public
    from (
      select target.region_id, target.indicator_code as code, plan.published_at is not null as public
        from plans.target
        join plans.plan on plan.region_id = target.region_id and plan.code = target.plan_code
        where ${wanted('target')}
      union all
      select region_id, indicator_code, ${isPublic('plans.value')} from plans.value where ${wanted('value')}
    ) as use join plans.indicator on indicator.code = use.code
    group by use.region_id, indicator.code`.execute(tx)
  const asked = keys && new Set(keys)
  return rows
    .filter((row) => asked === undefined || asked.has(`${row.region_id}/${row.code}`))
    .map((row) => ({
      ...entry(
        'indicator',
        `${row.region_id}/${row.code}`,
        row.region_id,
        nameOf(row.names),
        inRegion(row.region_id),
        indicatorAddress(row.region_id, row.code),
      ),
      otherNames: row.aliases,
      public: row.public,
      weight: 30,
    }))
}

function codesByRegion(keys: readonly string[]): { regions: string[]; codes: string[] } {
  const parts = keys.map((key) => [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)] as const)
  return { regions: [...new Set(parts.map(([region]) => region))], codes: parts.map(([, code]) => code) }
}

async function taskEntries(tx: Transaction, inRegion: InRegion, ids?: readonly string[]): Promise<SearchEntry[]> {
  let query = tx
    .selectFrom('plans.task as task')
    .innerJoin('plans.plan as plan', (join) =>
      join.onRef('plan.region_id', '=', 'task.region_id').onRef('plan.code', '=', 'task.plan_code'),
    )
    .select(['task.id', 'task.region_id', 'task.title'])
    .select(['plan.names as plan_names', 'plan.published_at'])
  if (ids) query = query.where(sql<boolean>`task.id = any(${ids}::text[])`)
  return (await query.execute()).map((row) => ({
    ...entry(
      'task',
      row.id,
      row.region_id,
      nameOf(row.title),
      inRegion(row.region_id, nameOf(row.plan_names)),
      taskAddress(row.id),
    ),
    public: row.published_at !== null,
    weight: 10,
  }))
}

async function documentEntries(tx: Transaction, inRegion: InRegion, codes?: readonly string[]): Promise<SearchEntry[]> {
  let query = tx.selectFrom('plans.document').select(['code', 'region_id', 'names', 'number', 'published'])
  if (codes) query = query.where(sql<boolean>`code = any(${codes}::text[])`)
  return (await query.execute()).map((row) => ({
    ...entry(
      'document',
      row.code,
      row.region_id,
      nameOf(row.names),
      inRegion(row.region_id),
      documentAddress(row.code),
    ),
    otherNames: row.number === null ? [] : [row.number],
    public: row.published,
    weight: 15,
  }))
}
