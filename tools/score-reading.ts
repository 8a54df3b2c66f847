import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readDocument } from '../modules/plans/domain/reading/read-document.ts'
import {
  addScores,
  type Gold,
  type Ratio,
  rate,
  type Score,
  scoreReading,
} from '../modules/plans/testing/reading/score.ts'

/**
 * Prints how well documents are read, against hand-made answers.
 * Usage: node tools/score-reading.ts [ANSWERS [TEXTS]] [--misses]
 * ANSWERS holds {name}.json, TEXTS the {name}.txt (by default the same folder); without both, the five documents of
 * ../shared are used.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean', default: false } },
})
const root = join(import.meta.dirname, '..', '..', 'shared')
const [answers, texts] = positionals[0]
  ? [positionals[0], positionals[1] ?? positionals[0]]
  : [join(root, 'reading', 'gold'), join(root, 'seeds')]

if (!existsSync(texts) || !existsSync(answers)) {
  console.error(
    `No documents to score: ${texts} or ${answers} does not exist. Name a folder with {name}.txt and {name}.json.`,
  )
  process.exit(2)
}

const scores = new Map<string, Score>()
for (const file of readdirSync(answers)
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  const name = basename(file, '.json')
  const path = join(texts, `${name}.txt`)
  if (!existsSync(path)) continue
  const text = readFileSync(path, 'utf8')
  const gold = JSON.parse(readFileSync(join(answers, file), 'utf8')) as Gold
  const started = performance.now()
  const reading = readDocument(text)
  const milliseconds = Math.round(performance.now() - started)
  scores.set(`${name} (${milliseconds} ms)`, scoreReading(reading, { figures: gold.figures, tasks: gold.tasks ?? [] }))
}

const columns = [
  'precision',
  'recall',
  'strictRecall',
  'year',
  'kind',
  'startYear',
  'perYear',
  'nameMean',
  'nameNear',
  'taskRecall',
  'taskTitle',
  'taskLead',
  'taskCoop',
] as const
const cell = (ratio: Ratio) => `${rate(ratio).toFixed(3)} ${`${Math.round(ratio.hit)}/${ratio.of}`.padStart(8)}`
const rows = [...scores, ['total', addScores([...scores.values()])] as [string, Score]]
console.log(['document'.padEnd(40), ...columns.map((column) => column.padEnd(14))].join(' '))
for (const [name, score] of rows)
  console.log([name.padEnd(40), ...columns.map((column) => cell(score[column]))].join(' '))

if (values.misses) {
  for (const [name, score] of scores) {
    for (const miss of score.misses) {
      console.log(
        `${name}\t${miss.class}\t${miss.quote.replace(/\s+/g, ' ')}\n\t\texpected ${miss.expected}\n\t\tfound    ${miss.found}`,
      )
    }
  }
}
