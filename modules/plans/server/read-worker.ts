/** Runs in a thread of its own: the text in, everything found in it out, a batch whenever one is asked for. */
import { parentPort, workerData } from 'node:worker_threads'
import { cutPieces, type Piece } from '../domain/matching/cut-pieces.ts'
import { type PreparedCandidate, prepareCandidates } from '../domain/matching/prepare-candidates.ts'
import { publicDamage } from '../domain/matching/public-damage.ts'
import { damagedWords } from '../domain/matching/public-names.ts'
import type { Reading } from '../domain/reading/model.ts'
import { readDocument } from '../domain/reading/read-document.ts'
import type { Batch, Outline, ToRead } from './read-apart.ts'

/** Rows sent at once: enough to be quick, few enough to be nothing to whoever keeps them. */
const rowsAtOnce = 1000
const piecesAtOnce = 16

/** A screen shows no more of these; how many there are is said. */
const findingsShown = 500

const input = workerData as ToRead & { numbers: number }
if (isCrowded(input.text, input.numbers)) parentPort?.postMessage('crowded')
else answerWith(readDocument(input.text))

function answerWith(reading: Reading): void {
  const batches = allBatches(reading)
  parentPort?.postMessage(outlineOf(reading))
  parentPort?.on('message', () => {
    const next = batches.next()
    parentPort?.postMessage(next.done ? null : next.value)
    if (next.done) parentPort?.close()
  })
}

/** Counting is quick; reading a text that is nothing but numbers would take all the memory there is. */
function isCrowded(text: string, most: number): boolean {
  const number = /\d+(?:[.,]\d+)*|[一二三四五六七八九十百千万亿两]+(?=[家个件项所名人元])/g
  let count = 0
  while (number.exec(text)) if (++count > most) return true
  return false
}

function outlineOf({ document, figures, tasks, checks, damage }: Reading): Outline {
  const order = ['contradicts', 'holds-after-rounding', 'holds']
  const sorted = [...checks].sort((a, b) => order.indexOf(a.result) - order.indexOf(b.result))
  return {
    document,
    counts: {
      figures: figures.length,
      tasks: tasks.length,
      checks: checks.length,
      contradictions: checks.filter((check) => check.result === 'contradicts').length,
      damage: damage.length,
    },
    checks: sorted.slice(0, findingsShown),
    damage: damage.slice(0, findingsShown),
    publicDamage: publicDamage(damage),
    damagedWords: damagedWords(damage),
  }
}

/** Candidates first: a piece names the candidates that begin in it. */
function* allBatches(reading: Reading): Generator<Batch> {
  const starts: number[] = []
  let rows: PreparedCandidate[] = []
  for (const row of prepareCandidates(reading, input)) {
    starts.push(row.place_start)
    if (rows.push(row) < rowsAtOnce) continue
    yield { table: 'candidate', rows: JSON.stringify(rows) }
    rows = []
  }
  if (rows.length > 0) yield { table: 'candidate', rows: JSON.stringify(rows) }

  let at = 0
  let pieces: (Piece & { position_start: number; position_end: number })[] = []
  for (const piece of cutPieces(reading)) {
    const from = at
    while (at < starts.length && starts[at]! < piece.place_end) at += 1
    if (pieces.push({ ...piece, position_start: from, position_end: at }) < piecesAtOnce) continue
    yield { table: 'reading_piece', rows: JSON.stringify(pieces) }
    pieces = []
  }
  if (pieces.length > 0) yield { table: 'reading_piece', rows: JSON.stringify(pieces) }
}
