import type { Bilingual } from '@opensti/kernel'
import { openParts } from './parts.ts'
import { readSheet, type SheetGrid } from './read-sheet.ts'
import { Refusal } from './refusals.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readStructure, type SheetState } from './structure.ts'
import { readNumberFormats } from './styles.ts'

export interface Sheet extends SheetGrid {
  name: string
  state: SheetState
}

export interface Workbook {
  sheets: Sheet[]
  /** What a reader should know: links that were not followed, formulas without a result. */
  warnings: Bilingual[]
}

/**
 * Reads all grids of a workbook. Runs in the child process.
 * @throws Refusal
 */
export function parseWorkbook(bytes: Uint8Array, cellsMost: number): Workbook {
  const parts = openParts(bytes)
  const structure = readStructure(parts)
  const context = {
    strings: readSharedStrings(parts, structure.sharedStrings),
    numberFormats: readNumberFormats(parts, structure.styles),
    isFrom1904: structure.isFrom1904,
  }
  let room = cellsMost
  const sheets = structure.sheets.map(({ name, state, part }): Sheet => {
    const grid = readSheet(parts.text(part), { ...context, cellsMost: room })
    room -= grid.cells.length
    if (room < 0) throw new Refusal('workbook_too_many_cells')
    return { name, state, ...grid }
  })
  return { sheets, warnings: [...linkWarnings(structure.hasExternalLinks), ...formulaWarnings(sheets)] }
}

function linkWarnings(hasExternalLinks: boolean): Bilingual[] {
  if (!hasExternalLinks) return []
  return [
    {
      zh: '工作簿引用了其他文件；没有打开那些文件，引用处是上次保存的数值。',
      en: 'The workbook refers to other files. They were not opened; such cells hold the values last saved.',
    },
  ]
}

function formulaWarnings(sheets: readonly Sheet[]): Bilingual[] {
  const blank = sheets.flatMap(({ name, cells }) =>
    cells.filter(({ hasFormula, value }) => hasFormula && value === null).map(({ address }) => ({ name, address })),
  )
  const first = blank[0]
  if (!first) return []
  return [
    {
      zh: `${blank.length} 个公式还没有计算结果（如“${first.name}”${first.address}）；请在 Excel 或 WPS 中打开并保存一次。`,
      en: `${blank.length} formulas have no result (such as ${first.address} of “${first.name}”): open the file in Excel or WPS and save it once.`,
    },
  ]
}
