// Written by "npm run db:types" from the migrated database. Change a migration, not this file.
import type { Json } from '@opensti/db'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

declare module '@opensti/db/tables' {
  interface Tables {
    'plans.candidate': PlansCandidate
    'plans.comparison': PlansComparison
    'plans.content_loaded': PlansContentLoaded
    'plans.content_row': PlansContentRow
    'plans.decision': PlansDecision
    'plans.disagreement': PlansDisagreement
    'plans.document': PlansDocument
    'plans.indicator': PlansIndicator
    'plans.lost_part': PlansLostPart
    'plans.plan': PlansPlan
    'plans.reading': PlansReading
    'plans.reading_piece': PlansReadingPiece
    'plans.region': PlansRegion
    'plans.target': PlansTarget
    'plans.target_change': PlansTargetChange
    'plans.task': PlansTask
    'plans.task_unit': PlansTaskUnit
    'plans.theme': PlansTheme
    'plans.value': PlansValue
  }
}

export interface PlansCandidate {
  id: Generated<string>
  reading_id: string
  position: number
  kind: 'figure' | 'task'
  place_start: number
  place_end: number
  found: ColumnType<unknown, Json, Json>
  proposal: ColumnType<unknown, Json, Json>
  state: Generated<'open' | 'accepted' | 'rejected'>
  version: Generated<number>
  decided_by: string | null
  decided_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  /** The target, value or task that accepting it made; nothing enters the ledger unconfirmed. */
  ledger_id: string | null
  sure: Generated<boolean>
}

export interface PlansComparison {
  id: string
  region_id: string
  indicator_code: string
  period: string
  start_year: number | null
  measure: string
  value: ColumnType<string, string | number, string | number>
  unit: string
  comparator: string
  scope: ColumnType<unknown, Json, Json>
  base: string | null
  of_indicator: string | null
  vintage: string
  note: ColumnType<unknown, Json | null | undefined, Json | null>
  cite: ColumnType<unknown, Json, Json>
}

export interface PlansContentLoaded {
  only_one: Generated<boolean>
  digest: string
}

export interface PlansContentRow {
  region_id: string
  kind: string
  key: string
  data: ColumnType<unknown, Json, Json>
  position: number
}

export interface PlansDecision {
  id: GeneratedAlways<bigint>
  candidate_id: string
  version: number
  verb: 'accept' | 'correct' | 'reject' | 'reopen'
  before: ColumnType<unknown, Json, Json>
  after: ColumnType<unknown, Json, Json>
  decided_by: string
  decided_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Decisions made with one key press, so that they are undone as one step. */
  batch: string | null
}

export interface PlansDisagreement {
  id: string
  region_id: string
  kind: string
  names: ColumnType<unknown, Json, Json>
  indicator_code: string | null
  explanation: ColumnType<unknown, Json, Json>
  places: ColumnType<unknown, Json, Json>
}

export interface PlansDocument {
  code: string
  region_id: string
  names: ColumnType<unknown, Json, Json>
  kind: string
  issuer: ColumnType<unknown, Json | null | undefined, Json | null>
  number: string | null
  issued_on: string | null
  note: ColumnType<unknown, Json | null | undefined, Json | null>
  /** Signs that the copy at hand is not what the office published; its sentences never reach a public page. */
  damage: ColumnType<unknown, Json | undefined, Json>
  origin: Generated<'content' | 'reading'>
  published: Generated<boolean>
}

export interface PlansIndicator {
  code: string
  region_id: string
  names: ColumnType<unknown, Json, Json>
  unit: string
  definition: ColumnType<unknown, Json | null | undefined, Json | null>
  theme: string
  polarity: 'higher' | 'lower' | 'neutral'
  nature: 'stock' | 'flow' | 'cumulative' | 'rate' | 'rank' | 'yes-no'
  binding: 'binding' | 'expected' | null
  frequency: string
  source: ColumnType<unknown, Json | null | undefined, Json | null>
  computed: ColumnType<unknown, Json | null | undefined, Json | null>
  per_head: Generated<boolean>
  per_gdp: Generated<boolean>
  aliases: Generated<string[]>
  cite: ColumnType<unknown, Json, Json>
  origin: Generated<'content' | 'reading'>
  /** The figure of the region is the sum of what its units report, where the region has none of its own. */
  sum_of_units: Generated<boolean>
}

export interface PlansLostPart {
  id: string
  region_id: string
  plan_code: string
  kind: string
  names: ColumnType<unknown, Json, Json>
  note: ColumnType<unknown, Json | null | undefined, Json | null>
  cite: ColumnType<unknown, Json, Json>
}

export interface PlansPlan {
  region_id: string
  code: string
  names: ColumnType<unknown, Json, Json>
  document_code: string | null
  start_year: number
  end_year: number
  themes: ColumnType<unknown, Json | undefined, Json>
  note: ColumnType<unknown, Json | null | undefined, Json | null>
  cite: ColumnType<unknown, Json, Json>
  /** Empty while the plan is a draft; a draft is seen by its region's staff only. */
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  origin: Generated<'content' | 'reading'>
  /** Kept when a plan is withdrawn; null until it has been public once. */
  first_published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  /** The moment, the unit that withdrew it as it was called then, and the reason, in both languages. Empty for what was never public or is public again. */
  withdrawn: ColumnType<unknown, Json | null | undefined, Json | null>
}

