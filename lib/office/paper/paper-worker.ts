/** Runs in a process of its own: compiling is native work that nothing in this process could stop. */
import { answerOnce } from '../child/run-in-child.ts'
import { compilePdf } from './compile-pdf.ts'
import { type Drawing, drawPngs } from './draw-pngs.ts'

/** Files by name, as the Typst source finds them, and the moment that stands in the PDF (seconds since 1970). */
export interface PdfRequest {
  kind: 'pdf'
  source: string
  files: Readonly<Record<string, string>>
  madeAt: number
}

export interface PngRequest {
  kind: 'png'
  drawings: readonly Drawing[]
}

export interface MadeFiles {
  kind: 'made'
  files: Uint8Array[]
  /** Of the PDF, or the number of drawings. */
  pages: number
}

export type PaperAnswer = MadeFiles | { kind: 'failed'; reason: string }

async function make(request: PdfRequest | PngRequest): Promise<PaperAnswer> {
  try {
    if (request.kind === 'pdf') {
      const { bytes, pages } = compilePdf(request)
      return { kind: 'made', files: [bytes], pages }
    }
    const files = await drawPngs(request.drawings)
    return { kind: 'made', files, pages: files.length }
  } catch (error) {
    return { kind: 'failed', reason: String(error) }
  }
}

answerOnce(make)
