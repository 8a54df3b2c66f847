import { askWorker, WORKBOOK_LIMITS, type WorkbookFile, type WorkbookLimits } from './ask-worker.ts'
import type { CellWrite } from './edit-sheet.ts'

export interface WriteOptions {
  /** Put values in the place of formulas as well. */
  overwriteFormulas?: boolean
  limits?: Partial<WorkbookLimits>
}

/**
 * Writes values into a workbook in place: only the XML of cells changes, every other part (charts, pictures, fonts,
 * print set-up) is carried over byte by byte. All cells are written or none.
 * @throws AppError (unprocessable) with one detail for each cell that cannot be written: formula, merged, unknown sheet
 */
export async function writeCells(
  file: WorkbookFile,
  writes: readonly CellWrite[],
  { overwriteFormulas = false, limits = {} }: WriteOptions = {},
): Promise<Uint8Array> {
  const request = { kind: 'write', bytes: file.bytes, writes, overwriteFormulas } as const
  const answer = await askWorker(file, request, { ...WORKBOOK_LIMITS, ...limits })
  if (answer.kind !== 'written') throw new Error(`asked to write, was answered “${answer.kind}”`)
  return answer.bytes
}
