import { GOAL_LABEL, hasRole, LABEL, LABEL_ALONE, OTHER_LABEL, SAID } from '../lexicons/roles.ts'
import { looksLikeUnit } from '../lexicons/units.ts'
import type { Place } from '../model.ts'
import { readNumber } from '../structure/numbering.ts'
import type { Line } from '../text/lines.ts'
import { bareName, splitList } from './unit-names.ts'

/** A stretch that may name responsible units. */
export interface Statement extends Place {
  /** What stands in the bracket, or the line with its label. */
  inside: string
  /** Index of its first line. */
  line: number
  /** Index of its last line. */
  lastLine: number
  /** Nothing else stands on the line. */
  ownLine: boolean
  /** A bracket at the end of a sentence may list units without saying what they do. */
  plain: boolean
  /** A bracket that ends its line. */
  ending: boolean
  /** A sentence without bracket or label (由市科技局牵头,市财政局配合。), which must hold nothing but units and roles. */
  said: boolean
}

const LONGEST = 600

/** Brackets and labelled lines, in document order; whether they name units is for `readParts` to say. */
export function findStatements(lines: readonly Line[]): Statement[] {
  const statements: Statement[] = []
  for (const [i, line] of lines.entries()) {
    if (line.content.includes('\t') || isWithin(statements.at(-1), i)) continue
    const brackets = findBrackets(line, i)
    const labelled = findLabelled(lines, i, brackets)
    statements.push(...brackets.filter(({ start }) => !labelled || start < labelled.start || start >= labelled.end))
    const previous = statements.at(-1)
    if (labelled && previous && isContinued(previous, labelled, lines)) extend(previous, labelled)
    else if (labelled) statements.push(labelled)
    if (labelled || brackets.length > 0) continue
    const said = findSaid(line, i)
    if (said) statements.push(said)
  }
  return statements
}

/** Outermost brackets of a line, with brackets inside them left whole; one that never closes hides no other. */
function findBrackets(line: Line, index: number): Statement[] {
  const open: number[] = []
  const closed: { from: number; to: number }[] = []
  const { content } = line
  for (const { index: at, 0: char } of content.matchAll(/[([【〔)\]】〕]/g)) {
    if ('([【〔'.includes(char)) open.push(at)
    else if (open.length > 0) closed.push({ from: open.pop()!, to: at + 1 })
  }
  let covered = 0
  const found: Statement[] = []
  for (const { from, to } of closed.filter(({ from, to }) => to - from < LONGEST).sort((a, b) => a.from - b.from)) {
    if (from < covered || LABEL_ALONE.test(content.slice(from, to))) continue
    covered = to
    const statement = bracketAt(line, index, from, to)
    if (statement.inside.length >= 3 && (statement.plain || statement.ending || hasRole(statement.inside)))
      found.push(statement)
  }
  return found
}

function bracketAt(line: Line, index: number, from: number, to: number): Statement {
  const { content, start } = line
  const after = content[to]
  // (一)建设平台。(市科技局)支持企业…: the bracket follows the title.
  const isBetween = '。;'.includes(content[from - 1] ?? ' ')
  const atEnd = isBetween || to === content.length || '。;'.includes(after!)
  return {
    start: start + from,
    end: start + to,
    inside: content.slice(from + 1, to - 1),
    line: index,
    lastLine: index,
    ownLine: from === 0 && to >= content.length - 1,
    plain: atEnd && /[、局委厅部办府司室]/.test(content.slice(from, to)),
    ending: to === content.length || (to === content.length - 1 && '。;'.includes(after!)),
    said: false,
  }
}

/** A line that the list before it ran over to. */
function isWithin(previous: Statement | undefined, index: number): boolean {
  return previous !== undefined && index > previous.line && index <= previous.lastLine
}

