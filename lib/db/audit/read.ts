import { sql } from 'kysely'

const utc = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'

/** The columns of `opensti.audit_entry as e`, as the exact text that is digested. */
export const entryColumns = [
  sql<'entry'>`'entry'`.as('type'),
  sql<string>`e.id::text`.as('id'),
  sql<string>`to_char(e.at at time zone 'utc', ${sql.lit(utc)})`.as('at'),
  'e.actor',
  'e.session',
  'e.action',
  'e.region',
  'e.object_kind',
  'e.object_id',
  sql<string>`e.detail::text`.as('detail'),
  'e.request_id',
] as const satisfies readonly unknown[]

/** The columns of `opensti.audit_seal`, numbers as JavaScript has them (safe up to 9 quadrillion entries). */
export const sealColumns = [
  sql<'seal'>`'seal'`.as('type'),
  sql<number>`number::float8`.as('number'),
  sql<number>`first::float8`.as('first'),
  sql<number>`last::float8`.as('last'),
  'digest',
  'previous',
  sql<string>`to_char(sealed_at at time zone 'utc', ${sql.lit(utc)})`.as('sealed_at'),
  'signature',
] as const satisfies readonly unknown[]
