import type { Database } from '@opensti/db'
import { sql } from 'kysely'

export interface ColumnFact {
  table: string
  column: string
  type: string
  isNullable: boolean
  /** The database fills it when an insert leaves it out. */
  hasDefault: boolean
  /** Generated always: an insert may not name it. */
  isGenerated: boolean
  /** The values of a `check (column in (…))`, if the column has one. */
  choices: string[] | null
  comment: string | null
}

/** What the catalogue says about the tables and views of a schema, in a stable order. */
export async function introspect(db: Database, schema: string): Promise<ColumnFact[]> {
  const { rows } = await sql<Omit<ColumnFact, 'choices'> & { check: string | null }>`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as "type",
      not (a.attnotnull or t.typnotnull) and c.relkind <> 'v' as "isNullable",
      a.atthasdef or a.attidentity <> '' as "hasDefault",
      a.attidentity = 'a' or a.attgenerated <> '' as "isGenerated",
      (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
          and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' order by k.conname limit 1) as "check",
      col_description(c.oid, a.attnum) as "comment"
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
    where n.nspname = ${schema} and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    order by c.relname, a.attnum`.execute(db)
  return rows.map(({ check, ...fact }) => ({ ...fact, choices: findChoices(check, fact.column) }))
}

/** The TypeScript of one schema. */
export function renderTables(schema: string, facts: readonly ColumnFact[], isLibrary: boolean): string {
  const tables = [...Map.groupBy(facts, (fact) => fact.table)]
  const interfaces = tables.map(([table, columns]) => {
    const lines = columns.flatMap((column) => [
      ...(column.comment ? [`  /** ${column.comment.replaceAll('*/', '* /')} */`] : []),
      `  ${column.column}: ${renderType(column)}`,
    ])
    return `export interface ${interfaceName(schema, table)} {\n${lines.join('\n')}\n}\n`
  })
  const entries = tables.map(([table]) => `    '${schema}.${table}': ${interfaceName(schema, table)}`)
  const body = interfaces.join('\n')
  const kysely = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((name) => body.includes(`${name}<`))
  const imports = [
    ...(body.includes('Json>') || body.includes('Json |')
      ? [`import type { Json } from '${isLibrary ? '../json.ts' : '@opensti/db'}'`]
      : []),
    ...(kysely.length > 0 ? [`import type { ${kysely.join(', ')} } from 'kysely'`] : []),
  ]
  return `// Written by "npm run db:types" from the migrated database. Change a migration, not this file.
${imports.join('\n')}

declare module '${isLibrary ? '../tables.ts' : '@opensti/db/tables'}' {
  interface Tables {
${entries.join('\n')}
  }
}

${body}`
}

const plainTypes: Record<string, string> = {
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  real: 'number',
  'double precision': 'number',
  bytea: 'Buffer',
  date: 'string',
  'timestamp without time zone': 'string',
  interval: 'string',
  uuid: 'string',
  text: 'string',
  'character varying': 'string',
  character: 'string',
  inet: 'string',
  tsvector: 'string',
}

/** Types that are read one way and written in several. */
const wideTypes: Record<string, { read: string; write: string }> = {
  bigint: { read: 'bigint', write: 'bigint | number' },
  numeric: { read: 'string', write: 'string | number' },
  'timestamp with time zone': { read: 'Date', write: 'Date | string' },
  jsonb: { read: 'unknown', write: 'Json' },
  json: { read: 'unknown', write: 'Json' },
}

function renderType(fact: ColumnFact): string {
  const isArray = fact.type.endsWith('[]')
  const base = isArray ? fact.type.slice(0, -2) : fact.type
  const wide = wideTypes[base]
  const plain = fact.choices ? fact.choices.map((choice) => `'${choice}'`).join(' | ') : (plainTypes[base] ?? 'string')
  const read = finish(wide?.read ?? plain, isArray, fact.isNullable && wide?.read !== 'unknown')
  const write = finish(wide?.write ?? plain, isArray, fact.isNullable)
  if (fact.isGenerated) return `GeneratedAlways<${read}>`
  if (read === write) return fact.hasDefault ? `Generated<${read}>` : read
  const isOptional = fact.hasDefault || fact.isNullable
  return `ColumnType<${read}, ${write}${isOptional ? ' | undefined' : ''}, ${write}>`
}

function finish(type: string, isArray: boolean, isNullable: boolean): string {
  const whole = isArray ? (type.includes(' ') ? `(${type})[]` : `${type}[]`) : type
  return isNullable ? `${whole} | null` : whole
}

function interfaceName(schema: string, table: string): string {
  return [schema, table]
    .flatMap((name) => name.split('_'))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

function findChoices(check: string | null, column: string): string[] | null {
  const list = /^CHECK \(\(\(?"?(\w+)"?\)?(?:::text)? = ANY \(ARRAY\[([^\]]+)\]\)\)\)$/.exec(check ?? '')
  if (!list || list[1] !== column) return null
  const choices = [...list[2]!.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, choice]) => choice!)
  return choices.length > 0 && choices.every((choice) => /^[\w.-]+$/.test(choice)) ? choices : null
}
