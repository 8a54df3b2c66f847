/**
 * Keeps the house in order: directions between folders, and rules about names, sizes and words. Every rule first has to
 * find a violation planted for it, so that a rule gone blind fails the run instead of passing it.
 */
import { join } from 'node:path'
import { blindRules, checkDirections } from './tidy/directions.ts'
import { dependencies, fileNames, fileSize, forbiddenWords, noDefaultExports, readmes } from './tidy/files.ts'
import { fieldWords, glossary } from './tidy/glossary.ts'
import { regionNames } from './tidy/region-names.ts'
import { type Fault, readTree, type TidyRule } from './tidy/tree.ts'

const root = join(import.meta.dirname, '..')
const rules: readonly TidyRule[] = [
  regionNames,
  glossary,
  fieldWords,
  fileSize,
  fileNames,
  readmes,
  noDefaultExports,
  forbiddenWords,
  dependencies,
]
const tree = readTree(root)
let failed = 0

const report = (name: string, faults: readonly Fault[]) => {
  if (faults.length === 0) return
  failed += 1
  process.stdout.write(`${name}: ${faults.length}\n`)
  for (const { path, line, message } of faults.slice(0, 40)) {
    process.stdout.write(`  ${path}${line ? `:${line}` : ''}  ${message}\n`)
  }
  if (faults.length > 40) process.stdout.write(`  … and ${faults.length - 40} more\n`)
}

for (const rule of rules) {
  const found = rule.check(new Map(Object.entries(rule.planted))).length
  const blind =
    found === rule.finds ? [] : [{ path: 'tools/tidy', message: `found ${found} of ${rule.finds} planted faults` }]
  report(`blind rule “${rule.name}”`, blind)
  report(rule.name, rule.check(tree))
}

const { faults, seen } = await checkDirections(root)
report(
  'blind direction rules',
  (await blindRules(root)).map((name) => ({
    path: '.dependency-cruiser.cjs',
    message: `${name} does not find its planted violation`,
  })),
)
const code = [...tree.keys()].filter((path) => /^(apps|modules|lib|tests|tools|bench)\/.*\.(ts|tsx|mjs)$/.test(path))
report(
  'files that dependency-cruiser did not see',
  code
    .filter((path) => !seen.has(path))
    .map((path) => ({ path, message: 'is on disk, yet no import of it was judged' })),
)
report('directions between folders', faults)

process.stdout.write(`${rules.length} rules and ${seen.size} modules looked at, ${code.length} files on disk\n`)
process.exitCode = failed === 0 ? 0 : 1
