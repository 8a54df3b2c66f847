import { type PartChanges, rewriteZip } from '../zip/rewrite-zip.ts'
import { findRange, type Range } from './addresses.ts'
import { applyEdits, type CellWrite, dropResults, type Edit, editCells, findFaults } from './edit-sheet.ts'
import { openParts, type Parts, relationsOf, relationsPath } from './parts.ts'
import { type CellFault, Refusal } from './refusals.ts'
import { mapSheet, type SheetMap } from './sheet-map.ts'
import { readStructure, type Structure } from './structure.ts'
import { readXml } from './xml.ts'

interface OpenSheet {
  name: string
  part: string
  source: string
  map: SheetMap
}

/**
 * Writes cells into the XML of their sheets and carries every other part over as it is packed. Where the workbook has
 * formulas their remembered results are dropped and the next program is asked to work them out. Runs in the child
 * process.
 * @throws Refusal; cells that cannot be written are all named, and then nothing is written
 */
export function editWorkbook(bytes: Uint8Array, writes: readonly CellWrite[], overwriteFormulas: boolean): Uint8Array {
  const parts = openParts(bytes)
  const structure = readStructure(parts)
  if (writes.length === 0) return bytes
  const sheets = structure.sheets.map(({ name, part }): OpenSheet => {
    const source = parts.text(part)
    return { name, part, source, map: mapSheet(source) }
  })
  refuseFaults(parts, sheets, writes, overwriteFormulas)
  const changes = new Map<string, string | null>()
  for (const sheet of sheets) {
    const edits = editCells(
      sheet.map,
      writes.filter((write) => write.sheet === sheet.name),
    )
    const all: Edit[] = [...edits, ...dropResults(sheet.map, edits)]
    if (all.length > 0) changes.set(sheet.part, applyEdits(sheet.source, all))
  }
  const hasFormulas = sheets.some(({ map }) => map.rows.some(({ cells }) => cells.some((cell) => cell.hasFormula)))
  if (hasFormulas) askForCalculation(parts, structure, changes)
  return rewriteZip(bytes, changes satisfies PartChanges)
}

function refuseFaults(
  parts: Parts,
  sheets: readonly OpenSheet[],
  writes: readonly CellWrite[],
  overwriteFormulas: boolean,
): void {
  const names = new Set(sheets.map(({ name }) => name))
  const faults: CellFault[] = writes
    .filter(({ sheet }) => !names.has(sheet))
    .map(({ sheet, address }) => ({ code: 'sheet_unknown', sheet, address }))
  for (const { name, part, map } of sheets) {
    const own = writes.filter(({ sheet }) => sheet === name)
    if (own.length === 0) continue
    faults.push(...findFaults(map, own, { overwriteFormulas, headings: headingsOf(parts, part) }))
  }
  if (faults.length > 0) throw new Refusal(faults[0]!.code, { cells: faults })
}

/** The heading rows of table objects: their texts are also names in another part, so they may not change. */
function headingsOf(parts: Parts, sheet: string): Range[] {
  const headings: Range[] = []
  for (const { target } of relationsOf(parts, sheet).filter(({ kind }) => kind === 'table')) {
    readXml(parts.text(target), {
      open(tag, { ref, headerRowCount }) {
        const range = tag === 'table' && headerRowCount !== '0' ? findRange(ref ?? '') : null
        if (range) headings.push({ ...range, bottom: range.top })
      },
    })
  }
  return headings
}

/** Sets fullCalcOnLoad and takes out the chain of calculation, which may name cells that are formulas no more. */
function askForCalculation(parts: Parts, structure: Structure, changes: Map<string, string | null>): void {
  changes.set(structure.workbook, withFullCalculation(parts.text(structure.workbook)))
  if (structure.calcChain === null) return
  const chain = structure.calcChain
  const relations = relationsPath(structure.workbook)
  changes.set(chain, null)
  changes.set(
    relations,
    without(parts.text(relations), 'Relationship', ({ Type = '' }) => Type.endsWith('/calcChain')),
  )
  const types = '[Content_Types].xml'
  changes.set(
    types,
    without(parts.text(types), 'Override', ({ PartName }) => PartName === `/${chain}`),
  )
}

/** The elements of a workbook that stand before calcPr (ECMA-376 part 1, 18.2.27). */
const BEFORE_CALCULATION = ['sheets', 'functionGroups', 'externalReferences', 'definedNames']

function withFullCalculation(source: string): string {
  const prefix = /<([\w.-]+:)?workbook[\s>]/.exec(source)?.[1] ?? ''
  let insertAt = -1
  let edit: Edit | null = null
  readXml(source, {
    open(tag, attributes, { start, end, isEmpty }) {
      if (tag !== 'calcPr') return
      const kept = Object.keys(attributes)
        .filter((name) => name !== 'fullCalcOnLoad')
        .map((name) => ` ${name}="${attributes[name]}"`)
        .join('')
      edit = { start, end, text: `<${prefix}calcPr${kept} fullCalcOnLoad="1"${isEmpty ? '/' : ''}>` }
    },
    close(tag, { end }) {
      if (BEFORE_CALCULATION.includes(tag)) insertAt = end
    },
  })
  const added = { start: insertAt, end: insertAt, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` }
  return applyEdits(source, [edit ?? added])
}

/** The source without the empty elements that the test names. */
function without(source: string, name: string, isMeant: (attributes: Record<string, string>) => boolean): string {
  const edits: Edit[] = []
  readXml(source, {
    open(tag, attributes, { start, end, isEmpty }) {
      if (tag !== name || !isMeant(attributes)) return
      const until = isEmpty ? end : source.indexOf('>', source.indexOf('</', end)) + 1
      edits.push({ start, end: until, text: '' })
    },
  })
  return applyEdits(source, edits)
}