export interface PlansReading {
  id: Generated<string>
  region_id: string
  plan_code: string | null
  document_code: string | null
  file_name: string
  media_type: string
  encoding: string
  digest: string
  structure: ColumnType<unknown, Json, Json>
  /** Preparing while its candidates are being written; nobody sees it until it is open. */
  state: Generated<'preparing' | 'open' | 'closed'>
  created_by: string
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface PlansReadingPiece {
  reading_id: string
  number: number
  place_start: number
  place_end: number
  text: string
  marks: ColumnType<unknown, Json, Json>
  position_start: number
  position_end: number
}

export interface PlansRegion {
  id: string
  parent_id: string | null
  kind: 'country' | 'province' | 'area' | 'city' | 'county'
  names: ColumnType<unknown, Json, Json>
  invented: Generated<boolean>
  areas: Generated<string[]>
  revision: ColumnType<bigint, bigint | number | undefined, bigint | number>
  position: Generated<number>
  /** Under which licence the figures of the region may be used, and who publishes them. */
  open_data: ColumnType<unknown, Json | null | undefined, Json | null>
}

export interface PlansTarget {
  id: string
  region_id: string
  plan_code: string
  indicator_code: string
  theme: string | null
  kind: 'target' | 'baseline'
  comparator: 'eq' | 'ge' | 'gt' | 'le' | 'lt' | 'approx' | 'range' | 'inc' | 'mul'
  value: ColumnType<string, string | number, string | number>
  value2: ColumnType<string | null, string | number | null | undefined, string | number | null>
  unit: string
  year: number | null
  start_year: number | null
  per_year: Generated<boolean>
  estimate: Generated<boolean>
  path: 'linear' | 'compound' | 'none' | null
  stages: ColumnType<unknown, Json | undefined, Json>
  binding: 'binding' | 'expected' | null
  responsible: Generated<string[]>
  note: ColumnType<unknown, Json | null | undefined, Json | null>
  cite: ColumnType<unknown, Json, Json>
  also: ColumnType<unknown, Json | undefined, Json>
  origin: Generated<'content' | 'reading'>
  position: Generated<number>
}

export interface PlansTargetChange {
  target_id: string
  number: number
  region_id: string
  value: ColumnType<string, string | number, string | number>
  value2: ColumnType<string | null, string | number | null | undefined, string | number | null>
  old_value: ColumnType<string, string | number, string | number>
  old_value2: ColumnType<string | null, string | number | null | undefined, string | number | null>
  since: string
  approver: string
  document: string
  document_number: string | null
  document_date: string
  reason: string | null
  entered_by: string
  entered_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface PlansTask {
  id: string
  region_id: string
  plan_code: string
  parent_id: string | null
  number: string
  title: ColumnType<unknown, Json, Json>
  summary: ColumnType<unknown, Json | null | undefined, Json | null>
  due: string | null
  theme: string | null
  indicators: Generated<string[]>
  note: ColumnType<unknown, Json | null | undefined, Json | null>
  cite: ColumnType<unknown, Json, Json>
  origin: Generated<'content' | 'reading'>
  position: Generated<number>
  depth: Generated<number>
}

export interface PlansTaskUnit {
  task_id: string
  role: 'lead' | 'coop' | 'other'
  position: number
  unit_id: string | null
  unit_name: string
  function_code: string | null
}

export interface PlansTheme {
  region_id: string
  code: string
  names: ColumnType<unknown, Json, Json>
  position: Generated<number>
}

export interface PlansValue {
  id: string
  region_id: string
  indicator_code: string
  period: string
  start_year: number | null
  value: ColumnType<string, string | number, string | number>
  unit: string
  comparator: string
  estimate: Generated<boolean>
  nature: 'working' | 'statistical'
  /** When this figure was published; a later vintage of the same period and nature is a revision, and both stay. */
  vintage: string
  status: 'draft' | 'submitted' | 'returned' | 'approved' | 'published' | 'withdrawn'
  reported_by: string | null
  due: string | null
  reported_on: string | null
  reason: ColumnType<unknown, Json | null | undefined, Json | null>
  note: ColumnType<unknown, Json | null | undefined, Json | null>
  cite: ColumnType<unknown, Json, Json>
  also: ColumnType<unknown, Json | undefined, Json>
  origin: Generated<'content' | 'reading' | 'reporting'>
  /** Estimated beforehand, first count, the year's final count, or revised after it was fixed; empty where the source does not say. */
  figure_kind: 'estimate' | 'flash' | 'annual' | 'revised' | null
  /** What the figure may be used for, such as internal work or publication; empty means as its source allows. */
  uses: Generated<string[]>
  /** From when everybody sees it, to the second. Empty: as its status says. */
  public_from: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  /** The release that made it public, or will. */
  release_id: string | null
  /** The day of the release in the region's time and the unit that released it, as it was called then: on, by. */
  released: ColumnType<unknown, Json | null | undefined, Json | null>
  /** One unit's part: how many units were asked for theirs. Empty: it speaks for the region as a whole. */
  units_asked: number | null
  /** When a correction said that there is no such figure. It counts in no view from then on. */
  withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  withdrawn_because: ColumnType<unknown, Json | null | undefined, Json | null>
}
