import { ChildStopped, runInChild } from '../child/run-in-child.ts'
import { Refusal, refuse } from './refusals.ts'
import type { WorkbookAnswer, WorkbookRequest } from './workbook-worker.ts'

/** A workbook as it was uploaded; the name is used in messages. */
export interface WorkbookFile {
  bytes: Uint8Array
  name: string
}

export interface WorkbookLimits {
  /** Largest file that is opened. */
  bytes: number
  /** Most cells with content, of all sheets together. */
  cells: number
  /** Resident memory of the child process. */
  memoryMb: number
  milliseconds: number
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  bytes: 32 * 1024 * 1024,
  cells: 500_000,
  memoryMb: 768,
  milliseconds: 20_000,
}

const WORKER = new URL('./workbook-worker.ts', import.meta.url)

/**
 * Has one request answered by the limited child process.
 * @throws AppError (unprocessable) that names the file, the cells and what to do
 */
export async function askWorker(
  file: WorkbookFile,
  request: WorkbookRequest,
  limits: WorkbookLimits,
  signal?: AbortSignal,
): Promise<Exclude<WorkbookAnswer, { kind: 'refused' }>> {
  try {
    if (/\.(xlsm|xltm|xlam)$/i.test(file.name)) throw new Refusal('workbook_macros')
    if (/\.(xls|et|xlsb)$/i.test(file.name)) throw new Refusal('workbook_old')
    if (file.bytes.length > limits.bytes) throw new Refusal('workbook_too_large')
    const answer = await runInChild<WorkbookAnswer>(WORKER, request, limits, { signal })
    if (answer.kind === 'refused') throw new Refusal(answer.code, { cells: answer.cells })
    return answer
  } catch (error) {
    if (error instanceof ChildStopped) throw refuse(new Refusal('workbook_too_hard', { cause: error }), file.name)
    throw error instanceof Refusal ? refuse(error, file.name) : error
  }
}
