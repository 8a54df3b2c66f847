import { type RawBuilder, sql } from 'kysely'

/**
 * Whether two rows of `plans.value` speak for the same: both for the region as a whole, or both for the part of one unit.
 * What one unit reports never stands for, replaces or corrects what another one does.
 */
export function sameSpeaker(one: string, other: string): RawBuilder<boolean> {
  const [a, b] = [one, other].map((table) => sql.ref(`${table}.units_asked`))
  const [by, by2] = [one, other].map((table) => sql.ref(`${table}.reported_by`))
  return sql<boolean>`case when ${a} is null then ${b} is null else ${b} is not null and ${by} = ${by2} end`
}

/**
 * Whether a row of `plans.value` is for everybody: since its moment, if it was given one, else by its status. Asked by the
 * database's clock in every query, so that nobody sees a figure early and everybody sees it at the second.
 */
export function isPublic(table: string, asOf?: Date): RawBuilder<boolean> {
  const now = asOf ? sql<Date>`${asOf.toISOString()}::timestamptz` : sql<Date>`clock_timestamp()`
  return sql<boolean>`coalesce(${sql.ref(`${table}.public_from`)} <= ${now}, ${sql.ref(`${table}.status`)} = 'published')`
}
