import mammoth from 'mammoth'
import { htmlToText } from './html-text.ts'
import { Refusal } from './refusals.ts'
import { checkParts, listEntries } from './zip-entries.ts'

/** The text of a Word file: paragraphs as lines, tables as rows of tabs. Pictures are not opened. */
export async function docxToText(bytes: Uint8Array): Promise<string> {
  checkParts(bytes, listEntries(bytes))
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage, includeDefaultStyleMap: true },
    )
    return htmlToText(value)
  } catch (error) {
    throw new Refusal('document_damaged', error)
  }
}
