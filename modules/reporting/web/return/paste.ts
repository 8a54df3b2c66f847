import { readFigure } from './figures.ts'

/** A block copied from a spreadsheet: rows of cells, as the clipboard carries them. */
export type Block = readonly (readonly string[])[]

/** One row of the table that figures land in. */
export interface Place {
  key: string
  /** Every name by which a row of the block may mean it. */
  names: readonly string[]
  unit: string
  nature: Nature
}

export type Nature = 'working' | 'statistical'

/** A row with a figure that is not filled in, because it would be a guess where. */
export interface Refused {
  row: string
  /** It names figures of both natures and does not say which; or another row lands on the same cell. */
  why: 'which-nature' | 'twice'
}

/** What would land where. `value` is undefined when the text is no figure. */
export interface Landing {
  text: string
  key: string
  value: string | null | undefined
}

export interface PastePlan {
  how: 'by-name' | 'by-order'
  column: number
  /** Columns with figures among which one can choose. */
  columns: readonly number[]
  landings: readonly Landing[]
  /** Rows of the block that fit nowhere. */
  left: readonly string[]
  refused: readonly Refused[]
}

/** Tab-separated text with quoted cells, as Excel and WPS copy it. */
export function readBlock(text: string): Block {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const source = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] as string
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (source[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t' || sign === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (sign === '\n') rows.push([])
    } else cell += sign
  }
  rows.at(-1)?.push(cell)
  return rows
}

/** Whether pasted text is a block rather than a figure. */
export const isBlock = (text: string) => /[\t\n]/.test(text.replace(/\r?\n$/, ''))

/**
 * Says where a block would land. When its rows carry names of indicators they go to those, in whatever order; otherwise
 * they go down from the cell where they were pasted.
 *
 * @param start the row where it was pasted. Of several columns the chosen one is taken, else the one under a heading for this
 *   period (`heads`), else the last.
 */
export function planPaste(
  block: Block,
  places: readonly Place[],
  start: number,
  { chosen, heads = [] }: { chosen?: number | undefined; heads?: readonly string[] } = {},
): PastePlan {
  const named = placesByName(block, places)
  const columns = figureColumns(block)
  const column = chosen ?? columnUnder(block, columns, heads) ?? columns.at(-1) ?? 0
  if (named) {
    const keys = named.map((one) => (typeof one === 'object' ? one.key : undefined))
    const isTwice = (at: number) => keys.some((key, other) => other !== at && key !== undefined && key === keys[at])
    const landings = block.flatMap((row, at) => {
      const place = named[at]
      return typeof place === 'object' && !isTwice(at) ? [landing(row[column] ?? '', place)] : []
    })
    const refused = block.flatMap((row, at): Refused[] => {
      if (named[at] === 'which-nature') return [{ row: words(row), why: 'which-nature' }]
      return isTwice(at) ? [{ row: words(row), why: 'twice' }] : []
    })
    const left = block.filter((row, at) => !named[at] && row.some(isFigure)).map(words)
    return { how: 'by-name', column, columns, landings, left, refused }
  }
  const rows = withoutHead(block, column)
  const open = places.slice(start)
  return {
    how: 'by-order',
    column,
    columns,
    landings: rows.slice(0, open.length).flatMap((row, at) => (open[at] ? [landing(row[column] ?? '', open[at])] : [])),
    left: rows.slice(open.length).map(words),
    refused: [],
  }
}

const landing = (text: string, place: Place): Landing => ({
  text: text.trim(),
  key: place.key,
  value: readFigure(text, place.unit),
})
/** A number, whatever it counts. */
const isFigure = (cell: string) => typeof readFigure(cell.replace(/[%％‰]\s*$/, '')) === 'string'
const words = (row: readonly string[]) =>
  row
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(' · ')

/** Columns in which most cells that hold anything hold a figure. */
function figureColumns(block: Block): number[] {
  const width = Math.max(...block.map((row) => row.length))
  return Array.from({ length: width }, (_, at) => at).filter((at) => {
    const filled = block.map((row) => row[at]?.trim() ?? '').filter(Boolean)
    return filled.length > 0 && filled.filter(isFigure).length * 2 > filled.length
  })
}

/** The column with figures whose heading speaks of this period. */
function columnUnder(block: Block, columns: readonly number[], heads: readonly string[]): number | undefined {
  const wanted = new Set(heads.map(plain))
  return columns.find((at) => block.some((row) => wanted.has(plain(row[at] ?? ''))))
}

/**
 * The place each row names, when at least half of the rows name one; else null. Where figures of both natures bear one name,
 * the row says which it means, or the heading above it.
 */
function placesByName(block: Block, places: readonly Place[]): (Place | 'which-nature' | undefined)[] | null {
  const byName = Map.groupBy(
    places.flatMap((place) => [...new Set(place.names.map(plain))].map((name) => ({ name, place }))),
    ({ name }) => name,
  )
  let heading: Nature | undefined
  const found = block.map((row) => {
    const said = natureIn(row)
    const named = row.map((cell) => byName.get(plain(cell)) ?? []).find((some) => some.length > 0)
    if (!named) {
      if (!row.some(isFigure)) heading = said ?? heading
      return undefined
    }
    const nature = said ?? heading
    const meant = nature ? named.filter(({ place }) => place.nature === nature) : named
    return meant.length > 1 ? 'which-nature' : meant[0]?.place
  })
  const taken = found.filter(Boolean)
  return taken.length > 0 && taken.length * 2 >= block.length ? found : null
}

/** The nature that a row or a heading speaks of. */
function natureIn(row: readonly string[]): Nature | undefined {
  const text = row.join(' ')
  const [working, statistical] = [/工作数据|工作数|working/i.test(text), /统计数据|统计数|statistical/i.test(text)]
  return working === statistical ? undefined : working ? 'working' : 'statistical'
}

/** Figures in the order in which the table shows them: each nature under its own heading. */
export function inTableOrder<Figure extends { nature: Nature }>(figures: readonly Figure[]): Figure[] {
  return (['working', 'statistical'] as const).flatMap((nature) => figures.filter((one) => one.nature === nature))
}

/** Names without spaces, brackets and what stands in them. */
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .replaceAll(/\([^)]*\)/g, '')
    .replaceAll(/[\s、·:：]/g, '')
    .toLowerCase()

/** A heading above a column of figures is no figure. */
function withoutHead(block: Block, column: number): Block {
  const [first] = block
  const head =
    first !== undefined && block.length > 1 && /[^\d\s.,%-]/.test(first[column] ?? '') && !isFigure(first[column] ?? '')
  return head ? block.slice(1) : block
}
