/** Runs in a process of its own, so that a hostile file can take nothing but that process with it. */
import { docxToText } from './docx-text.ts'
import { htmlToText } from './html-text.ts'
import { pdfToText } from './pdf/pdf-text.ts'
import { Refusal } from './refusals.ts'

export type ParseRequest = { kind: 'html'; html: string } | { kind: 'docx' | 'pdf'; bytes: Uint8Array }
export type ParseAnswer = { ok: true; text: string } | { ok: false; code: string }

async function parse(request: ParseRequest): Promise<string> {
  if (request.kind === 'html') return htmlToText(request.html)
  return request.kind === 'docx' ? docxToText(request.bytes) : pdfToText(request.bytes)
}

function answer(message: ParseAnswer): void {
  process.send?.(message, () => process.exit(0))
}

process.once('message', (request: ParseRequest) => {
  parse(request).then(
    (text) => answer({ ok: true, text }),
    (error: unknown) => answer({ ok: false, code: error instanceof Refusal ? error.code : 'document_damaged' }),
  )
})
