import type { z } from 'zod'
import type { DocumentDamage, DocumentFile } from './schema/document.ts'
import type { Indicator } from './schema/indicator.ts'
import type { Conflict, Lost, PlanFile, Target, Task } from './schema/plan.ts'
import type { CalendarFile, CalendarYear, DamagedWord, GovernmentFunction, RegionFile, Theme } from './schema/region.ts'
import type { Unit, UnitChange } from './schema/units.ts'
import type { Comparison, Value } from './schema/values.ts'
import type { FieldPath, SourceFile } from './source-file.ts'

export type { Citation, Comparator, LongText, Names, Verified } from './schema/common.ts'

/** Where an entity stands. Lines count from 1; the file is relative to the folder of all regions. */
export interface Place {
  file: string
  line: number
}

/** What every entity carries besides its own fields. `key` is unique among its kind in its region and never changes. */
export interface Entity {
  region: string
  key: string
  at: Place
}

type Of<Schema extends z.ZodType> = z.infer<Schema> & Entity

export type RegionEntity = Of<typeof RegionFile>
export type CalendarEntity = Of<typeof CalendarFile>
export type CalendarYearEntity = Of<typeof CalendarYear>
export type ThemeEntity = Of<typeof Theme>
export type FunctionEntity = Of<typeof GovernmentFunction>
export type DamagedWordEntity = Of<typeof DamagedWord>
export type UnitEntity = Of<typeof Unit>
export type UnitChangeEntity = Of<typeof UnitChange>
export type IndicatorEntity = Of<typeof Indicator>
export type DocumentEntity = Of<typeof DocumentFile>
export type DamageEntity = Of<typeof DocumentDamage> & { document: string }
export type PlanEntity = Of<typeof PlanFile>
export type TargetEntity = Of<typeof Target> & { plan: string; order: number }
export type LostEntity = Of<typeof Lost> & { plan: string }
/** `parent` is the id of the task above, null at the top; `order` counts through the whole plan. */
export type TaskEntity = Of<typeof Task> & { plan: string; parent: string | null; order: number; depth: number }
export type ConflictEntity = Of<typeof Conflict>
export type ValueEntity = Of<typeof Value>
export type ComparisonEntity = Of<typeof Comparison>

/** Everything one region says, as flat lists with ids, ready to be put into tables. */
export interface RegionContent {
  id: string
  region: RegionEntity
  calendars: CalendarEntity[]
  calendarYears: CalendarYearEntity[]
  themes: ThemeEntity[]
  functions: FunctionEntity[]
  damagedWords: DamagedWordEntity[]
  units: UnitEntity[]
  unitChanges: UnitChangeEntity[]
  indicators: IndicatorEntity[]
  documents: DocumentEntity[]
  damage: DamageEntity[]
  plans: PlanEntity[]
  targets: TargetEntity[]
  lost: LostEntity[]
  tasks: TaskEntity[]
  conflicts: ConflictEntity[]
  values: ValueEntity[]
  comparisons: ComparisonEntity[]
}

export type EntityKind = Exclude<keyof RegionContent, 'id' | 'region'>

export const entityKinds: readonly EntityKind[] = [
  'calendars',
  'calendarYears',
  'themes',
  'functions',
  'damagedWords',
  'units',
  'unitChanges',
  'indicators',
  'documents',
  'damage',
  'plans',
  'targets',
  'lost',
  'tasks',
  'conflicts',
  'values',
  'comparisons',
]

/** All entities of a region with their kind, in reading order. */
export function entitiesOf(content: RegionContent): { kind: EntityKind | 'region'; entity: Entity }[] {
  return [
    { kind: 'region' as const, entity: content.region },
    ...entityKinds.flatMap((kind) => content[kind].map((entity) => ({ kind, entity }))),
  ]
}

/** Kept beside the entities, so that they stay plain data: which file and path each one came from. */
const origins = new WeakMap<object, { source: SourceFile; path: FieldPath }>()

/** Gives parsed data its identity and remembers where it was read. */
export function asEntity<T extends object>(
  value: T,
  identity: { region: string; key: string },
  source: SourceFile,
  path: FieldPath,
): T & Entity {
  const entity = { ...value, ...identity, at: { file: source.file, line: source.lineOf(path) } }
  origins.set(entity, { source, path })
  return entity
}

/** Where a field of an entity stands, for a fault that points at the very line. */
export function placeOf(entity: Entity, ...field: (string | number)[]): Place & { path: string } {
  const origin = origins.get(entity)
  if (!origin) return { ...entity.at, path: field.join('.') }
  const path = [...origin.path, ...field]
  return { file: origin.source.file, line: origin.source.lineOf(path), path: path.join('.') }
}
