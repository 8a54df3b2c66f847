/**
 * `npm run harness -- NAME [--long] [--size N]`: one harness of tests/harness by itself, e.g. `permission-matrix`.
 * Without a name all of them. `--long` is the version for the night, `--size` the number of cases or cycles.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const root = join(import.meta.dirname, '..')
const names = readdirSync(join(root, 'tests', 'harness'))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => name.replace('.test.ts', ''))
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { long: { type: 'boolean', default: false }, size: { type: 'string' } },
})
const unknown = positionals.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`No harness called ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`)
  process.exit(2)
}
const files = (positionals.length > 0 ? positionals : names).map((name) => `tests/harness/${name}.test.ts`)
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--no-file-parallelism', ...files],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      OPENSTI_HARNESS_LONG: String(values.long),
      ...(values.size && { OPENSTI_HARNESS_SIZE: values.size }),
    },
  },
)
process.exitCode = status ?? 1
