import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Paths from the root of the checkout with the texts of the files. */
export type Tree = ReadonlyMap<string, string>

export interface Fault {
  path: string
  line?: number
  message: string
}

/** A rule about the text of the tree, with files that break it on purpose: a rule that finds less there has gone blind. */
export interface TidyRule {
  name: string
  check(tree: Tree): Fault[]
  planted: Readonly<Record<string, string>>
  /** How many faults are in `planted`. */
  finds: number
}

const text = /\.(ts|tsx|mjs|cjs|js|css|html|sql|md|json|yaml|yml)$|^[^.]+$/

/** Everything that git knows or would add, without what it ignores. */
export function readTree(root: string): Tree {
  const out = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  })
  const paths = out.toString('utf8').split('\0').filter(Boolean)
  return new Map(
    paths
      .filter((path) => text.test(path) && existsSync(join(root, path)))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
}

/** Code that people write and maintain: no tests’ data, nothing generated. */
export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs|cjs|css)$/.test(path) && !path.includes('/generated/')
}

/** Tests and what serves them only. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /(^|\/)(testing|tests)\//.test(path)
}

/** The 1-based line of an offset. */
export function lineAt(content: string, offset: number): number {
  return content.slice(0, offset).split('\n').length
}
