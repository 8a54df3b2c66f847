/** Text as a page draws it; the origin is the lower left corner. */
export interface TextPiece {
  text: string
  x: number
  y: number
  width: number
  /** Height of the type. */
  size: number
}

export interface PageText {
  height: number
  pieces: TextPiece[]
}

interface PageLine {
  text: string
  left: number
  right: number
  y: number
  size: number
  /** Cells far apart: a row of a table. */
  cells: number
}

/** Pages into paragraphs: page numbers and running heads left out, paragraphs broken at the line width rejoined. */
export function joinPages(pages: readonly PageText[]): string {
  const lined = pages.map(({ pieces }) => linesOf(pieces))
  const running = runningHeads(lined, pages)
  const body = lined.flatMap((lines, i) =>
    lines.filter((line) => !isPageNumber(line, pages[i]!) && !running.has(headKey(line, pages[i]!))),
  )
  const margins = marginsOf(body)
  const paragraphs: string[] = []
  let previous: PageLine | null = null
  for (const line of body) {
    if (previous && continues(previous, line, margins))
      paragraphs[paragraphs.length - 1] = joinText(paragraphs.at(-1)!, line.text)
    else paragraphs.push(line.text)
    previous = line
  }
  return paragraphs.join('\n')
}

/** Pieces at one height are one line, from left to right. */
function linesOf(pieces: readonly TextPiece[]): PageLine[] {
  const rows: TextPiece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && Math.abs(row[0]!.y - piece.y) < Math.min(row[0]!.size, piece.size) * 0.5) row.push(piece)
    else rows.push([piece])
  }
  const gaps = rows.map(gapsOf)
  return rows.map((row, i) => lineOf(row, gaps[i]!, [...(gaps[i - 1] ?? []), ...(gaps[i + 1] ?? [])]))
}

/** The blank before a piece, in widths of a character. */
interface Gap {
  x: number
  width: number
}

function gapsOf(row: TextPiece[]): Gap[] {
  row.sort((a, b) => a.x - b.x)
  return row.map((piece, i) => {
    const before = row[i - 1]
    return { x: piece.x, width: before ? (piece.x - before.x - before.width) / piece.size : 0 }
  })
}

/** A column begins where a gap is very wide, or where the row above or below begins a piece at the same place. */
function isColumn(gap: Gap, around: readonly Gap[], size: number): boolean {
  if (gap.width > 2.5) return true
  return (
    gap.width > 0.05 &&
    around.some(({ x, width }) => width > 0.05 && Math.max(width, gap.width) > 0.8 && Math.abs(x - gap.x) < size * 0.3)
  )
}

function lineOf(pieces: TextPiece[], gaps: readonly Gap[], around: readonly Gap[]): PageLine {
  let text = ''
  let cells = 1
  for (const [i, piece] of pieces.entries()) {
    const gap = gaps[i]!
    if (text !== '' && isColumn(gap, around, piece.size)) {
      text = `${text.trimEnd()}\t`
      cells++
    } else if (text !== '' && gap.width > 0.25 && needsBlank(text, piece.text)) {
      text += ' '
    }
    text += piece.text
  }
  const { x, y, size } = pieces[0]!
  const right = pieces.at(-1)!.x + pieces.at(-1)!.width
  return { text: text.trim(), left: x, right, y, size, cells }
}

/** Latin words and numbers are parted by blanks; Chinese characters are not. */
function needsBlank(before: string, after: string): boolean {
  return /[A-Za-z0-9,.;:)]$/.test(before) && /^[A-Za-z0-9(]/.test(after)
}

interface Margins {
  left: number
  right: number
}

/** Where most lines begin and where full lines end. */
function marginsOf(lines: readonly PageLine[]): Margins {
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b)
  const rights = lines
    .filter(({ cells }) => cells === 1)
    .map(({ right }) => right)
    .sort((a, b) => a - b)
  return { left: lefts[Math.floor(lefts.length * 0.1)] ?? 0, right: rights[Math.floor(rights.length * 0.9)] ?? 0 }
}

/** A full line goes on in the next one when that begins at the margin and opens nothing. */
function continues(previous: PageLine, line: PageLine, margins: Margins): boolean {
  if (previous.cells > 1 || line.cells > 1) return false
  if (Math.abs(previous.size - line.size) > 0.6) return false
  const isFull = previous.right >= margins.right - previous.size * 1.6
  const atMargin = line.left <= margins.left + line.size * 0.8
  return (
    isFull &&
    atMargin &&
    !/^(?:[一二三四五六七八九十]{1,3}、|[(\uff08][一二三四五六七八九十\d]{1,3}[)\uff09]|\d{1,2}[.\uff0e、](?!\d)|第[一二三四五六七八九十]{1,3}[章节条])/.test(
      line.text,
    )
  )
}

function joinText(before: string, after: string): string {
  if (/[A-Za-z]-$/.test(before) && /^[a-z]/.test(after)) return before.slice(0, -1) + after
  return /[A-Za-z0-9,.;:]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? `${before} ${after}` : before + after
}

function isAtEdge(line: PageLine, { height }: PageText): boolean {
  return line.y < height * 0.12 || line.y > height * 0.9
}

/** — 3 —, 3, 第3页 at the edge of a page. */
function isPageNumber(line: PageLine, page: PageText): boolean {
  return (
    isAtEdge(line, page) &&
    /^[-—–\s·]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/共]\s*\d{1,4}\s*页?)?[-—–\s·]*$/.test(line.text)
  )
}

/** The same words at the same edge of three pages are no text of the document. */
function runningHeads(lined: readonly PageLine[][], pages: readonly PageText[]): Set<string> {
  const counts = new Map<string, number>()
  for (const [i, lines] of lined.entries()) {
    for (const line of lines) {
      const key = headKey(line, pages[i]!)
      if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key))
}

function headKey(line: PageLine, page: PageText): string {
  return isAtEdge(line, page) && line.text.length < 60 ? `${Math.round(line.y)} ${line.text.replace(/\d+/g, '#')}` : ''
}
