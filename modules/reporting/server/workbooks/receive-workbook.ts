import { createHash } from 'node:crypto'
import { unprocessable } from '@opensti/kernel'
import type { FastifyRequest } from 'fastify'
import type { SheetGrid } from '../../domain/workbook/sheet-grid.ts'
import { inspectWorkbook, largestWorkbook } from './inspect-workbook.ts'

/** An uploaded workbook with what was read from it. */
export interface ReceivedWorkbook {
  name: string
  bytes: Buffer
  digest: string
  grids: SheetGrid[]
}

/**
 * Takes the one file of an upload and reads it under guard.
 *
 * @throws `no_file`, `workbook_too_large`, or what `inspectWorkbook` throws.
 */
export async function receiveWorkbook(request: FastifyRequest): Promise<ReceivedWorkbook> {
  const part = await request.file({ limits: { fileSize: largestWorkbook } })
  if (!part) {
    throw unprocessable(
      'no_file',
      { zh: '没有收到文件。', en: 'No file came.' },
      { remedy: { zh: '请选择一个 .xlsx 工作簿。', en: 'Choose an .xlsx workbook.' } },
    )
  }
  const name = part.filename.replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(-160) || 'workbook.xlsx'
  const bytes = await part.toBuffer().catch(() => {
    throw tooLarge(name)
  })
  // Whoever closes the connection wants it no more: the reading ends, and nothing is kept.
  const gone = new AbortController()
  const leave = () => gone.abort()
  request.raw.socket.once('close', leave)
  try {
    return await openWorkbook(name, bytes, gone.signal)
  } finally {
    request.raw.socket.off('close', leave)
  }
}

/** Reads a workbook under guard. */
export async function openWorkbook(name: string, bytes: Buffer, signal?: AbortSignal): Promise<ReceivedWorkbook> {
  const grids = await inspectWorkbook({ name, bytes }, signal)
  return { name, bytes, digest: createHash('sha256').update(bytes).digest('hex'), grids }
}

function tooLarge(name: string) {
  return unprocessable(
    'workbook_too_large',
    { zh: `${name}：文件超过 10 MB。`, en: `${name}: the file is larger than 10 MB.` },
    {
      remedy: {
        zh: '请删除图片和不用的工作表，再上传。',
        en: 'Remove pictures and sheets that are not needed, then upload it again.',
      },
    },
  )
}
