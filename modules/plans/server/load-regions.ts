import { loadUnits } from '@opensti/accounts'
import type { Database, Tables, Transaction } from '@opensti/db'
import { json, recordAudit, transaction } from '@opensti/db'
import { type ContentChange, type ContentRow, describeChanges, type RegionContent, rowsOf } from '@opensti/regions'
import { sql } from 'kysely'
import { contentRows } from './content-rows.ts'
import { refreshSearch } from './refresh-search.ts'

/** Says what loading would change, and changes nothing. */
export async function previewRegions(db: Database, regions: readonly RegionContent[]): Promise<ContentChange[]> {
  return describeChanges(await loadedRows(db), regions.flatMap(rowsOf))
}

/**
 * Brings the ledger in line with the region folders. May be repeated: nothing is written when nothing has changed,
 * and what people confirmed from documents stays as it is. `digest` is remembered, so that the next start can skip reading.
 */
export async function loadRegions(
  db: Database,
  regions: readonly RegionContent[],
  digest = '',
): Promise<ContentChange[]> {
  await loadUnits(db, regions)
  return transaction(db, 'plans.load-regions', async (tx) => {
    const after = regions.flatMap(rowsOf)
    const changes = describeChanges(await loadedRows(tx), after)
    await rememberDigest(tx, digest)
    if (changes.length === 0) return changes
    await writeTables(tx, regions)
    await rememberRows(tx, after)
    const touched = [...new Set(changes.map((change) => change.region))]
    await tx.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', 'in', touched).execute()
    await refreshSearch(tx)
    for (const region of touched) await noteLoading(tx, region, changes)
    return changes
  })
}

/** One entry for each region that changed, so that its auditor sees it. */
function noteLoading(tx: Transaction, region: string, changes: readonly ContentChange[]): Promise<void> {
  const count = (kind: ContentChange['change']) =>
    changes.filter((one) => one.region === region && one.change === kind).length
  return recordAudit(tx, {
    actor: { kind: 'system', name: 'content' },
    action: 'plans.load-regions',
    region,
    object: { kind: 'content', id: region },
    detail: { added: count('added'), changed: count('changed'), removed: count('removed') },
  })
}

/** True when exactly this state of the folders, by `contentDigest`, is in the database already. */
export async function isLoaded(db: Database, digest: string): Promise<boolean> {
  const row = await db.selectFrom('plans.content_loaded').select('digest').executeTakeFirst()
  return row?.digest === digest
}

async function rememberDigest(tx: Transaction, digest: string): Promise<void> {
  await tx
    .insertInto('plans.content_loaded')
    .values({ digest })
    .onConflict((row) => row.column('only_one').doUpdateSet({ digest }))
    .execute()
}

async function loadedRows(db: Database | Transaction): Promise<ContentRow[]> {
  const rows = await db.selectFrom('plans.content_row').selectAll().orderBy('position').execute()
  return rows.map((row) => ({
    kind: row.kind as ContentRow['kind'],
    region: row.region_id,
    key: row.key,
    data: row.data as Record<string, unknown>,
  }))
}

async function rememberRows(tx: Transaction, rows: readonly ContentRow[]): Promise<void> {
  await tx.deleteFrom('plans.content_row').execute()
  const values = rows.map((row, position) => ({
    region_id: row.region,
    kind: row.kind,
    key: row.key,
    data: json(row.data),
    position,
  }))
  await inBatches(values, (batch) => tx.insertInto('plans.content_row').values(batch).execute())
}

/** Rows that vanished from the folders go first, children before parents; then the rest is written over what is there. */
async function writeTables(tx: Transaction, regions: readonly RegionContent[]): Promise<void> {
  const rows = contentRows(regions)
  await tx.deleteFrom('plans.disagreement').execute()
  await tx.deleteFrom('plans.lost_part').execute()
  await tx.deleteFrom('plans.comparison').execute()
  await removeVanished(tx, 'plans.value', rows.values)
  await removeVanished(tx, 'plans.target', rows.targets)
  await tx
    .deleteFrom('plans.task_unit')
    .where('task_id', 'in', (query) => query.selectFrom('plans.task').select('id').where('origin', '=', 'content'))
    .execute()
  await removeVanished(tx, 'plans.task', rows.tasks)

  await upsert(tx, 'plans.region', ['id'], rows.regions)
  await upsert(tx, 'plans.theme', ['region_id', 'code'], rows.themes)
  await upsert(tx, 'plans.document', ['code'], rows.documents)
  await upsert(tx, 'plans.indicator', ['code'], rows.indicators)
  await upsert(tx, 'plans.plan', ['region_id', 'code'], await withoutWithdrawn(tx, rows.plans))
  await upsert(tx, 'plans.target', ['id'], rows.targets)
  await upsert(tx, 'plans.value', ['id'], rows.values)
  await upsert(tx, 'plans.comparison', ['id'], rows.comparisons)
  await upsert(tx, 'plans.task', ['id'], rows.tasks)
  await upsert(tx, 'plans.task_unit', ['task_id', 'role', 'position'], rows.taskUnits)
  await upsert(tx, 'plans.lost_part', ['id'], rows.lost)
  await upsert(tx, 'plans.disagreement', ['id'], rows.disagreements)
}

/** What somebody has withdrawn stays withdrawn, though its folder is loaded again. */
async function withoutWithdrawn<Plan extends { region_id: unknown; code: unknown }>(
  tx: Transaction,
  plans: readonly Plan[],
): Promise<object[]> {
  const withdrawn = await tx
    .selectFrom('plans.plan')
    .select(['region_id', 'code'])
    .where('published_at', 'is', null)
    .where('first_published_at', 'is not', null)
    .execute()
  const known = new Set(withdrawn.map((row) => `${row.region_id}/${row.code}`))
  return plans.map((plan) => (known.has(`${plan.region_id}/${plan.code}`) ? { ...plan, published_at: null } : plan))
}

async function removeVanished(
  tx: Transaction,
  table: 'plans.value' | 'plans.target' | 'plans.task',
  rows: readonly { id?: unknown }[],
): Promise<void> {
  const kept = JSON.stringify(rows.map((row) => row.id))
  await sql`delete from ${sql.table(table)} where origin = 'content' and id not in (select jsonb_array_elements_text(${kept}::jsonb))`.execute(
    tx,
  )
}

async function upsert<Name extends keyof Tables & string>(
  tx: Transaction,
  table: Name,
  key: readonly string[],
  rows: readonly object[],
): Promise<void> {
  await inBatches(rows, async (batch) => {
    const columns = Object.keys(batch[0] ?? {})
    const values = sql.join(
      batch.map((row) => sql`(${sql.join(columns.map((column) => (row as Record<string, unknown>)[column]))})`),
    )
    const assignments = columns.filter((column) => !key.includes(column))
    const update = assignments.length
      ? sql`do update set ${sql.join(assignments.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))}`
      : sql`do nothing`
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${values}
      on conflict (${sql.join(key.map((column) => sql.ref(column)))}) ${update}`.execute(tx)
  })
}

/** Postgres takes 65,535 parameters in a statement; the widest table has 23 columns. */
async function inBatches<Row>(rows: readonly Row[], write: (batch: readonly Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await write(rows.slice(at, at + 500))
}
