import { createHash, randomUUID } from 'node:crypto'
import { canonicalJson, type Database, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import type { RegionContent } from '@opensti/regions'
import { chainOf, findFunction, findUnit } from '@opensti/regions'
import { sql } from 'kysely'
import { foldFunctions } from '../domain/functions-held.ts'

/** The id by which a unit or function of the content is known everywhere: region/unit. */
export function globalId(regionId: string, key: string): string {
  return `${regionId}/${key}`
}

/**
 * Writes places, units, their names, changes and functions from content that was checked. Give all regions, because
 * children name units and functions of their parents. What content no longer names stays, because grants and records
 * may point at it; names and changes are replaced.
 *
 * @returns false when the same content was loaded before and nothing was done.
 */
export async function loadUnits(db: Database, regions: readonly RegionContent[]): Promise<boolean> {
  const digest = digestOf(regions)
  const loaded = await db.selectFrom('accounts.units_loaded').select('digest').executeTakeFirst()
  if (loaded?.digest === digest) return false
  await transaction(db, 'accounts.load-units', async (tx) => {
    await upsertRegions(tx, regions)
    for (const content of regions) await upsertUnits(tx, content)
    await clearParts(tx, idsOf(regions))
    for (const content of regions) {
      await insertNames(tx, content)
      await insertHistory(tx, content, resolverFor(regions, content.id))
    }
    await tx
      .insertInto('accounts.units_loaded')
      .values({ digest })
      .onConflict((row) => row.column('only_one').doUpdateSet({ digest, version: randomUUID() }))
      .execute()
    await recordAudit(tx, {
      actor: { kind: 'system', name: 'content' },
      action: 'accounts.load-units',
      detail: { digest },
    })
  })
  return true
}

function digestOf(regions: readonly RegionContent[]): string {
  const parts = regions.map(({ region, calendars, calendarYears, units, unitChanges, functions }) => [
    region,
    calendars,
    calendarYears,
    units,
    unitChanges,
    functions,
  ])
  const text = canonicalJson(
    JSON.parse(JSON.stringify(parts, (key, value: unknown) => (key === 'at' ? undefined : value))),
  )
  return createHash('sha256').update(text).digest('hex')
}

interface Resolver {
  unit(key: string): string
  function(key: string): string
}

function resolverFor(regions: readonly RegionContent[], regionId: string): Resolver {
  const chain = chainOf(regions, regionId)
  return {
    unit: (key) => globalId(findUnit(chain, key)?.region ?? regionId, key),
    function: (key) => globalId(findFunction(chain, key)?.region ?? regionId, key),
  }
}

async function upsertRegions(tx: Transaction, regions: readonly RegionContent[]): Promise<void> {
  for (const { id, region, calendars, calendarYears } of regions) {
    const years = calendarYears.map(({ region: _region, key: _key, at: _at, ...year }) => year)
    const calendar = calendars[0]
    const row = {
      parent: region.parent ?? null,
      kind: region.kind,
      name_zh: region.names.zh,
      name_en: region.names.en,
      code: region.code ?? null,
      calendar: calendar ? json({ timeZone: calendar.timeZone, weekend: calendar.weekend, years }) : null,
      invented: region.invented ?? false,
    }
    await tx
      .insertInto('accounts.region')
      .values({ id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  }
  await tx.deleteFrom('accounts.region_area').where('region', 'in', idsOf(regions)).execute()
  const areas = regions.flatMap(({ id, region }) => (region.areas ?? []).map((area) => ({ region: id, area })))
  if (areas.length > 0) await tx.insertInto('accounts.region_area').values(areas).execute()
}

async function upsertUnits(tx: Transaction, content: RegionContent): Promise<void> {
  const units = content.units.map((unit, position) => ({
    region: content.id,
    id: globalId(content.id, unit.id),
    level: unit.level,
    kind: unit.kind,
    from_date: unit.from ?? null,
    until_date: unit.until ?? null,
    position,
  }))
  if (units.length > 0) {
    await tx
      .insertInto('accounts.unit')
      .values(units)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          level: sql`excluded.level`,
          kind: sql`excluded.kind`,
          from_date: sql`excluded.from_date`,
          until_date: sql`excluded.until_date`,
          position: sql`excluded.position`,
        }),
      )
      .execute()
  }
  const functions = content.functions.map((one) => ({
    region: content.id,
    id: globalId(content.id, one.id),
    name_zh: one.names.zh,
    name_en: one.names.en,
  }))
  if (functions.length > 0) {
    await tx
      .insertInto('accounts.function')
      .values(functions)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ name_zh: sql`excluded.name_zh`, name_en: sql`excluded.name_en` }),
      )
      .execute()
  }
}

