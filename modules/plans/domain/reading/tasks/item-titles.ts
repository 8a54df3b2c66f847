import type { Section } from '../model.ts'
import { sectionsAt } from '../section-path.ts'
import type { Line } from '../text/lines.ts'
import type { Statement } from './statements.ts'

/** Names the item that a statement belongs to: the innermost numbered item that it speaks for. */
export function itemTitles(
  text: string,
  sections: readonly Section[],
  lines: readonly Line[],
  statements: readonly Statement[],
): string[] {
  const holders = statements.map((statement) => holderOf(statement, sections, lines))
  const linesOf = new Map<Section | undefined, Set<number>>()
  for (const [i, holder] of holders.entries()) {
    const { ownLine, line } = statements[i]!
    if (!ownLine) linesOf.set(holder, (linesOf.get(holder) ?? new Set()).add(line))
  }
  const tree = treeOf(sections, statements)
  return statements.map((statement, i) => {
    const holder = holders[i]
    const line = lines[statement.line]!
    const isBody = holder === undefined || line.start !== holder.start
    const sharesItem = holder === undefined || (linesOf.get(holder)?.size ?? 0) > 1
    const lead = isBody && !statement.ownLine && sharesItem ? leadSentence(text, line) : null
    if (lead) return lead
    const own = statement.ownLine ? ownerOfLine(statement, holder, tree) : holder
    return own ? cleanTitle(titleBefore(own.title, statement, text)) : firstSentence(text, lines, statement)
  })
}

/** The innermost section that has a title and begins a line; points inside a paragraph are no items. */
function holderOf(statement: Statement, sections: readonly Section[], lines: readonly Line[]): Section | undefined {
  const path = sectionsAt(sections, statement.start)
  return path.findLast((section) => section.title !== '' && startsLine(section, lines, statement))
}

function startsLine(section: Section, lines: readonly Line[], statement: Statement): boolean {
  if (!/是$/.test(section.number)) return true
  const line = lines[statement.line]!
  return section.start === line.start || section.start < line.start
}

interface Tree {
  sections: readonly Section[]
  /** Indexes of the sections directly inside another, by its index. */
  children: Map<number, number[]>
  statements: readonly Statement[]
}

function treeOf(sections: readonly Section[], statements: readonly Statement[]): Tree {
  const children = new Map<number, number[]>()
  for (const [i, { parent }] of sections.entries()) {
    const siblings = children.get(parent)
    if (siblings) siblings.push(i)
    else children.set(parent, [i])
  }
  return { sections, children, statements }
}

/**
 * A statement on a line of its own after the last of several subitems speaks for the item around them,
 * unless the other subitems have statements too.
 */
function ownerOfLine(statement: Statement, holder: Section | undefined, tree: Tree): Section | undefined {
  if (!holder || holder.parent < 0) return holder
  const siblings = tree.children.get(holder.parent) ?? []
  const first = tree.sections[siblings[0]!]!
  const parent = tree.sections[holder.parent]!
  if (siblings.length < 2 || tree.sections[siblings.at(-1)!] !== holder || parent.title === '') return holder
  const next = firstFrom(tree.statements, first.start)
  return next !== undefined && next.start < holder.start ? holder : ownerOfLine(statement, parent, tree)
}

function firstFrom(statements: readonly Statement[], offset: number): Statement | undefined {
  let low = 0
  let high = statements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (statements[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return statements[low]
}

/** A paragraph that opens with its own name: 培育新型研发机构。支持…. */
function leadSentence(text: string, line: Line): string | null {
  const end = line.content.slice(0, 40).indexOf('。')
  if (end < 4 || end + 1 >= line.content.length || line.content.slice(0, end).includes('(')) return null
  return /[,;:]/.test(line.content.slice(0, end)) && end > 24 ? null : text.slice(line.start, line.start + end)
}

function firstSentence(text: string, lines: readonly Line[], statement: Statement): string {
  const line = lines[statement.ownLine && statement.line > 0 ? statement.line - 1 : statement.line]!
  const stop = line.content.slice(0, 120).search(/[。;(]/)
  return cleanTitle(text.slice(line.start, line.start + (stop > 0 ? stop : Math.min(line.content.length, 60))))
}

/** A heading may hold the bracket itself: 建成标准厂房(区住建局). */
function titleBefore(title: string, { start, end }: Statement, text: string): string {
  const at = title.indexOf(text.slice(start, end))
  return at > 0 ? title.slice(0, at) : title
}

export function cleanTitle(title: string): string {
  return title.replace(/^[\s、.]+|[\s—。.,;:\uff0c\uff1b\uff1a]+$/g, '')
}
