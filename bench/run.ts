/**
 * `npm run bench`: reading, start, serving, lists and a quarterly round, written to bench/RESULTS.md.
 *
 *   npm run bench -- reporting                                  one part: reading, start, serving, reporting, round, workbook; the others stay as they are
 *   npm run bench -- --only serving --rounds 3 --seconds 3
 *   npm run bench -- --only serving --profile var/profile      with a CPU profile of the product
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureLists } from './measure-lists.ts'
import { measureReading } from './measure-reading.ts'
import { measureRound } from './measure-round.ts'
import { measureServing } from './measure-serving.ts'
import { measureStart } from './measure-start.ts'
import { measureWorkbook } from './measure-workbook.ts'
import { withParts } from './results-file.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    requests: { type: 'string', default: '200' },
    connections: { type: 'string', default: '16' },
    profile: { type: 'string' },
  },
})
const parts = ['reading', 'start', 'serving', 'reporting', 'round', 'workbook']
const only = values.only ?? positionals[0]
if (only && !parts.includes(only)) throw new Error(`There is no part called ${only}; there are: ${parts.join(', ')}.`)
const wants = (part: string) => only === undefined || only === part
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
  if (wants('reporting'))
    results.push(await measureLists({ dataDir: join(dataDir, 'lists'), requests: Number(values.requests), say }))
  if (wants('round')) results.push((await measureRound({ dataDir: join(dataDir, 'round'), say })).text)
  if (wants('workbook')) results.push(await measureWorkbook({ dataDir: join(dataDir, 'workbook'), rounds, say }))
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}`
const where = `${new Date().toISOString().slice(0, 10)} · ${machine} · load before the run ${busyBefore.toFixed(1)}`
const dated = results.map((text) => text.replace(/^(## .*)$/m, `$1\n\n${where}`))
process.stdout.write(dated.join('\n'))
const file = join(import.meta.dirname, 'RESULTS.md')
writeFileSync(file, withParts(readFileSync(file, 'utf8'), dated))