async function clearParts(tx: Transaction, regions: readonly string[]): Promise<void> {
  const units = tx.selectFrom('accounts.unit').select('id').where('region', 'in', regions)
  const changes = tx.selectFrom('accounts.unit_change').select('id').where('region', 'in', regions)
  await tx.deleteFrom('accounts.unit_name').where('unit', 'in', units).execute()
  await tx.deleteFrom('accounts.unit_member').where('unit_group', 'in', units).execute()
  await tx.deleteFrom('accounts.function_held').where('unit', 'in', units).execute()
  await tx.deleteFrom('accounts.unit_change_side').where('change', 'in', changes).execute()
  await tx.deleteFrom('accounts.unit_change_move').where('change', 'in', changes).execute()
  await tx.deleteFrom('accounts.unit_change').where('region', 'in', regions).execute()
}

async function insertNames(tx: Transaction, content: RegionContent): Promise<void> {
  const names = content.units.flatMap((unit) =>
    unit.names.map((name, position) => ({
      unit: globalId(content.id, unit.id),
      position,
      name_zh: name.zh,
      name_en: name.en,
      short: name.short,
      from_date: name.from ?? null,
      until_date: name.until ?? null,
    })),
  )
  if (names.length > 0) await tx.insertInto('accounts.unit_name').values(names).execute()
}

async function insertHistory(tx: Transaction, content: RegionContent, resolve: Resolver): Promise<void> {
  const members = content.units.flatMap((unit) =>
    (unit.members ?? []).map((member) => ({ unit_group: globalId(content.id, unit.id), member: resolve.unit(member) })),
  )
  if (members.length > 0) await tx.insertInto('accounts.unit_member').values(members).execute()

  const changes = content.unitChanges.map((change) => ({
    id: globalId(content.id, change.id),
    kind: change.kind,
    date: change.date,
    note_zh: change.note?.zh ?? null,
    note_en: change.note?.en ?? null,
    verified: change.cite.verified,
    from: change.from.map(resolve.unit),
    to: change.to.map(resolve.unit),
    moves: (change.moves ?? []).map((move) => ({
      function: resolve.function(move.function),
      from: resolve.unit(move.from),
      to: resolve.unit(move.to),
    })),
  }))
  const rows = changes.map(({ from: _from, to: _to, moves: _moves, ...row }) => ({ region: content.id, ...row }))
  if (rows.length > 0) await tx.insertInto('accounts.unit_change').values(rows).execute()
  const sides = changes.flatMap((change) =>
    (['from', 'to'] as const).flatMap((side) => change[side].map((unit) => ({ change: change.id, side, unit }))),
  )
  if (sides.length > 0) await tx.insertInto('accounts.unit_change_side').values(sides).execute()
  const moves = changes.flatMap((change) =>
    change.moves.map((move) => ({
      change: change.id,
      function: move.function,
      from_unit: move.from,
      to_unit: move.to,
    })),
  )
  if (moves.length > 0) await tx.insertInto('accounts.unit_change_move').values(moves).execute()

  const units = content.units.map((unit) => ({
    id: globalId(content.id, unit.id),
    from: unit.from,
    until: unit.until,
    functions: (unit.functions ?? []).map(resolve.function),
  }))
  const held = foldFunctions(units, changes).map((one) => ({
    function: one.function,
    unit: one.unit,
    from_date: one.from,
    until_date: one.until,
  }))
  if (held.length > 0) await tx.insertInto('accounts.function_held').values(held).execute()
}

function idsOf(regions: readonly RegionContent[]): string[] {
  return regions.map(({ id }) => id)
}
