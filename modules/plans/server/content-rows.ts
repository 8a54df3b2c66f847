import { json, type Tables } from '@opensti/db'
import { chainOf, findFunction, findUnit, type RegionContent } from '@opensti/regions'
import type { InsertObject } from 'kysely'

type Row<Name extends keyof Tables> = InsertObject<Tables, Name>

/** What the ledger's tables hold of a region's content, table by table, in an order that references allow. */
export interface ContentRows {
  regions: Row<'plans.region'>[]
  themes: Row<'plans.theme'>[]
  documents: Row<'plans.document'>[]
  indicators: Row<'plans.indicator'>[]
  plans: Row<'plans.plan'>[]
  targets: Row<'plans.target'>[]
  values: Row<'plans.value'>[]
  comparisons: Row<'plans.comparison'>[]
  tasks: Row<'plans.task'>[]
  taskUnits: Row<'plans.task_unit'>[]
  lost: Row<'plans.lost_part'>[]
  disagreements: Row<'plans.disagreement'>[]
}

/** Turns content into rows. Pure: what is in the files and nothing else decides what is in the tables. */
export function contentRows(all: readonly RegionContent[]): ContentRows {
  const ordered = parentsFirst(all)
  return {
    regions: ordered.map((content, position) => regionRow(content, position)),
    themes: ordered.flatMap((content) =>
      content.themes.map((theme, position) => ({
        region_id: content.id,
        code: theme.id,
        names: json(theme.names),
        position,
      })),
    ),
    documents: ordered.flatMap(documentRows),
    indicators: ordered.flatMap(indicatorRows),
    plans: ordered.flatMap(planRows),
    targets: ordered.flatMap((content) => targetRows(content, all)),
    values: ordered.flatMap((content) => valueRows(content, all)),
    comparisons: ordered.flatMap(comparisonRows),
    tasks: ordered.flatMap(taskRows),
    taskUnits: ordered.flatMap((content) => taskUnitRows(content, all)),
    lost: ordered.flatMap((content) =>
      content.lost.map((lost) => ({
        id: `${content.id}/${lost.key}`,
        region_id: content.id,
        plan_code: lost.plan,
        kind: lost.kind,
        names: json(lost.names),
        note: jsonOrNull(lost.note),
        cite: json(lost.cite),
      })),
    ),
    disagreements: ordered.flatMap((content) =>
      content.conflicts.map((conflict) => ({
        id: `${content.id}/${conflict.key}`,
        region_id: content.id,
        kind: conflict.kind,
        names: json(conflict.names),
        indicator_code: conflict.indicator ?? null,
        explanation: json(conflict.explanation),
        places: json(conflict.places),
      })),
    ),
  }
}

/** A unit is known by its region and its id there; content of a city may name units of its province. */
export function unitKey(all: readonly RegionContent[], region: string, unit: string): string | null {
  const found = findUnit(chainOf(all, region), unit)
  return found ? `${found.region}/${found.id}` : null
}

function functionKey(all: readonly RegionContent[], region: string, code: string): string | null {
  const found = findFunction(chainOf(all, region), code)
  return found ? `${found.region}/${found.id}` : null
}

/** Every region right after its parent, as a tree is read: a province, its cities, the next province. */
function parentsFirst(all: readonly RegionContent[]): RegionContent[] {
  const below = (parent: string | undefined): RegionContent[] =>
    all
      .filter((content) => content.region.parent === parent)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap((content) => [content, ...below(content.id)])
  return below(undefined)
}

function regionRow(content: RegionContent, position: number): Row<'plans.region'> {
  const { region } = content
  return {
    id: content.id,
    parent_id: region.parent ?? null,
    kind: region.kind,
    names: json(region.names),
    invented: region.invented ?? false,
    areas: region.areas ?? [],
    open_data: jsonOrNull(region.openData),
    position,
  }
}

function documentRows(content: RegionContent): Row<'plans.document'>[] {
  return content.documents.map((document) => ({
    code: document.id,
    region_id: content.id,
    names: json(document.names),
    kind: document.kind,
    issuer: json(document.issuer),
    number: document.number,
    issued_on: document.date,
    note: json(document.sourceNote),
    damage: json(
      content.damage
        .filter((damage) => damage.document === document.id)
        .map(({ sign, section, note }) => ({ sign, section, note })),
    ),
  }))
}

function indicatorRows(content: RegionContent): Row<'plans.indicator'>[] {
  return content.indicators.map((indicator) => ({
    code: indicator.code,
    region_id: content.id,
    names: json(indicator.names),
    unit: indicator.unit,
    definition: json(indicator.definition),
    theme: indicator.theme,
    polarity: indicator.polarity,
    nature: indicator.nature,
    binding: indicator.binding ?? null,
    frequency: indicator.frequency,
    source: jsonOrNull(indicator.source),
    computed: jsonOrNull(indicator.computed),
    sum_of_units: indicator.sumOfUnits ?? false,
    per_head: indicator.compare?.perHead ?? false,
    per_gdp: indicator.compare?.perGdp ?? false,
    aliases: indicator.aliases ?? [],
    cite: json(indicator.cite),
  }))
}

