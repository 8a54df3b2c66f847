import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { z } from 'zod'
import { asEntity, type RegionContent } from './content.ts'
import { explainIssue, type Fault } from './faults.ts'
import { DocumentDamage, DocumentFile } from './schema/document.ts'
import { Indicator } from './schema/indicator.ts'
import { Conflict, Lost, PlanFile, Target, Task } from './schema/plan.ts'
import { CalendarFile, CalendarYear, DamagedWord, GovernmentFunction, RegionFile, Theme } from './schema/region.ts'
import { Unit, UnitChange } from './schema/units.ts'
import { Comparison, Value } from './schema/values.ts'
import { type FieldPath, readSource, type SourceFile, valueAt } from './source-file.ts'

/** What was read: the content as far as it can be understood, every file for further checks, and all faults. */
export interface RegionReading {
  content: RegionContent
  sources: SourceFile[]
  faults: Fault[]
}

const singleFiles = new Set([
  'region.yaml',
  'calendar.yaml',
  'themes.yaml',
  'functions.yaml',
  'damaged-words.yaml',
  'conflicts.yaml',
])
const contentFolders = ['units', 'indicators', 'documents', 'plans', 'values']
/** Folders that belong to other parts of the house, or hold papers rather than content. */
const otherFolders = new Set(['sources', 'policies', 'schemes', 'people'])

/** Reads one region's folder. `root` is what file names in faults are relative to. */
export function readRegion(folder: string, root: string = join(folder, '..')): RegionReading {
  return new RegionReader(folder, root).read()
}

/** Reads every region below a folder, in the order of their names. */
export function readRegions(root: string): RegionReading[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'region.yaml')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => readRegion(join(root, name), root))
}

class RegionReader {
  readonly faults: Fault[] = []
  readonly sources: SourceFile[] = []
  readonly content: RegionContent
  readonly folder: string
  readonly root: string

  constructor(folder: string, root: string) {
    this.folder = folder
    this.root = root
    const id = basename(folder)
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
    for (const entry of readdirSync(this.folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory() && contentFolders.includes(entry.name)) this.readFolder(entry.name)
      else if (entry.isFile() && singleFiles.has(entry.name)) this.readSingle(entry.name)
      else if (!(entry.isDirectory() && otherFolders.has(entry.name)) && !entry.name.endsWith('.md'))
        this.reportStray(entry.name)
    }
    return { content: this.content, sources: this.sources, faults: this.faults }
  }

  private readFolder(name: string): void {
    for (const file of readdirSync(join(this.folder, name)).sort()) {
      if (!file.endsWith('.yaml') || !statSync(join(this.folder, name, file)).isFile()) {
        this.reportStray(join(name, file))
        continue
      }
      const source = this.open(join(name, file))
      if (!source) continue
      if (name === 'units') this.readUnits(source)
      if (name === 'indicators') this.readIndicator(source)
      if (name === 'documents') this.readDocument(source)
      if (name === 'plans') this.readPlan(source)
      if (name === 'values') this.readValues(source)
    }
  }

  private readSingle(name: string): void {
    const source = this.open(name)
    if (!source) return
    const { content } = this
    if (name === 'region.yaml') {
      const region = this.parse(RegionFile, source, [])
      if (!region) return
      content.region = this.entity(region, region.id, source, [])
      if (region.id !== content.id) this.reportName(source, content.id)
    }
    if (name === 'calendar.yaml') {
      const calendar = this.parse(CalendarFile, source, [], ['years'])
      if (calendar) content.calendars.push(this.entity(calendar, 'calendar', source, []))
      content.calendarYears.push(...this.list(CalendarYear, source, 'years', (year) => String(year.year)))
    }
    if (name === 'themes.yaml') content.themes.push(...this.list(Theme, source, 'themes', (theme) => theme.id))
    if (name === 'functions.yaml')
      content.functions.push(...this.list(GovernmentFunction, source, 'functions', (one) => one.id))
    if (name === 'damaged-words.yaml')
      content.damagedWords.push(...this.list(DamagedWord, source, 'words', (word) => word.wrong))
    if (name === 'conflicts.yaml')
      content.conflicts.push(...this.list(Conflict, source, 'conflicts', (conflict) => conflict.id))
  }

  private readUnits(source: SourceFile): void {
    this.content.units.push(...this.list(Unit, source, 'units', (unit) => unit.id, false))
    this.content.unitChanges.push(...this.list(UnitChange, source, 'changes', (change) => change.id, false))
    this.reportOtherKeys(source, ['units', 'changes'])
  }

  private readIndicator(source: SourceFile): void {
    const indicator = this.parse(Indicator, source, [])
    if (!indicator) return
    if (basename(source.file) !== `${indicator.code}.yaml`) this.reportName(source, indicator.code)
    this.content.indicators.push(this.entity(indicator, indicator.code, source, []))
  }

  private readDocument(source: SourceFile): void {
    const document = this.parse(DocumentFile, source, [], ['damage'])
    const id = document?.id ?? basename(source.file, '.yaml')
    if (document) this.content.documents.push(this.entity(document, document.id, source, []))
    for (const damage of this.list(DocumentDamage, source, 'damage', (one) => `${id}/${one.id}`, false)) {
      this.content.damage.push(Object.assign(damage, { document: id }))
    }
  }

