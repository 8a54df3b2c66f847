import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a row of `plans.value` is for everybody: since its moment, if it was given one, else by its status. Asked by the
 * database's clock in every query, so that nobody sees a figure early and everybody sees it at the second.
 */
export function isPublic(table: string, asOf?: Date): RawBuilder<boolean> {
  const now = asOf ? sql<Date>`${asOf.toISOString()}::timestamptz` : sql<Date>`clock_timestamp()`
  return sql<boolean>`coalesce(${sql.ref(`${table}.public_from`)} <= ${now}, ${sql.ref(`${table}.status`)} = 'published')`
}
