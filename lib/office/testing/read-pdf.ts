import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The words of each page without white space, and the names of its fonts. */
export async function readPdf(bytes: Uint8Array): Promise<{ pages: string[]; fonts: string[] }> {
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    )
  }
  const fonts = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\/BaseFont\s*\/([\w+-]+)/g)
  return { pages, fonts: [...new Set([...fonts].map(([, name]) => name!))] }
}
