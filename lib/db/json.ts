import { type RawBuilder, sql } from 'kysely'

/**
 * Text for a `jsonb` column. The generated types accept nothing else there, because the driver would send
 * a bare array as a PostgreSQL array and a bare string as broken JSON.
 */
export type Json = string & { readonly __json: true }

/** Wraps any JSON-able value for a `jsonb` column; `undefined` members are dropped, bigints are refused. */
export function json(value: unknown): RawBuilder<Json> {
  return sql<Json>`${JSON.stringify(value ?? null)}::jsonb`
}

/** JSON with keys in code-unit order, so that equal values have equal text and equal digests. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