function planRows(content: RegionContent): Row<'plans.plan'>[] {
  return content.plans.map((plan) => ({
    region_id: content.id,
    code: plan.id,
    names: json(plan.names),
    document_code: plan.document,
    start_year: plan.period.from,
    end_year: plan.period.to,
    themes: json(plan.themes ?? []),
    note: jsonOrNull(plan.note),
    cite: json(plan.cite),
    // What a region publishes in its folder is public from the moment it is loaded.
    published_at: new Date(0),
  }))
}

function targetRows(content: RegionContent, all: readonly RegionContent[]): Row<'plans.target'>[] {
  return content.targets.map((target) => ({
    id: `${content.id}/${target.key}`,
    region_id: content.id,
    plan_code: target.plan,
    indicator_code: target.indicator,
    theme: target.theme ?? null,
    kind: target.kind,
    comparator: target.comparator,
    value: target.value,
    value2: target.value2 ?? null,
    unit: target.unit,
    year: target.year,
    start_year: target.startYear ?? null,
    per_year: target.perYear ?? false,
    estimate: target.estimate ?? false,
    path: target.path ?? null,
    stages: json(target.stages ?? []),
    binding: target.binding ?? null,
    responsible: (target.responsible ?? []).map((unit) => unitKey(all, content.id, unit) ?? unit),
    note: jsonOrNull(target.note),
    cite: json(target.cite),
    also: json(target.also ?? []),
    position: target.order,
  }))
}

function valueRows(content: RegionContent, all: readonly RegionContent[]): Row<'plans.value'>[] {
  return content.values.map((value) => ({
    id: `${content.id}/${value.key}`,
    region_id: content.id,
    indicator_code: value.indicator,
    period: value.period,
    start_year: value.startYear ?? null,
    value: value.value,
    unit: value.unit,
    comparator: value.comparator,
    estimate: value.estimate,
    nature: value.nature,
    vintage: value.vintage,
    status: value.status,
    reported_by: value.reportedBy ? unitKey(all, content.id, value.reportedBy) : null,
    units_asked: value.reportedBy ? (value.unitsAsked ?? null) : null,
    due: value.due ?? null,
    reported_on: value.reportedOn ?? null,
    reason: jsonOrNull(value.reason),
    note: jsonOrNull(value.note),
    cite: json(value.cite),
    also: json(value.also ?? []),
  }))
}

function comparisonRows(content: RegionContent): Row<'plans.comparison'>[] {
  return content.comparisons.map((comparison) => ({
    id: `${content.id}/${comparison.key}`,
    region_id: content.id,
    indicator_code: comparison.indicator,
    period: comparison.period,
    start_year: comparison.startYear ?? null,
    measure: comparison.measure,
    value: comparison.value,
    unit: comparison.unit,
    comparator: comparison.comparator,
    scope: json(comparison.scope),
    base: comparison.base ?? null,
    of_indicator: comparison.of ?? null,
    vintage: comparison.vintage,
    note: jsonOrNull(comparison.note),
    cite: json(comparison.cite),
  }))
}

function taskRows(content: RegionContent): Row<'plans.task'>[] {
  return content.tasks.map((task) => ({
    id: `${content.id}/${task.key}`,
    region_id: content.id,
    plan_code: task.plan,
    parent_id: task.parent === null ? null : `${content.id}/${task.plan}/${task.parent}`,
    number: task.number,
    title: json(task.title),
    summary: jsonOrNull(task.summary),
    due: task.due ?? null,
    theme: task.theme ?? null,
    indicators: task.indicators ?? [],
    note: jsonOrNull(task.note),
    cite: json(task.cite),
    position: task.order,
    depth: task.depth,
  }))
}

function taskUnitRows(content: RegionContent, all: readonly RegionContent[]): Row<'plans.task_unit'>[] {
  return content.tasks.flatMap((task) =>
    (['lead', 'coop', 'others'] as const).flatMap((role) =>
      (task[role] ?? []).map((responsible, position) => ({
        task_id: `${content.id}/${task.key}`,
        role: role === 'others' ? 'other' : role,
        position,
        unit_id: unitKey(all, content.id, responsible.unit),
        unit_name: responsible.unit,
        function_code:
          'function' in responsible && responsible.function ? functionKey(all, content.id, responsible.function) : null,
      })),
    ),
  )
}

/** A `jsonb` value, or SQL null where the content says nothing. */
function jsonOrNull(value: object | undefined) {
  return value === undefined ? null : json(value)
}
