import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const DROPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'iframe',
  'object',
  'select',
  'textarea',
  'math',
  'canvas',
  'audio',
  'video',
])
const BLOCKS = new Set([
  'br',
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'ul',
  'caption',
  'legend',
  'details',
  'summary',
  'table',
])

/** The text of a page as it is read: a line for a block, a line of cells parted by tabs for a table row. */
export function htmlToText(html: string): string {
  const writer = new LineWriter()
  write(parse(html).childNodes, writer)
  return writer.text()
}

function write(nodes: readonly Node[], writer: LineWriter): void {
  for (const node of nodes) {
    if (defaultTreeAdapter.isTextNode(node)) writer.add(node.value)
    else if (defaultTreeAdapter.isElementNode(node)) writeElement(node, writer)
  }
}

function writeElement(element: Element, writer: LineWriter): void {
  const name = element.tagName
  if (DROPPED.has(name) || isHidden(element)) return
  if (name === 'table') {
    writeTable(element, writer)
    return
  }
  // Links side by side are a menu; without a blank their words would run together.
  if (name === 'a') writer.gap()
  const isBlock = BLOCKS.has(name)
  if (isBlock) writer.endLine()
  if (name === 'li') writer.add(listNumber(element))
  write(element.childNodes, writer)
  if (isBlock) writer.endLine()
}

function isHidden(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)),
  )
}

/** Numbers that a list shows are part of what is read: 1. 2. 3. */
function listNumber(item: Element): string {
  const list = item.parentNode
  if (!list || !defaultTreeAdapter.isElementNode(list as Node) || (list as Element).tagName !== 'ol') return ''
  const items = (list as Element).childNodes.filter(
    (node) => defaultTreeAdapter.isElementNode(node) && node.tagName === 'li',
  )
  const first = Number((list as Element).attrs.find(({ name }) => name === 'start')?.value ?? 1)
  return `${first + items.indexOf(item)}.`
}

/** Cells that span rows or columns leave empty cells, so that columns stay under their heads. */
function writeTable(table: Element, writer: LineWriter): void {
  writer.endLine()
  const spans: number[] = []
  for (const row of rowsOf(table)) {
    const cells: string[] = []
    for (const cell of row.childNodes) {
      if (!defaultTreeAdapter.isElementNode(cell) || !/^t[dh]$/.test(cell.tagName)) continue
      while ((spans[cells.length] ?? 0) > 0) cells.push(takeSpan(spans, cells.length))
      const rows = spanOf(cell, 'rowspan')
      const columns = spanOf(cell, 'colspan')
      for (let i = 0; i < columns; i++) {
        spans[cells.length] = rows - 1
        cells.push(i === 0 ? cellText(cell) : '')
      }
    }
    while ((spans[cells.length] ?? 0) > 0) cells.push(takeSpan(spans, cells.length))
    writer.line(cells.join('\t'))
  }
}

function takeSpan(spans: number[], column: number): string {
  spans[column] = spans[column]! - 1
  return ''
}

function spanOf(cell: Element, name: string): number {
  const value = Number(cell.attrs.find((attr) => attr.name === name)?.value ?? 1)
  return Number.isInteger(value) && value > 0 ? Math.min(value, 100) : 1
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((node) => {
    if (!defaultTreeAdapter.isElementNode(node)) return []
    if (node.tagName === 'tr') return [node]
    return /^t(head|body|foot)$/.test(node.tagName) ? rowsOf(node) : []
  })
}

function cellText(cell: Element): string {
  const inner = new LineWriter()
  write(cell.childNodes, inner)
  return inner
    .text()
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\t/g, ' ')
}

/** Collects text as a browser would show it: blanks folded, none between two Chinese characters over a line end. */
class LineWriter {
  readonly #lines: string[] = []
  #line = ''

  add(text: string): void {
    this.#line += text
  }

  gap(): void {
    if (this.#line !== '' && !/\s$/.test(this.#line) && !/[\u3000-\u303f\uff00-\uffef“”]$/.test(this.#line))
      this.#line += '\u200b'
  }

  endLine(): void {
    const line = this.#line
      .replace(
        /(?<=[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef])/g,
        '',
      )
      .replace(/[ \t\r\n]+/g, ' ')
      .replace(/\u200b+/g, '\u200b')
      .trim()
    this.#line = ''
    if (line !== '') this.#lines.push(withGaps(line))
  }

  line(text: string): void {
    this.endLine()
    if (text.trim() !== '') this.#lines.push(text)
  }

  text(): string {
    this.endLine()
    return this.#lines.join('\n')
  }
}

/** A line of links gets blanks between them; a single link inside prose stays joined. */
function withGaps(line: string): string {
  const parts = line.split('\u200b')
  const isMenu = parts.length > 2 && parts.every((part) => part.trim().length <= 12)
  return parts.map((part) => part.trim()).join(isMenu ? ' ' : '')
}
