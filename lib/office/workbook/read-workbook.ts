import { askWorker, WORKBOOK_LIMITS, type WorkbookFile, type WorkbookLimits } from './ask-worker.ts'
import { unpackWorkbook } from './pack-cells.ts'
import type { Workbook } from './parse-workbook.ts'
import type { Cell } from './read-sheet.ts'

/**
 * Reads every sheet of an .xlsx into cells with address, typed value and shown text. Formulas are given by their last
 * result and never run, links to other files are not followed. Parsed in a limited child process.
 * @throws AppError (unprocessable): macros, passwords, old formats, damage, sizes; says what to do
 */
export async function readWorkbook(
  file: WorkbookFile,
  limits: Partial<WorkbookLimits> = {},
  signal?: AbortSignal,
): Promise<Workbook> {
  const within = { ...WORKBOOK_LIMITS, ...limits }
  const answer = await askWorker(file, { kind: 'read', bytes: file.bytes, cellsMost: within.cells }, within, signal)
  if (answer.kind !== 'read') throw new Error(`asked to read, was answered “${answer.kind}”`)
  return unpackWorkbook(answer.workbook)
}

/** The cells of a sheet by address. */
export function byAddress(sheet: { cells: readonly Cell[] }): Map<string, Cell> {
  return new Map(sheet.cells.map((cell) => [cell.address, cell]))
}
