import { basename, join, relative } from 'node:path'
import type { z } from 'zod'
import { asEntity } from './content.ts'
import { explainIssue, type Fault } from './faults.ts'
import { type FieldPath, readSource, type SourceFile, valueAt } from './source-file.ts'

export const contentFolders = ['units', 'indicators', 'documents', 'plans', 'values']

/** Opens the files of one region, turns their items into entities, and gathers what is wrong on the way. */
export class ContentFiles {
  readonly faults: Fault[] = []
  readonly sources: SourceFile[] = []
  /** Ids of things that stand in a file but could not be understood; whoever refers to them is not at fault. */
  readonly broken: string[] = []
  readonly folder: string
  readonly root: string
  /** The region's id, which is the name of its folder. */
  readonly id: string

  constructor(folder: string, root: string) {
    this.folder = folder
    this.root = root
    this.id = basename(folder)
  }

  open(name: string): SourceFile | undefined {
    const absolute = join(this.folder, name)
    const { source, faults } = readSource(absolute, relative(this.root, absolute))
    this.faults.push(...faults)
    this.sources.push(source)
    return faults.length === 0 ? source : undefined
  }

  list<Schema extends z.ZodType<object>>(
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

  parse<Schema extends z.ZodType<object>>(
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
    if (isRecord(raw)) this.broken.push(...[raw.id, raw.code].filter((id) => typeof id === 'string'))
    for (const issue of result.error.issues) {
      const field = [...path, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))]
      const advice = explainIssue(issue, valueAt(data, issue.path as FieldPath))
      this.faults.push({ file: source.file, line: source.lineOf(field), path: field.join('.'), ...advice })
    }
    return undefined
  }

  entity<T extends object>(value: T, key: string, source: SourceFile, path: FieldPath) {
    return asEntity(value, { region: this.id, key }, source, path)
  }

  reportStray(name: string): void {
    this.faults.push({
      file: relative(this.root, join(this.folder, name)),
      line: 1,
      path: '',
      message: { zh: '这里不应有这个文件', en: 'This file does not belong here' },
      remedy: {
        zh: `内容文件以 .yaml 结尾，放在 ${contentFolders.join('、')} 中；文件原文放在 sources 中`,
        en: `Content files end in .yaml and stand in ${contentFolders.join(', ')}; papers stand in sources`,
      },
    })
  }

  /** A file that holds one thing is named after it. */
  checkName(source: SourceFile, id: string): void {
    if (basename(source.file) !== `${id}.yaml`) this.reportName(source, id)
  }

  reportNoRegion(): void {
    this.faults.push({
      file: relative(this.root, this.folder),
      line: 1,
      path: '',
      message: { zh: '这个文件夹没有 region.yaml', en: 'This folder has no region.yaml' },
      remedy: { zh: '补上 region.yaml，或把文件夹移到别处', en: 'Add region.yaml, or move the folder elsewhere' },
    })
  }

  reportName(source: SourceFile, id: string): void {
    this.faults.push({
      file: source.file,
      line: source.lineOf([]),
      path: '',
      message: { zh: '编号与文件或文件夹的名称不同', en: 'The id differs from the name of the file or folder' },
      remedy: { zh: `两处都写 ${id}`, en: `Write ${id} in both places` },
    })
  }

  reportNoList(source: SourceFile, path: FieldPath): void {
    this.faults.push({
      file: source.file,
      line: source.lineOf(path),
      path: path.join('.'),
      message: { zh: `${path.join('.')} 应是一个列表`, en: `${path.join('.')} should be a list` },
      remedy: {
        zh: '每一项前面写短横线；没有内容的列表请整个去掉',
        en: 'Put a dash before each item; leave out a list that is empty',
      },
    })
  }

  reportOtherKeys(source: SourceFile, known: string[]): void {
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
