import type { Figure, Task } from '../../domain/reading/model.ts'
import { nameLikeness } from './name-likeness.ts'

/**
 * Compares what was read with a hand-made answer. Figures and tasks are matched by overlapping place; entries that
 * the answer itself calls debatable count neither way.
 */

export interface GoldFigure {
  quote: string
  name: string
  value: number
  value2: number | null
  unit: string
  comparator: string
  year: number | null
  start: number | null
  kind: string
  per_year?: boolean
  occurrence?: number
  doubt?: unknown
  doubtful?: unknown
  dup?: unknown
}

export interface GoldTask {
  quote: string
  title: string
  lead: string[]
  coop: string[]
  others: string[]
  occurrence?: number
  doubt?: unknown
  doubtful?: unknown
  dup?: unknown
}

export interface Gold {
  figures: GoldFigure[]
  tasks: GoldTask[]
}

export interface ReadResult {
  text: string
  figures: Figure[]
  tasks: Task[]
}

export type MissClass =
  | 'not-found'
  | 'invented'
  | 'value'
  | 'unit'
  | 'comparator'
  | 'year'
  | 'startYear'
  | 'perYear'
  | 'kind'
  | 'name'
  | 'task'
  | 'title'
  | 'units'

export interface Miss {
  class: MissClass
  quote: string
  expected: string
  found: string
}

/** A ratio as its two counts, so that documents can be added up. */
export interface Ratio {
  hit: number
  of: number
}

export interface Score {
  precision: Ratio
  recall: Ratio
  /** Place, value, unit and comparator all right, with the unit letter by letter. */
  strictRecall: Ratio
  year: Ratio
  kind: Ratio
  startYear: Ratio
  perYear: Ratio
  /** Mean likeness of the names of figures that agree, and how many are near enough to be understood as the same. */
  nameMean: Ratio
  nameNear: Ratio
  taskPrecision: Ratio
  taskRecall: Ratio
  taskTitle: Ratio
  taskLead: Ratio
  taskCoop: Ratio
  misses: Miss[]
}

/** From this likeness on two names are understood as the same; the scale is that of `nameLikeness`. */
const NEAR_NAME = 0.6

const none = (): Ratio => ({ hit: 0, of: 0 })

/** Scores one document. */
export function scoreReading(result: ReadResult, gold: Gold): Score {
  const score: Score = {
    precision: none(),
    recall: none(),
    strictRecall: none(),
    year: none(),
    kind: none(),
    startYear: none(),
    perYear: none(),
    nameMean: none(),
    nameNear: none(),
    taskPrecision: none(),
    taskRecall: none(),
    taskTitle: none(),
    taskLead: none(),
    taskCoop: none(),
    misses: [],
  }
  scoreFigures(score, result, gold.figures)
  scoreTasks(score, result, gold.tasks)
  return score
}

/** Adds the counts of several documents. */
export function addScores(scores: Score[]): Score {
  const total = scoreReading({ text: '', figures: [], tasks: [] }, { figures: [], tasks: [] })
  for (const score of scores) {
    for (const key of Object.keys(total) as (keyof Score)[]) {
      if (key === 'misses') total.misses.push(...score.misses)
      else {
        total[key].hit += score[key].hit
        total[key].of += score[key].of
      }
    }
  }
  return total
}

/** The ratio as a number; nothing to find counts as found. */
export function rate({ hit, of }: Ratio): number {
  return of === 0 ? 1 : hit / of
}

interface Placed<T> {
  entry: T
  start: number
  end: number
  debatable: boolean
}

function place<T extends GoldFigure | GoldTask>(text: string, entries: T[]): Placed<T>[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const nth = entry.occurrence ?? (seen.get(entry.quote) ?? 0) + 1
    seen.set(entry.quote, nth)
    let start = -1
    for (let i = 0; i < nth; i += 1) {
      const next = text.indexOf(entry.quote, start + 1)
      if (next < 0) break
      start = next
    }
    if (start < 0)
      throw new Error(
        `The answer quotes "${entry.quote}", which the text does not contain. Check the quote against the file.`,
      )
    const debatable = Boolean(entry.doubt || entry.doubtful || entry.dup)
    return { entry, start, end: start + entry.quote.length, debatable }
  })
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}

/** Units that differ only in spelling: ％ and %, a blank, and the many ways to write a rank. */
function plainUnit(unit: string): string {
  const plain = unit.replaceAll('％', '%').replace(/\s/g, '')
  return plain === '名' || plain === '' ? '位' : plain
}

function agreement(figure: Figure, gold: GoldFigure): MissClass | null {
  const close = (a: number | null, b: number | null) =>
    a === b || (a !== null && b !== null && Math.abs(a - b) <= 0.005 * Math.abs(b))
  if (!close(figure.value, gold.value) || !close(figure.value2, gold.value2)) return 'value'
  const rank = ['位', '名', ''].includes(gold.unit) && ['位', '名', ''].includes(figure.unit)
  if (!rank && plainUnit(figure.unit) !== plainUnit(gold.unit)) return 'unit'
  return figure.comparator === gold.comparator ? null : 'comparator'
}