/** 责任单位:… from its label to the end of its list, outside of brackets. */
function findLabelled(lines: readonly Line[], index: number, brackets: Statement[]): Statement | null {
  const line = lines[index]!
  for (const match of line.content.matchAll(LABEL)) {
    const at = line.start + match.index
    if (brackets.some(({ start, end }) => at >= start && at < end)) continue
    if (match.index > 0 && !/^[【[(]/.test(match[0]) && !/[。;:\s.、)】]/.test(line.content[match.index - 1]!)) continue
    const inside = firstSentences(line.content.slice(match.index, match.index + LONGEST))
    const end = line.start + match.index + inside.replace(/[。;\s]+$/, '').length
    const ownLine = match.index === 0
    const place = { start: at, end, line: index, lastLine: index }
    const statement = { ...place, inside, ownLine, plain: false, ending: false, said: false }
    if (end === line.end) runOver(statement, lines)
    return statement
  }
  return null
}

/** A list that ends with its comma goes on in the line below, unless an item or label begins there. */
function runOver(statement: Statement, lines: readonly Line[]): void {
  while (/[、,]$/.test(statement.inside)) {
    const next = lines[statement.lastLine + 1]
    if (!next || next.content.length > LONGEST || startsAnew(next.content)) return
    const more = firstSentences(next.content).replace(/[。;\s]+$/, '')
    if (!splitList(more.replace(/[、,]$/, '')).every((name) => looksLikeUnit(bareName(name)))) return
    statement.inside += more
    statement.end = next.start + more.length
    statement.lastLine++
  }
}

function startsAnew(content: string): boolean {
  return readNumber(content) !== null || labelOf(content) !== '' || isAside(content)
}

/** 完成时限:…, 责任领导:… or 主要目标:…, which may stand between the lines of one statement. */
function isAside(content: string): boolean {
  return content.search(OTHER_LABEL) === 0 || GOAL_LABEL.test(content)
}

/** The last sentence of a paragraph, or a line of its own, that may say who does it. */
function findSaid({ content, start }: Line, index: number): Statement | null {
  const whole = content.slice(-300).replace(/[。;]$/, '')
  const stop = content.length - Math.min(content.length, 300) + whole.replace(DEADLINE_CLAUSE, '').length
  const from = saidFrom(content, stop)
  const sentence = content.slice(from, stop)
  if (sentence.length < 6 || sentence.length > 200 || !SAID.test(sentence)) return null
  const inside = sentence.replace(/^(?:[此该本]项|以上|上述)?(?:各项)?(?:工作|任务|措施|事项)?,?(?=由)/, '')
  const place = { start: start + from, end: start + stop, line: index, lastLine: index }
  return { ...place, inside, ownLine: from === 0, plain: false, ending: false, said: true }
}

/** …,2026年6月底前完成: when it is to be done, after who does it. */
const DEADLINE_CLAUSE = /[,;](?:于|在|力争)?(?:\d{4}年|今年|明年|每年)[^,。;]{0,24}$/

/** Where the sentence begins; after the item's title it may follow a dash or colon. */
function saidFrom(content: string, stop: number): number {
  const sentence = content.lastIndexOf('。', stop - 1) + 1
  const title = /^[^,]{2,40}(?:——|:)(?=[^:—]*$)/.exec(content.slice(sentence, stop))
  return title && readNumber(content) ? sentence + title[0].length : sentence
}

/** Up to the first full stop that no other label follows. */
function firstSentences(text: string): string {
  for (const { index } of text.matchAll(/。/g)) {
    if (!/^。\s*[\u4e00-\u9fff]{2,6}:/.test(text.slice(index, index + 12))) return text.slice(0, index)
  }
  return text
}

/** 牵头单位:… and 配合单位:… on lines that follow each other are one statement; an item between them parts them. */
function isContinued(previous: Statement, next: Statement, lines: readonly Line[]): boolean {
  if (!next.ownLine || labelOf(previous.inside) === '') return false
  if (!lines.slice(previous.lastLine + 1, next.line).every(({ content }) => isAside(content))) return false
  const label = labelOf(next.inside)
  return !previous.inside.includes(label)
}

/** The label that a line begins with, or nothing. */
function labelOf(inside: string): string {
  const [label] = inside.matchAll(LABEL)
  return label?.index === 0 ? label[0] : ''
}

function extend(statement: Statement, by: Statement): void {
  statement.inside += `\n${by.inside}`
  statement.end = by.end
  statement.lastLine = by.lastLine
}
