import { readdirSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { RegionContent } from './content.ts'
import { ContentFiles, contentFolders } from './content-files.ts'
import type { Fault } from './faults.ts'
import { DocumentDamage, DocumentFile } from './schema/document.ts'
import { Indicator } from './schema/indicator.ts'
import { Conflict, Lost, PlanFile, Target, Task } from './schema/plan.ts'
import { CalendarFile, CalendarYear, DamagedWord, GovernmentFunction, RegionFile, Theme } from './schema/region.ts'
import { Unit, UnitChange } from './schema/units.ts'
import { Comparison, Value } from './schema/values.ts'
import { type FieldPath, type SourceFile, valueAt } from './source-file.ts'

/** What was read: the content as far as it can be understood, every file for further checks, and all faults. */
export interface RegionReading {
  content: RegionContent
  sources: SourceFile[]
  faults: Fault[]
  /** Ids of things that could not be understood. */
  broken: string[]
}

const singleFiles = new Set([
  'region.yaml',
  'calendar.yaml',
  'themes.yaml',
  'functions.yaml',
  'damaged-words.yaml',
  'conflicts.yaml',
])
/** Folders that belong to other parts of the house, or hold papers rather than content. */
const otherFolders = new Set([
  'sources',
  'policies',
  'schemes',
  'people',
  'reporting',
  'supervision',
  'assessment',
  'evaluation',
  'publication',
])

/** Reads one region's folder. `root` is what file names in faults are relative to. */
export function readRegion(folder: string, root: string = join(folder, '..')): RegionReading {
  return new RegionReader(folder, root).read()
}

/** Reads every region below a folder, in the order of their names. */
export function readRegions(root: string): RegionReading[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => readRegion(join(root, name), root))
}

class RegionReader {
  readonly content: RegionContent
  readonly files: ContentFiles

  constructor(folder: string, root: string) {
    this.files = new ContentFiles(folder, root)
    const { id } = this.files
    const region = {
      id,
      kind: 'city' as const,
      names: { zh: id, en: id },
      languages: ['zh' as const],
      region: id,
      key: id,
    }
    this.content = {
      id,
      region: { ...region, at: { file: relative(root, join(folder, 'region.yaml')), line: 1 } },
      calendars: [],
      calendarYears: [],
      themes: [],
      functions: [],
      damagedWords: [],
      units: [],
      unitChanges: [],
      indicators: [],
      documents: [],
      damage: [],
      plans: [],
      targets: [],
      lost: [],
      tasks: [],
      conflicts: [],
      values: [],
      comparisons: [],
    }
  }

