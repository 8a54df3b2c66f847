/**
 * `npm test`: every check of the house, one line each, all of them even when one fails. The last line is for machines:
 * `N passed, N failed` (and `, N skipped`), where a check that is no test counts as one.
 * `node tools/check.ts types tidy` runs the named ones only.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './check/run-command.ts'
import { readTestCounts, type TestCounts } from './check/test-counts.ts'

const root = join(import.meta.dirname, '..')
const results = join(root, 'var', 'test-results.json')
const bin = (name: string) => join(root, 'node_modules', '.bin', name)
const node = process.execPath

interface Check {
  name: string
  what: string
  command: readonly string[]
  /** Counts of single tests; a check without them counts as one. */
  counts?: () => TestCounts
}

const checks: readonly Check[] = [
  { name: 'types', what: 'types', command: [join(root, 'node_modules/typescript7/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'biome', what: 'formatting and lint', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'tidy', what: 'directions, names, words, sizes', command: [node, 'tools/tidy.ts'] },
  { name: 'knip', what: 'unused files, exports and packages', command: [bin('knip'), '--no-progress'] },
  { name: 'tables', what: 'generated files', command: [node, 'tools/generate-tables.ts', '--check'] },
  { name: 'reference', what: 'reference pages', command: [node, 'tools/generate-reference.ts', '--check'] },
  { name: 'regions', what: 'region content', command: [node, 'apps/cli/main.ts', 'region', 'check'] },
  {
    name: 'tests',
    what: 'tests',
    command: [bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
    counts: () => readTestCounts(results),
  },
]

mkdirSync(join(root, 'var'), { recursive: true })
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name))
if (unknown.length > 0) {
  process.stderr.write(
    `No check called ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.\n`,
  )
  process.exit(2)
}

const total: TestCounts = { passed: 0, failed: 0, skipped: 0, slow: [] }
const started = performance.now()
const failedChecks: string[] = []
for (const { name, what, command, counts } of checks) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const { code, output, seconds } = await runCommand(command, root)
  const fine = code === 0
  const found = counts?.() ?? { passed: fine ? 1 : 0, failed: fine ? 0 : 1, skipped: 0, slow: [] }
  // A run that broke before or after its tests is a failure of its own.
  if (!fine && found.failed === 0) found.failed = 1
  total.passed += found.passed
  total.failed += found.failed
  total.skipped += found.skipped
  if (!fine) {
    failedChecks.push(name)
    process.stdout.write(`${output.trimEnd()}\n`)
  }
  const numbers = counts ? `  ${describe(found)}` : ''
  process.stdout.write(
    `${fine ? '✓' : '✗'} ${name.padEnd(8)} ${what.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s${numbers}\n`,
  )
  for (const line of found.slow) process.stdout.write(`    ${line}\n`)
}

const seconds = (performance.now() - started) / 1000
process.stdout.write(
  failedChecks.length === 0
    ? `\nAll in order, ${seconds.toFixed(0)} s\n`
    : `\nNot in order: ${failedChecks.join(', ')}; ${seconds.toFixed(0)} s\n`,
)
process.stdout.write(`${describe(total)}\n`)
process.exitCode = failedChecks.length === 0 ? 0 : 1

function describe({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
