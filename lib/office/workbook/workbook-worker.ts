/** Runs in a process of its own, so that a hostile workbook can take nothing but that process with it. */
import { answerOnce } from '../child/run-in-child.ts'
import { addComments, type CellComment } from './add-comments.ts'
import type { CellWrite } from './edit-sheet.ts'
import { editWorkbook } from './edit-workbook.ts'
import { type PackedWorkbook, packWorkbook } from './pack-cells.ts'
import { parseWorkbook } from './parse-workbook.ts'
import { type CellFault, Refusal, type RefusalCode } from './refusals.ts'

export type WorkbookRequest =
  | { kind: 'read'; bytes: Uint8Array; cellsMost: number }
  | { kind: 'write'; bytes: Uint8Array; writes: readonly CellWrite[]; overwriteFormulas: boolean }
  | { kind: 'comment'; bytes: Uint8Array; comments: readonly CellComment[] }

export type WorkbookAnswer =
  | { kind: 'read'; workbook: PackedWorkbook }
  | { kind: 'written'; bytes: Uint8Array }
  | { kind: 'refused'; code: RefusalCode; cells: readonly CellFault[] }

answerOnce((request: WorkbookRequest): WorkbookAnswer => {
  try {
    if (request.kind === 'read')
      return { kind: 'read', workbook: packWorkbook(parseWorkbook(request.bytes, request.cellsMost)) }
    if (request.kind === 'comment') return { kind: 'written', bytes: addComments(request.bytes, request.comments) }
    return { kind: 'written', bytes: editWorkbook(request.bytes, request.writes, request.overwriteFormulas) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, cells: error.cells }
    return { kind: 'refused', code: 'workbook_damaged', cells: [] }
  }
})
