import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, json, recordAudit, transaction } from '@opensti/db'
import { proposeMapping } from '../../domain/workbook/propose-mapping.ts'
import { inspectWorkbook } from './inspect-workbook.ts'
import { askedOf, getCycle } from './workbook-store.ts'

/**
 * Gives the cycles of an invented city the workbooks that lie in its folder, `reporting/<cycle>.xlsx`, mapped as proposed.
 * A cycle that has a template keeps it.
 *
 * @returns how many were loaded.
 */
export async function loadWorkbooks(db: Database, regionId: string, regionFolder: string): Promise<number> {
  const folder = join(regionFolder, 'reporting')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xlsx')) : []
  let loaded = 0
  for (const file of files.sort()) {
    const place = { regionId, cycle: file.replace(/\.xlsx$/, '') }
    if (!(await wantsOne(db, place))) continue
    const bytes = readFileSync(join(folder, file))
    const grids = await inspectWorkbook({ name: file, bytes })
    await transaction(db, 'reporting.load-workbooks', async (tx) => {
      const cycle = await getCycle(tx, place)
      const { created_by: by } = await tx
        .selectFrom('reporting.cycle')
        .select('created_by')
        .where('region_id', '=', regionId)
        .where('code', '=', place.cycle)
        .executeTakeFirstOrThrow()
      const workbook = await tx
        .insertInto('reporting.workbook')
        .values({
          region_id: regionId,
          cycle_code: place.cycle,
          file_name: `${cycle.names.zh}.xlsx`,
          size: bytes.length,
          digest: createHash('sha256').update(bytes).digest('hex'),
          content: bytes,
          grids: json(grids),
          added_by: by,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('reporting.workbook_template')
        .values({
          region_id: regionId,
          cycle_code: place.cycle,
          version: 1,
          workbook_id: workbook.id,
          mapping: json(proposeMapping(grids, await askedOf(tx, place, cycle))),
          saved_by: by,
        })
        .execute()
      await recordAudit(tx, {
        actor: { kind: 'system', name: 'set-up' },
        action: 'reporting.load-workbooks',
        region: regionId,
        object: { kind: 'cycle', id: place.cycle },
      })
    })
    loaded += 1
  }
  return loaded
}

/** Whether there is such a cycle and it has no template yet. */
async function wantsOne(db: Database, { regionId, cycle }: { regionId: string; cycle: string }): Promise<boolean> {
  const found = await db
    .selectFrom('reporting.cycle as c')
    .leftJoin('reporting.workbook_template as t', (join) =>
      join.onRef('t.region_id', '=', 'c.region_id').onRef('t.cycle_code', '=', 'c.code'),
    )
    .select('t.version')
    .where('c.region_id', '=', regionId)
    .where('c.code', '=', cycle)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined && found.version === null
}
