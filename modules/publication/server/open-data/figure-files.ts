import { databaseNow, type Reader } from '@opensti/db'
import { type FiguresWanted, type PublicFigure, publicTargets, publicValues } from '@opensti/plans'
import { columns, recordOf, rowOf } from '../../domain/open-data/columns.ts'
import { csvLine, csvStart } from '../../domain/open-data/csv.ts'

/** So many figures are in memory at once, however large the file. */
const piece = 2000

/** Targets and baselines first, then values, as everybody could see them at one moment. */
export async function* figuresOf(db: Reader, wanted: FiguresWanted): AsyncGenerator<readonly PublicFigure[]> {
  const asOf = await databaseNow(db)
  const targets = await publicTargets(db, wanted)
  if (targets.length > 0) yield targets
  for (let after: string | undefined; ; ) {
    const figures = await publicValues(db, wanted, { asOf, limit: piece, ...(after !== undefined && { after }) })
    if (figures.length > 0) yield figures
    if (figures.length < piece) return
    after = figures.at(-1)?.id
  }
}

type Pieces = AsyncIterable<readonly PublicFigure[]>

/** A file of figures as text, piece by piece. */
export async function* csvFile(pieces: Pieces, origin: string): AsyncGenerator<string> {
  yield csvStart + csvLine(columns.map((one) => one.name))
  for await (const figures of pieces) yield figures.map((figure) => csvLine(rowOf(figure, origin))).join('')
}

/** The same for programs: one object, one figure to a line. */
export async function* jsonFile(pieces: Pieces, origin: string): AsyncGenerator<string> {
  let first = true
  yield `{"dictionary":${JSON.stringify(`${origin}/data/dictionary`)},"figures":[`
  for await (const figures of pieces) {
    const lines = figures.map((figure) => JSON.stringify(recordOf(figure, origin)))
    yield `${first ? '\n' : ',\n'}${lines.join(',\n')}`
    first = false
  }
  yield '\n]}\n'
}

/** One page of values for those who want them bit by bit, with where the next begins. Targets stand on the first. */
export async function figurePage(
  db: Reader,
  wanted: FiguresWanted,
  { after, limit, origin }: { after?: string; limit: number; origin: string },
): Promise<{ figures: Record<string, string | number | boolean | null>[]; next: string | null }> {
  const asOf = await databaseNow(db)
  const targets = after === undefined ? await publicTargets(db, wanted) : []
  const values = await publicValues(db, wanted, { asOf, limit, ...(after !== undefined && { after }) })
  return {
    figures: [...targets, ...values].map((figure) => recordOf(figure, origin)),
    next: values.length === limit ? (values.at(-1)?.id ?? null) : null,
  }
}
