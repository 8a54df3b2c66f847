/** Office files in and out: workbooks and official papers. Knows nothing of what they are about. */
export type { Chart } from './chart/chart.ts'
export { chartSvg } from './chart/chart-svg.ts'
export type { PaperLimits } from './paper/ask-paper-worker.ts'
export { type MadePdf, makePdf, type PaperOptions } from './paper/make-pdf.ts'
export { makeWord } from './paper/make-word.ts'
export type {
  OfficialPaper,
  PaperBlock,
  PaperHeading,
  PaperParagraph,
  PaperPicture,
  PaperTable,
} from './paper/paper.ts'
export type { CellComment } from './workbook/add-comments.ts'
export { addressOf, columnName, findRange, findSpot, type Range, type Spot } from './workbook/addresses.ts'
export type { WorkbookFile, WorkbookLimits } from './workbook/ask-worker.ts'
export { commentCells } from './workbook/comment-cells.ts'
export type { CellValue, CellWrite } from './workbook/edit-sheet.ts'
export { makeWorkbook, type NewChart, type NewColumn, type NewSheet } from './workbook/make-workbook.ts'
export type { Sheet, Workbook } from './workbook/parse-workbook.ts'
export type { Cell, CellKind } from './workbook/read-sheet.ts'
export { byAddress, readWorkbook } from './workbook/read-workbook.ts'
export { type WriteOptions, writeCells } from './workbook/write-cells.ts'