function scoreFigures(score: Score, { text, figures }: ReadResult, gold: GoldFigure[]): void {
  const placed = place(text, gold)
  const pairs: { g: number; f: number; quality: number }[] = []
  placed.forEach((answer, g) => {
    figures.forEach((figure, f) => {
      if (!overlaps(answer, figure)) return
      const wrong = agreement(figure, answer.entry)
      const quality =
        (wrong === null ? 8 : wrong === 'comparator' ? 4 : wrong === 'unit' ? 2 : 0) +
        (answer.debatable ? 0 : 0.5) +
        (figure.year === answer.entry.year ? 0.2 : 0) +
        shareOf(answer, figure)
      // A number that has nothing in common with the answer stays unmatched, so that it shows as invented.
      if (quality >= 1.5 || figures.length === 1) pairs.push({ g, f, quality })
    })
  })
  pairs.sort((a, b) => b.quality - a.quality)
  const figureOf = new Map<number, number>()
  const answerOf = new Map<number, number>()
  for (const { g, f } of pairs) {
    if (figureOf.has(g) || answerOf.has(f)) continue
    figureOf.set(g, f)
    answerOf.set(f, g)
  }
  const debatable = placed.filter((answer) => answer.debatable)
  figures.forEach((figure, f) => {
    const answer = placed[answerOf.get(f) ?? -1]
    if (answer?.debatable || (!answer && debatable.some((other) => overlaps(other, figure)))) return
    score.precision.of += 1
    if (answer && agreement(figure, answer.entry) === null) score.precision.hit += 1
    if (!answer) score.misses.push({ class: 'invented', quote: figure.quote, expected: '', found: describe(figure) })
  })
  placed.forEach((answer, g) => {
    if (answer.debatable) return
    score.recall.of += 1
    score.strictRecall.of += 1
    const figure = figures[figureOf.get(g) ?? -1]
    if (!figure) {
      score.misses.push({
        class: 'not-found',
        quote: answer.entry.quote,
        expected: describeGold(answer.entry),
        found: '',
      })
      return
    }
    const wrong = agreement(figure, answer.entry)
    if (wrong)
      score.misses.push({
        class: wrong,
        quote: answer.entry.quote,
        expected: describeGold(answer.entry),
        found: describe(figure),
      })
    if (wrong) return
    score.recall.hit += 1
    if (figure.unit === answer.entry.unit) score.strictRecall.hit += 1
    const detail = (key: 'year' | 'kind' | 'startYear' | 'perYear', found: unknown, expected: unknown) => {
      score[key].of += 1
      if (found === expected) score[key].hit += 1
      else
        score.misses.push({ class: key, quote: answer.entry.quote, expected: String(expected), found: String(found) })
    }
    detail('year', figure.year, answer.entry.year)
    detail('kind', figure.kind, answer.entry.kind)
    detail('startYear', figure.startYear, answer.entry.start ?? null)
    detail('perYear', figure.perYear, Boolean(answer.entry.per_year))
    scoreName(score, figure.name, answer.entry)
  })
}

function scoreName(score: Score, found: string, { name, quote }: GoldFigure): void {
  const likeness = nameLikeness(found, name)
  score.nameMean.of += 1
  score.nameMean.hit += likeness
  score.nameNear.of += 1
  if (likeness >= NEAR_NAME) score.nameNear.hit += 1
  else score.misses.push({ class: 'name', quote, expected: name, found })
}

function shareOf(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common / Math.max(a.end - a.start, b.end - b.start)
}

function scoreTasks(score: Score, { text, tasks }: ReadResult, gold: GoldTask[]): void {
  const used = new Set<number>()
  for (const answer of place(text, gold)) {
    const index = tasks.findIndex((task, i) => !used.has(i) && overlaps(task, answer))
    if (index >= 0) used.add(index)
    if (answer.debatable) continue
    score.taskRecall.of += 1
    const task = tasks[index]
    if (!task) {
      score.misses.push({ class: 'task', quote: answer.entry.quote, expected: answer.entry.title, found: '' })
      continue
    }
    score.taskRecall.hit += 1
    score.taskPrecision.hit += 1
    score.taskTitle.of += 1
    if (task.title === answer.entry.title) score.taskTitle.hit += 1
    else
      score.misses.push({ class: 'title', quote: answer.entry.quote, expected: answer.entry.title, found: task.title })
    const units = (ratio: Ratio, found: string[], expected: string[]) => {
      const common = found.filter((unit) => expected.includes(unit)).length
      ratio.hit += common
      ratio.of += found.length + expected.length - common
      if (common < Math.max(found.length, expected.length))
        score.misses.push({
          class: 'units',
          quote: answer.entry.quote,
          expected: expected.join(' '),
          found: found.join(' '),
        })
    }
    units(score.taskLead, task.lead, answer.entry.lead)
    units(score.taskCoop, [...task.coop, ...task.others], [...answer.entry.coop, ...answer.entry.others])
  }
  score.taskPrecision.of += tasks.length
}

function describe({ name, value, value2, unit, comparator, year, kind }: Figure): string {
  return `${name} ${comparator} ${value}${value2 === null ? '' : `–${value2}`}${unit} ${year} ${kind}`
}

function describeGold({ name, value, value2, unit, comparator, year, kind }: GoldFigure): string {
  return `${name} ${comparator} ${value}${value2 === null ? '' : `–${value2}`}${unit} ${year} ${kind}`
}
