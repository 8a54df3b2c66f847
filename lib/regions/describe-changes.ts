import { type EntityKind, entitiesOf, type RegionContent } from './content.ts'

/** One row of content, as it is compared and stored: the kind, the key within region and kind, and the plain data. */
export interface ContentRow {
  kind: EntityKind | 'region'
  region: string
  key: string
  data: Record<string, unknown>
}

export interface FieldChange {
  /** Dotted path inside the data: names.en, lead.0.unit. */
  field: string
  before: unknown
  after: unknown
}

export interface ContentChange {
  kind: ContentRow['kind']
  region: string
  key: string
  change: 'added' | 'changed' | 'removed'
  fields: FieldChange[]
}

/** A region as rows. File and line are left out: moving a fact within its file changes nothing. */
export function rowsOf(content: RegionContent): ContentRow[] {
  return entitiesOf(content).map(({ kind, entity }) => {
    const { region, key, at: _place, ...data } = entity
    return { kind, region, key, data: data as Record<string, unknown> }
  })
}

/** What loading `after` over `before` would do, in the order of `after`, removals last. Rows that are equal are left out. */
export function describeChanges(before: readonly ContentRow[], after: readonly ContentRow[]): ContentChange[] {
  const name = (row: ContentRow) => `${row.region} ${row.kind} ${row.key}`
  const known = new Map(before.map((row) => [name(row), row]))
  const kept = new Set(after.map(name))
  const changes: ContentChange[] = []
  for (const row of after) {
    const old = known.get(name(row))
    const fields = fieldChanges(old?.data ?? {}, row.data)
    if (!old || fields.length > 0) changes.push({ ...identity(row), change: old ? 'changed' : 'added', fields })
  }
  for (const row of before) {
    if (!kept.has(name(row))) changes.push({ ...identity(row), change: 'removed', fields: fieldChanges(row.data, {}) })
  }
  return changes
}

function identity({ kind, region, key }: ContentRow) {
  return { kind, region, key }
}

function fieldChanges(before: unknown, after: unknown, field = ''): FieldChange[] {
  if (isTree(before) && isTree(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...keys].flatMap((key) => fieldChanges(before[key], after[key], field ? `${field}.${key}` : key))
  }
  // A field that is absent and one that is undefined say the same; null says that the document gives nothing.
  return Object.is(before, after) ? [] : [{ field, before, after }]
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
