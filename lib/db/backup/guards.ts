import type pg from 'pg'
import type { HouseTable } from './catalog.ts'

/** SQL that brings back what was laid aside. */
export type Guards = readonly string[]

/**
 * Foreign keys and triggers of these tables, laid aside while rows come in that kept them all once. Inside a transaction,
 * so nobody ever sees the tables without them; foreign keys are checked anew over all rows when they come back.
 */
export async function layAside(client: pg.Client, tables: readonly HouseTable[]): Promise<Guards> {
  const names = tables.map((table) => table.sql.name)
  const keys = await client.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
     from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = any($1::regclass[])`,
    [names],
  )
  const triggers = await client.query<{ off: string; on: string }>(
    `select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as off,
       format('alter table %s enable %s trigger %I', tgrelid::regclass,
         case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as on
     from pg_trigger where not tgisinternal and tgparentid = 0 and tgenabled <> 'D' and tgrelid = any($1::regclass[])`,
    [names],
  )
  for (const { drop } of keys.rows) await client.query(drop)
  for (const { off } of triggers.rows) await client.query(off)
  return [...keys.rows.map((row) => row.add), ...triggers.rows.map((row) => row.on)]
}

export async function putBack(client: pg.Client, guards: Guards): Promise<void> {
  for (const statement of guards) await client.query(statement)
}