  read(): RegionReading {
    if (!readdirSync(this.files.folder).includes('region.yaml')) this.files.reportNoRegion()
    for (const entry of readdirSync(this.files.folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (entry.isDirectory() && contentFolders.includes(entry.name)) this.readFolder(entry.name)
      else if (entry.isFile() && singleFiles.has(entry.name)) this.readSingle(entry.name)
      else if (!(entry.isDirectory() && otherFolders.has(entry.name)) && !entry.name.endsWith('.md'))
        this.files.reportStray(entry.name)
    }
    return { content: this.content, sources: this.files.sources, faults: this.files.faults, broken: this.files.broken }
  }

  private readFolder(name: string): void {
    for (const file of readdirSync(join(this.files.folder, name)).sort()) {
      if (!file.endsWith('.yaml') || !statSync(join(this.files.folder, name, file)).isFile()) {
        this.files.reportStray(join(name, file))
        continue
      }
      const source = this.files.open(join(name, file))
      if (!source) continue
      if (name === 'units') this.readUnits(source)
      if (name === 'indicators') this.readIndicator(source)
      if (name === 'documents') this.readDocument(source)
      if (name === 'plans') this.readPlan(source)
      if (name === 'values') this.readValues(source)
    }
  }

  private readSingle(name: string): void {
    const source = this.files.open(name)
    if (!source) return
    const { content } = this
    if (name === 'region.yaml') {
      const region = this.files.parse(RegionFile, source, [])
      if (!region) {
        this.keepParent(source)
        return
      }
      content.region = this.files.entity(region, region.id, source, [])
      if (region.id !== content.id) this.files.reportName(source, content.id)
    }
    if (name === 'calendar.yaml') {
      const calendar = this.files.parse(CalendarFile, source, [], ['years'])
      if (calendar) content.calendars.push(this.files.entity(calendar, 'calendar', source, []))
      content.calendarYears.push(...this.files.list(CalendarYear, source, 'years', (year) => String(year.year)))
    }
    if (name === 'themes.yaml') content.themes.push(...this.files.list(Theme, source, 'themes', (theme) => theme.id))
    if (name === 'functions.yaml')
      content.functions.push(...this.files.list(GovernmentFunction, source, 'functions', (one) => one.id))
    if (name === 'damaged-words.yaml')
      content.damagedWords.push(...this.files.list(DamagedWord, source, 'words', (word) => word.wrong))
    if (name === 'conflicts.yaml')
      content.conflicts.push(...this.files.list(Conflict, source, 'conflicts', (conflict) => conflict.id))
  }

  /** A fault in region.yaml must not make everything inherited look unknown. */
  private keepParent(source: SourceFile): void {
    const parent = valueAt(source.data, ['parent'])
    if (typeof parent === 'string') this.content.region = { ...this.content.region, parent }
  }

  private readUnits(source: SourceFile): void {
    this.content.units.push(...this.files.list(Unit, source, 'units', (unit) => unit.id, false))
    this.content.unitChanges.push(...this.files.list(UnitChange, source, 'changes', (change) => change.id, false))
    this.files.reportOtherKeys(source, ['units', 'changes'])
  }

  private readIndicator(source: SourceFile): void {
    const indicator = this.files.parse(Indicator, source, [])
    if (!indicator) return
    this.files.checkName(source, indicator.code)
    this.content.indicators.push(this.files.entity(indicator, indicator.code, source, []))
  }

  private readDocument(source: SourceFile): void {
    const document = this.files.parse(DocumentFile, source, [], ['damage'])
    const id = document?.id ?? basename(source.file, '.yaml')
    if (document) {
      this.files.checkName(source, id)
      this.content.documents.push(this.files.entity(document, id, source, []))
    }
    for (const damage of this.files.list(DocumentDamage, source, 'damage', (one) => `${id}/${one.id}`, false)) {
      this.content.damage.push(Object.assign(damage, { document: id }))
    }
  }

  private readPlan(source: SourceFile): void {
    const plan = this.files.parse(PlanFile, source, [], ['targets', 'lost', 'tasks'])
    const id = plan?.id ?? basename(source.file, '.yaml')
    if (plan) {
      this.files.checkName(source, id)
      this.content.plans.push(this.files.entity(plan, id, source, []))
    }
    this.files
      .list(Target, source, 'targets', (target) => `${id}/${target.id}`, false)
      .forEach((target, order) => {
        this.content.targets.push(Object.assign(target, { plan: id, order }))
      })
    for (const lost of this.files.list(Lost, source, 'lost', (one) => `${id}/${one.id}`, false)) {
      this.content.lost.push(Object.assign(lost, { plan: id }))
    }
    this.readTasks(source, id, ['tasks'], null, 0)
  }

  private readTasks(source: SourceFile, plan: string, path: FieldPath, parent: string | null, depth: number): void {
    const items = valueAt(source.data, path)
    if (items === undefined) return
    if (!Array.isArray(items)) {
      this.files.reportNoList(source, path)
      return
    }
    items.forEach((_, index) => {
      const at = [...path, index]
      const task = this.files.parse(Task, source, at, ['children'])
      if (task) {
        const order = this.content.tasks.filter((one) => one.plan === plan).length
        const entity = this.files.entity(task, `${plan}/${task.id}`, source, at)
        this.content.tasks.push(Object.assign(entity, { plan, parent, order, depth }))
      }
      this.readTasks(source, plan, [...at, 'children'], task?.id ?? parent, depth + 1)
    })
  }

  private readValues(source: SourceFile): void {
    const shared = valueAt(source.data, ['indicator'])
    const fill = (item: unknown) => (shared && typeof item === 'object' ? { indicator: shared, ...item } : item)
    const span = (one: { startYear?: number | undefined; period: string }) =>
      one.startYear ? `${one.startYear}..${one.period}` : one.period
    this.content.values.push(
      ...this.files.list(
        Value,
        source,
        'values',
        // Several units report their parts of the same figure.
        (one) =>
          [one.indicator, span(one), one.vintage, one.nature, one.unitsAsked && one.reportedBy]
            .filter((part) => part !== undefined)
            .join('/'),
        false,
        fill,
      ),
    )
    this.content.comparisons.push(
      ...this.files.list(
        Comparison,
        source,
        'comparisons',
        (one) => `${one.indicator}/${span(one)}/${one.vintage}/${one.measure}/${one.scope.zh}`,
        false,
        fill,
      ),
    )
    this.files.reportOtherKeys(source, ['indicator', 'values', 'comparisons'])
  }
}
