import type { Database } from '@opensti/db'
import { sql } from 'kysely'
import { table, written } from './markdown.ts'

export interface TableFact {
  schema: string
  name: string
  comment: string | null
  /** What the running role may do beside reading. */
  grows: boolean
  columns: { name: string; type: string; comment: string | null }[]
}

/** Tables with the comments that migrations gave them, in a stable order. */
export async function tableFacts(owner: Database, schemas: readonly string[]): Promise<TableFact[]> {
  const { rows } = await sql<TableFact>`
    select n.nspname as "schema", c.relname as "name", obj_description(c.oid) as "comment",
      not has_table_privilege('opensti_app', c.oid, 'delete') as "grows",
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
        'comment', col_description(c.oid, a.attnum)) order by a.attnum) as "columns"
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = any(${[...schemas]}) and c.relkind in ('r', 'p') and not c.relispartition
    group by n.nspname, c.relname, c.oid
    order by n.nspname collate "C", c.relname collate "C"`.execute(owner)
  return rows
}

/** What every table is for, and what its columns mean where that is not plain. */
export function renderTablesPage(tables: readonly TableFact[]): string {
  const parts = [...Map.groupBy(tables, (one) => one.schema)].map(
    ([schema, own]) => `## ${schema}\n\n${own.map(renderOne).join('\n\n')}`,
  )
  return `${written('the comments in the migrated database')}

# Tables

One schema for each module that stores something; \`opensti\` is what the database keeps for the whole house. Tables marked *kept* are
those from which the running role may not delete.

${parts.join('\n\n')}
`
}

function renderOne({ schema, name, comment, grows, columns }: TableFact): string {
  const title = `### ${schema}.${name}${grows ? ' · kept' : ''}`
  const rows = columns.map((column) => [`\`${column.name}\``, column.type, column.comment ?? ''])
  return [title, ...(comment ? [comment] : []), table(['Column', 'Type', 'Meaning'], rows)].join('\n\n')
}
