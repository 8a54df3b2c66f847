import { AppError } from '@opensti/kernel'
import { readWorkbook, type WorkbookLimits } from '@opensti/office'
import type { SheetGrid } from '../../domain/workbook/sheet-grid.ts'

/** The largest workbook in bytes: forms and tables, not archives of pictures. */
export const largestWorkbook = 10_000_000

const LIMITS: Partial<WorkbookLimits> = {
  bytes: largestWorkbook,
  cells: 200_000,
  memoryMb: 512,
  milliseconds: 15_000,
}

/** So many are read at once, and so many may wait: reading takes a processor of its own, and others need one too. */
const READERS = 2
const WAITING_MOST = 6
let busy = 0
const waiting: (() => void)[] = []

/**
 * Reads the cells of an uploaded workbook in the limited child process. Formulas are not run, links are not followed.
 *
 * @throws `workbook_…` (422) with what is wrong with the file and what to do; `workbooks_busy` (503).
 */
export async function inspectWorkbook(
  file: { name: string; bytes: Buffer },
  signal?: AbortSignal,
): Promise<SheetGrid[]> {
  await takeTurn()
  try {
    const { sheets } = await readWorkbook(file, LIMITS, signal)
    return sheets.map(({ name, state, cells, merges }) => ({
      name,
      hidden: state !== 'visible',
      merges,
      cells: cells.map(({ row, column, kind, value, text, hasFormula, numberFormat }) => ({
        row,
        column,
        kind,
        value,
        text,
        hasFormula,
        isPercent: kind === 'number' && numberFormat.replaceAll(/"[^"]*"|\\./g, '').includes('%'),
      })),
    }))
  } finally {
    busy -= 1
    waiting.shift()?.()
  }
}

async function takeTurn(): Promise<void> {
  while (busy >= READERS) {
    if (waiting.length >= WAITING_MOST) throw allBusy()
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
    })
  }
  busy += 1
}

function allBusy() {
  return new AppError(
    'unavailable',
    'workbooks_busy',
    { zh: '现在上传工作簿的人太多。', en: 'Too many workbooks are being read right now.' },
    { remedy: { zh: '请过半分钟再上传。', en: 'Upload it again in half a minute.' }, retryAfterSeconds: 30 },
  )
}
