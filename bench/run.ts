/**
 * `npm run bench`: reading, start and serving, written to bench/RESULTS.md.
 *
 *   npm run bench -- --only serving --rounds 3 --seconds 3     parts: reading, start, serving; nothing is written then
 *   npm run bench -- --only serving --profile var/profile      with a CPU profile of the product
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureReading } from './measure-reading.ts'
import { measureServing } from './measure-serving.ts'
import { measureStart } from './measure-start.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
    profile: { type: 'string' },
  },
})
const parts = ['reading', 'start', 'serving']
if (values.only && !parts.includes(values.only)) throw new Error(`--only takes one of: ${parts.join(', ')}.`)
const wants = (part: string) => values.only === undefined || values.only === part
const say = (line: string) => process.stderr.write(`${line}\n`)
const rounds = Number(values.rounds)

const busyBefore = loadavg()[0]!
const dataDir = mkdtempSync(join(tmpdir(), 'opensti-bench-'))
const results: string[] = []
try {
  if (wants('reading')) results.push(measureReading(rounds, say))
  if (wants('start')) results.push(await measureStart(dataDir, rounds, say))
  if (wants('serving')) {
    const serving = { seconds: Number(values.seconds), connections: Number(values.connections) }
    results.push(await measureServing({ ...serving, dataDir, rounds, profileTo: values.profile, say }))
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}`
const text = `# Results

${new Date().toISOString().slice(0, 10)} · ${machine} · load before the run ${busyBefore.toFixed(1)}

To repeat: \`npm run bench\` (about ten minutes; leave the machine alone meanwhile). Times hold for this machine; ratios travel.

${results.join('\n')}`
process.stdout.write(text)
if (!values.only) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), text)
