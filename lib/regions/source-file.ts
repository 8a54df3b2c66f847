import { readFileSync } from 'node:fs'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { Fault } from './faults.ts'

export type FieldPath = readonly (string | number)[]

/** A content file with the line of every field in it. */
export interface SourceFile {
  /** Relative to the folder of all regions. */
  file: string
  data: unknown
  /** The line of a field, or of the nearest thing around it that exists. */
  lineOf(path: FieldPath): number
}

/** Reads one YAML file. Faults of writing (indentation, a key twice) are returned rather than thrown, all at once. */
export function readSource(absolute: string, file: string): { source: SourceFile; faults: Fault[] } {
  const lineCounter = new LineCounter()
  const document = parseDocument(readFileSync(absolute, 'utf8'), { lineCounter, uniqueKeys: true })
  const faults = document.errors.map(
    (error): Fault => ({
      file,
      line: lineCounter.linePos(error.pos[0]).line,
      path: '',
      message: {
        zh: `文件写法有误：${error.message.split('\n')[0]}`,
        en: `The file cannot be read: ${error.message.split('\n')[0]}`,
      },
      remedy: {
        zh: '检查缩进、冒号后的空格，以及是否同一字段写了两次',
        en: 'Check the indentation, the space after each colon, and whether a field stands twice',
      },
    }),
  )
  const lineOf = (path: FieldPath): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line
    }
    return 1
  }
  return { source: { file, data: faults.length > 0 ? null : document.toJS(), lineOf }, faults }
}

/** What stands at a path of parsed data, undefined when nothing does. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined,
    data,
  )
}
