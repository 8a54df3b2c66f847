import { type Parts, relationId, relationsOf } from './parts.ts'
import { Refusal } from './refusals.ts'
import { isSet, readXml } from './xml.ts'

export type SheetState = 'visible' | 'hidden' | 'veryHidden'

/** Where the parts of a workbook lie. */
export interface Structure {
  workbook: string
  sheets: { name: string; state: SheetState; part: string }[]
  sharedStrings: string | null
  styles: string | null
  calcChain: string | null
  /** Dates count from 1904 instead of 1900. */
  isFrom1904: boolean
  hasExternalLinks: boolean
}

const SHEETS_MOST = 200

/**
 * Finds the sheets of a workbook in the order of their tabs. Chart sheets are no grids and are left out.
 * @throws Refusal
 */
export function readStructure(parts: Parts): Structure {
  refuseMacroType(parts)
  const workbook = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.target
  if (!workbook) throw new Refusal('workbook_damaged')
  const relations = relationsOf(parts, workbook)
  const links = relations.filter(({ kind }) => kind === 'externalLink')
  for (const { target } of links) refuseDataExchange(parts, target)
  const partOf = (kind: string) => relations.find((one) => one.kind === kind)?.target ?? null
  const structure: Structure = {
    workbook,
    sheets: [],
    sharedStrings: partOf('sharedStrings'),
    styles: partOf('styles'),
    calcChain: partOf('calcChain'),
    isFrom1904: false,
    hasExternalLinks: links.length > 0,
  }
  readXml(parts.text(workbook), {
    open(tag, attributes) {
      if (tag === 'workbookPr') structure.isFrom1904 = isSet(attributes['date1904'])
      if (tag !== 'sheet') return
      const id = relationId(attributes)
      const sheet = relations.find((one) => one.id === id)
      if (sheet?.kind !== 'worksheet') return
      const { name = '', state = 'visible' } = attributes
      structure.sheets.push({ name, state: state as SheetState, part: sheet.target })
    },
  })
  if (structure.sheets.length === 0) throw new Refusal('workbook_damaged')
  if (structure.sheets.length > SHEETS_MOST) throw new Refusal('workbook_too_many_cells')
  return structure
}

/** A workbook that names itself macro-enabled, whatever its extension says. */
function refuseMacroType(parts: Parts): void {
  readXml(parts.text('[Content_Types].xml'), {
    open(_, { ContentType = '' }) {
      if (/macroEnabled|vbaProject|macrosheet/i.test(ContentType)) throw new Refusal('workbook_macros')
    },
  })
}

/** A link to another workbook is a remembered value; a DDE or OLE link would start another program. */
function refuseDataExchange(parts: Parts, part: string): void {
  readXml(parts.text(part), {
    open(tag) {
      if (tag === 'ddeLink' || tag === 'oleLink') throw new Refusal('workbook_macros')
    },
  })
}
