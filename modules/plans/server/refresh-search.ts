import { unitDirectory } from '@opensti/accounts'
import type { Transaction } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { replaceEntries, type SearchEntry } from '@opensti/search'
import {
  documentAddress,
  indicatorAddress,
  planAddress,
  regionAddress,
  taskAddress,
  unitAddress,
} from '../addresses.ts'
import { nameOf } from './views/rows.ts'

const kinds = ['region', 'plan', 'indicator', 'task', 'unit', 'document']

/**
 * Makes what the ledger holds findable, as part of the write that changed it: all of it, or one region's.
 * Drafts are found inside their region only.
 */
export async function refreshSearch(tx: Transaction, regionId?: string): Promise<void> {
  const regions = await tx.selectFrom('plans.region').selectAll().execute()
  const regionName = new Map(regions.map((region) => [region.id, nameOf(region.names)]))
  const inRegion = (id: string, more?: Bilingual): Bilingual => {
    const region = regionName.get(id) ?? { zh: id, en: id }
    return more ? { zh: `${region.zh} · ${more.zh}`, en: `${region.en} · ${more.en}` } : region
  }
  const entries = [
    ...regions.map((region) => ({
      ...entry('region', region.id, region.id, nameOf(region.names), inRegion(region.id), regionAddress(region.id)),
      weight: 50,
    })),
    ...(await planEntries(tx, inRegion)),
    ...(await indicatorEntries(tx, inRegion)),
    ...(await taskEntries(tx, inRegion)),
    ...(await documentEntries(tx, inRegion)),
    ...(await unitDirectory(tx)).all().map((unit) => ({
      ...entry('unit', unit.id, unit.regionId, unit.name, inRegion(unit.regionId), unitAddress(unit.id)),
      otherNames: [...unit.names.flatMap((one) => [one.name.zh, one.name.en]), ...unit.shortForms],
      weight: 20,
    })),
  ]
  const wanted = regionId === undefined ? entries : entries.filter((one) => one.regionId === regionId)
  await replaceEntries(tx, { kinds, regionId }, wanted)
}

type InRegion = (id: string, more?: Bilingual) => Bilingual

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

async function planEntries(tx: Transaction, inRegion: InRegion): Promise<SearchEntry[]> {
  const rows = await tx.selectFrom('plans.plan').selectAll().execute()
  return rows.map((row) => ({
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
async function indicatorEntries(tx: Transaction, inRegion: InRegion): Promise<SearchEntry[]> {
  const targets = tx
    .selectFrom('plans.target as target')
    .innerJoin('plans.plan as plan', (join) =>
      join.onRef('plan.region_id', '=', 'target.region_id').onRef('plan.code', '=', 'target.plan_code'),
    )
    .select((of) => ['target.region_id', 'target.indicator_code', of('plan.published_at', 'is not', null).as('public')])
  const values = tx
    .selectFrom('plans.value')
    .select((of) => ['region_id', 'indicator_code', of('status', '=', 'published').as('public')])
  const rows = await tx
    .selectFrom(targets.unionAll(values).as('use'))
    .innerJoin('plans.indicator as indicator', 'indicator.code', 'use.indicator_code')
    .select(({ fn }) => [
      'use.region_id',
      'indicator.code',
      'indicator.names',
      'indicator.aliases',
      fn<boolean>('bool_or', ['use.public']).as('public'),
    ])
    .groupBy(['use.region_id', 'indicator.code'])
    .execute()
  return rows.map((row) => ({
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

async function taskEntries(tx: Transaction, inRegion: InRegion): Promise<SearchEntry[]> {
  const rows = await tx
    .selectFrom('plans.task as task')
    .innerJoin('plans.plan as plan', (join) =>
      join.onRef('plan.region_id', '=', 'task.region_id').onRef('plan.code', '=', 'task.plan_code'),
    )
    .selectAll('task')
    .select(['plan.names as plan_names', 'plan.published_at'])
    .execute()
  return rows.map((row) => ({
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

async function documentEntries(tx: Transaction, inRegion: InRegion): Promise<SearchEntry[]> {
  const rows = await tx.selectFrom('plans.document').selectAll().execute()
  return rows.map((row) => ({
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
