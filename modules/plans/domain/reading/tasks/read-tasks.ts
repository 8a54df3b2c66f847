import { FIRST_LEADS, hasRole, STAR_LEADS } from '../lexicons/roles.ts'
import type { Noise, Section, Task } from '../model.ts'
import { sectionsAt } from '../section-path.ts'
import { foldWidth } from '../text/fold-width.ts'
import { documentLines, type Line } from '../text/lines.ts'
import { findCellTables } from './cell-lines.ts'
import { itemTitles } from './item-titles.ts'
import { isOrderedList, type LeadRule, type Parts, readBareNames, readParts, readSaid } from './roles.ts'
import { findStatements, type Statement } from './statements.ts'
import { readCellLines, readTaskTables } from './task-tables.ts'
import { asWritten } from './written-names.ts'

/**
 * Every numbered or titled item that names responsible units in a bracket, on a line or in a table row.
 * An item with several brackets gives several tasks of the same title. Names are as the document writes them.
 */
export function readTasks(text: string, sections: readonly Section[], noise: readonly Noise[] = []): Task[] {
  const lines = documentLines(text, noise)
  const statements = findStatements(lines).filter(outsideTables(lines))
  const rule = readLeadRule(text, statements)
  const found: Found[] = []
  const undecided: Statement[] = []
  for (const statement of statements) {
    if (FIRST_LEADS.test(statement.inside) && !statement.inside.includes(':')) continue
    const local = FIRST_LEADS.test(statement.inside) ? { ...rule, firstLeads: true, firstLeadsShared: true } : rule
    const parts = statement.said ? readSaid(statement.inside, local) : readParts(statement.inside, local)
    if (parts && !(statement.said && sectionsAt(sections, statement.start).length === 0)) {
      found.push({ statement, parts: asWritten(parts, text.slice(statement.start, statement.end)) })
    } else if (statement.ending) {
      undecided.push(statement)
    }
  }
  if (listsPlainly(found)) found.push(...readBare(text, undecided, rule))
  found.sort((a, b) => a.statement.start - b.statement.start)
  const titles = itemTitles(
    text,
    sections,
    lines,
    found.map(({ statement }) => statement),
  )
  const tasks = found.map(({ statement: { start, end }, parts }, i) => {
    return { start, end, quote: text.slice(start, end), title: titles[i]!, ...parts }
  })
  const tables = [...readTaskTables(text, lines, rule), ...readCellLines(text, lines, rule)]
  return [...tasks, ...tables].sort((a, b) => a.start - b.start)
}

/** A bracket in a cell belongs to its cell: 市委组织部(市委人才办). */
function outsideTables(lines: readonly Line[]): (statement: Statement) => boolean {
  const tables = findCellTables(lines)
  return ({ line }) => !tables.some(({ start, end }) => line >= start && line < end)
}

interface Found {
  statement: Statement
  parts: Parts
}

/** Three brackets that say no more than names make a document in which brackets are for names. */
function listsPlainly(found: readonly Found[]): boolean {
  return found.filter(({ statement }) => statement.plain && !hasRole(statement.inside)).length >= 3
}

function readBare(text: string, statements: readonly Statement[], rule: LeadRule): Found[] {
  return statements.flatMap((statement) => {
    const parts = hasRole(statement.inside) ? null : readBareNames(statement.inside, rule)
    return parts ? [{ statement, parts: asWritten(parts, text.slice(statement.start, statement.end)) }] : []
  })
}

/** What the document says once for all its lists (列第一位者为牵头单位). */
function readLeadRule(text: string, statements: readonly Statement[]): LeadRule {
  const folded = foldWidth(text)
  const rule = { firstLeads: FIRST_LEADS.test(folded), firstLeadsShared: false, starLeads: STAR_LEADS.test(folded) }
  // Where every list without a leader shares the work, the rule can only speak of those.
  const hasOthers = () => statements.some(({ inside }) => isOrderedList(inside))
  return { ...rule, firstLeadsShared: rule.firstLeads && !hasOthers() }
}
