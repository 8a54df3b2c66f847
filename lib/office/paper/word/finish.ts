import { escapeXml } from '../../workbook/xml.ts'
import { contentOf, listEntries } from '../../zip/read-zip.ts'
import { withoutTimes } from '../../zip/rewrite-zip.ts'
import { fontTable } from './fonts.ts'

interface Properties {
  title: string
  author: string
  madeAt: Date
}

/**
 * Says in the file what the library cannot: substitutes for fonts, no gaps between Chinese and figures, lines that
 * may stand alone (a page has its 22), punctuation that closes up, and the moment that was asked for instead of now.
 */
export function finish(bytes: Uint8Array, properties: Properties): Uint8Array {
  const texts = new Map(listEntries(bytes).map((entry) => [entry.name, () => read(contentOf(bytes, entry))]))
  const edited = (name: string, from: string, to: string): [string, string] => {
    const text = texts.get(name)?.() ?? ''
    if (!text.includes(from)) throw new Error(`${name} has no ${from}`)
    return [name, text.replace(from, to)]
  }
  const noGaps = '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>'
  return withoutTimes(
    bytes,
    new Map([
      edited(
        'word/styles.xml',
        '<w:name w:val="Normal"/><w:qFormat/>',
        `<w:name w:val="Normal"/><w:qFormat/>${noGaps}`,
      ),
      edited('word/settings.xml', '<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'),
      ['docProps/core.xml', coreProperties(properties)],
      ['word/fontTable.xml', fontTable()],
    ]),
  )
}

function read(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function coreProperties({ title, author, madeAt }: Properties): string {
  const at = madeAt.toISOString().replace(/\.\d+Z$/, 'Z')
  const said = escapeXml(author.toWellFormed())
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${said}</dc:creator><cp:lastModifiedBy>${said}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
}
