import type { CellComment } from './add-comments.ts'
import { askWorker, WORKBOOK_LIMITS, type WorkbookFile, type WorkbookLimits } from './ask-worker.ts'

/**
 * Puts comments beside cells of a workbook; charts, styles and everything else are carried over.
 * @throws AppError (unprocessable) with one detail for each cell that is not there
 */
export async function commentCells(
  file: WorkbookFile,
  comments: readonly CellComment[],
  limits: Partial<WorkbookLimits> = {},
): Promise<Uint8Array> {
  const request = { kind: 'comment', bytes: file.bytes, comments } as const
  const answer = await askWorker(file, request, { ...WORKBOOK_LIMITS, ...limits })
  if (answer.kind !== 'written') throw new Error(`asked to write, was answered “${answer.kind}”`)
  return answer.bytes
}