  private readPlan(source: SourceFile): void {
    const plan = this.parse(PlanFile, source, [], ['targets', 'lost', 'tasks'])
    const id = plan?.id ?? basename(source.file, '.yaml')
    if (plan) this.content.plans.push(this.entity(plan, plan.id, source, []))
    this.list(Target, source, 'targets', (target) => `${id}/${target.id}`, false).forEach((target, order) => {
      this.content.targets.push(Object.assign(target, { plan: id, order }))
    })
    for (const lost of this.list(Lost, source, 'lost', (one) => `${id}/${one.id}`, false)) {
      this.content.lost.push(Object.assign(lost, { plan: id }))
    }
    this.readTasks(source, id, ['tasks'], null, 0)
  }

  private readTasks(source: SourceFile, plan: string, path: FieldPath, parent: string | null, depth: number): void {
    const items = valueAt(source.data, path)
    if (items === undefined) return
    if (!Array.isArray(items)) {
      this.reportNoList(source, path)
      return
    }
    items.forEach((_, index) => {
      const at = [...path, index]
      const task = this.parse(Task, source, at, ['children'])
      if (task) {
        const order = this.content.tasks.filter((one) => one.plan === plan).length
        const entity = this.entity(task, `${plan}/${task.id}`, source, at)
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
      ...this.list(
        Value,
        source,
        'values',
        (one) => `${one.indicator}/${span(one)}/${one.vintage}/${one.nature}`,
        false,
        fill,
      ),
    )
    this.content.comparisons.push(
      ...this.list(
        Comparison,
        source,
        'comparisons',
        (one) => `${one.indicator}/${span(one)}/${one.vintage}/${one.measure}/${one.scope.zh}`,
        false,
        fill,
      ),
    )
    this.reportOtherKeys(source, ['indicator', 'values', 'comparisons'])
  }

  private open(name: string): SourceFile | undefined {
    const absolute = join(this.folder, name)
    const { source, faults } = readSource(absolute, relative(this.root, absolute))
    this.faults.push(...faults)
    this.sources.push(source)
    return faults.length === 0 ? source : undefined
  }

  private list<Schema extends z.ZodType<object>>(
    schema: Schema,
    source: SourceFile,
    name: string,
    keyOf: (item: z.infer<Schema>) => string,
    required = true,
    prepare: (item: unknown) => unknown = (item) => item,
  ) {
    const items = valueAt(source.data, [name])
    if (items === undefined && !required) return []
    if (!Array.isArray(items)) {
      this.reportNoList(source, [name])
      return []
    }
    return items.flatMap((_, index) => {
      const item = this.parse(schema, source, [name, index], [], prepare)
      return item ? [this.entity(item, keyOf(item), source, [name, index])] : []
    })
  }

  private parse<Schema extends z.ZodType<object>>(
    schema: Schema,
    source: SourceFile,
    path: FieldPath,
    without: string[] = [],
    prepare: (item: unknown) => unknown = (item) => item,
  ): z.infer<Schema> | undefined {
    const raw = prepare(valueAt(source.data, path))
    const data = isRecord(raw) ? Object.fromEntries(Object.entries(raw).filter(([key]) => !without.includes(key))) : raw
    const result = schema.safeParse(data)
    if (result.success) return result.data
    for (const issue of result.error.issues) {
      const field = [...path, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))]
      const advice = explainIssue(issue, valueAt(data, issue.path as FieldPath))
      this.faults.push({ file: source.file, line: source.lineOf(field), path: field.join('.'), ...advice })
    }
    return undefined
  }

  private entity<T extends object>(value: T, key: string, source: SourceFile, path: FieldPath) {
    return asEntity(value, { region: this.content.id, key }, source, path)
  }

  private reportStray(name: string): void {
    this.faults.push({
      file: relative(this.root, join(this.folder, name)),
      line: 1,
      path: '',
      message: { zh: '这里不应有这个文件', en: 'This file does not belong here' },
      remedy: {
        zh: `内容文件以 .yaml 结尾,放在 ${contentFolders.join('、')} 中;文件原文放在 sources 中`,
        en: `Content files end in .yaml and stand in ${contentFolders.join(', ')}; papers stand in sources`,
      },
    })
  }

  private reportName(source: SourceFile, id: string): void {
    this.faults.push({
      file: source.file,
      line: source.lineOf([]),
      path: '',
      message: { zh: '编号与文件或文件夹的名称不同', en: 'The id differs from the name of the file or folder' },
      remedy: { zh: `两处都写 ${id}`, en: `Write ${id} in both places` },
    })
  }

  private reportNoList(source: SourceFile, path: FieldPath): void {
    this.faults.push({
      file: source.file,
      line: source.lineOf(path),
      path: path.join('.'),
      message: { zh: `${path.join('.')} 应是一个列表`, en: `${path.join('.')} should be a list` },
      remedy: {
        zh: '每一项前面写短横线;没有内容的列表请整个去掉',
        en: 'Put a dash before each item; leave out a list that is empty',
      },
    })
  }

  private reportOtherKeys(source: SourceFile, known: string[]): void {
    for (const key of Object.keys((source.data as object | null) ?? {}).filter((one) => !known.includes(one))) {
      this.faults.push({
        file: source.file,
        line: source.lineOf([key]),
        path: key,
        message: { zh: `不认识的字段 ${key}`, en: `Unknown field ${key}` },
        remedy: { zh: `这类文件只有 ${known.join('、')}`, en: `This kind of file only has ${known.join(', ')}` },
      })
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
