import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js'
import { Refusal } from '../refusals.ts'
import { joinPages, type PageText, type TextPiece } from './join-lines.ts'
import { withoutRadicals } from './radicals.ts'

const require = createRequire(import.meta.url)
const home = dirname(require.resolve('pdfjs-dist/package.json'))

/**
 * The library wants matrices for drawing when it is loaded. Nothing is drawn here, and the native canvas it would
 * take them from may not be loaded in the limited process.
 */
class NoMatrix {}

/** The text of a PDF that has text: lines put together from positions, paragraphs from lines. */
export async function pdfToText(bytes: Uint8Array): Promise<string> {
  Object.assign(globalThis, { DOMMatrix: NoMatrix })
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: join(home, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(home, 'standard_fonts') + sep,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const pages: PageText[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push({ height: page.view[3]! - page.view[1]!, pieces: items.flatMap(asPiece) })
      page.cleanup()
    }
    const text = joinPages(pages)
    // A scan often carries a few stamped characters; a document has words on its pages.
    if (text.replace(/\s/g, '').length < Math.max(10, document.numPages * 5)) throw new Refusal('document_without_text')
    return text
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal((error as Error).name === 'PasswordException' ? 'document_encrypted' : 'document_damaged', error)
  } finally {
    await task.destroy()
  }
}

function asPiece(item: TextItem | TextMarkedContent): TextPiece[] {
  if (!('str' in item) || item.str.trim() === '') return []
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
  return [{ text: withoutRadicals(item.str), x, y, width: item.width, size: Math.hypot(c, d) || item.height || 10 }]
}
