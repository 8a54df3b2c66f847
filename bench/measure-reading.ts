import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './processes.ts'

const root = join(import.meta.dirname, '..')
const shared = join(root, '..', 'shared', 'seeds')
const lakeside = join(root, 'regions', 'lakeside', 'sources')

interface Reading {
  milliseconds: number
  megabytes: number
  characters: number
  figures: number
}

/** Dense papers without the remains of web pages, so that every repetition is read in full. */
const dense = ['plan-2026-2030.txt', 'work-report-2025.txt'].map((name) => join(lakeside, name))

/** Five documents one after the other in a fresh process, then ever longer ones, each in a process of its own. */
export function measureReading(rounds: number, say: (line: string) => void): string {
  const folder = existsSync(shared) ? shared : lakeside
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name))
  const whose = folder === shared ? 'the five real documents' : 'the papers of the invented city'
  say(`reading ${whose}`)
  const five = Array.from({ length: rounds }, () => read(0, files))
  const sizes = [1, 2.5, 5, 10].map((megabytes) => {
    say(`reading ${megabytes} MB`)
    return { size: megabytes, ...read(megabytes, dense) }
  })
  const first = sizes[0]!
  const last = sizes.at(-1)!
  const growth = last.milliseconds / last.characters / (first.milliseconds / first.characters)
  return `## Reading

After start-up, without warming up: ${files.length} documents (${whose}, ${five[0]!.characters.toLocaleString('en')} characters, ${five[0]!.figures} figures)
in **${Math.round(median(five.map((one) => one.milliseconds)))} ms**, median of ${rounds} processes (wanted: at most 1,000). A longer document is the plan and the
work report of the invented city, repeated:

| MB | Characters | Figures | Seconds | Million characters a second | Memory of the process, MB |
|---:|---:|---:|---:|---:|---:|
${sizes.map(lineOf).join('\n')}

Time for each character at ${last.size} MB is ${growth.toFixed(2)} times that at ${first.size} MB (1 is linear). Wanted: linear, under 500 MB.
`
}

function lineOf({ size, characters, figures, milliseconds, megabytes }: Reading & { size: number }): string {
  const cells = [
    size,
    characters.toLocaleString('en'),
    figures.toLocaleString('en'),
    (milliseconds / 1000).toFixed(2),
    (characters / milliseconds / 1000).toFixed(2),
    Math.round(megabytes),
  ]
  return `| ${cells.join(' | ')} |`
}

function read(megabytes: number, files: readonly string[]): Reading {
  const script = join(import.meta.dirname, 'read-files.ts')
  const line = execFileSync(process.execPath, [script, String(megabytes), ...files], { cwd: root, encoding: 'utf8' })
  return JSON.parse(line) as Reading
}
