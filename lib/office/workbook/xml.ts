import { SaxesParser } from 'saxes'
import { Refusal } from './refusals.ts'

export interface XmlReader {
  /** `name` without prefix; `start` and `end` are offsets of the tag in the source. */
  open?(name: string, attributes: Record<string, string>, tag: XmlTag): void
  close?(name: string, tag: XmlTag): void
  text?(text: string): void
}

export interface XmlTag {
  start: number
  end: number
  isEmpty: boolean
}

/**
 * Reads XML strictly and in one pass. Document types are refused, so nothing can be declared, expanded or fetched.
 * @throws Refusal workbook_damaged
 */
export function readXml(source: string, reader: XmlReader): void {
  const parser = new SaxesParser({ position: false })
  const fail = (cause: unknown): never => {
    throw new Refusal('workbook_damaged', { cause })
  }
  parser.on('error', fail)
  parser.on('doctype', () => fail(new Error('document type')))
  // A tag holds no "<" but its first, so its beginning is found from its end.
  const tagAt = (end: number, isEmpty: boolean) => ({ start: source.lastIndexOf('<', end - 1), end, isEmpty })
  if (reader.open) {
    parser.on('opentag', (tag) =>
      reader.open?.(
        localName(tag.name),
        tag.attributes as Record<string, string>,
        tagAt(parser.position, tag.isSelfClosing),
      ),
    )
  }
  if (reader.close) {
    parser.on('closetag', (tag) => reader.close?.(localName(tag.name), tagAt(parser.position, tag.isSelfClosing)))
  }
  if (reader.text) {
    parser.on('text', (text) => reader.text?.(text))
    parser.on('cdata', (text) => reader.text?.(text))
  }
  parser.write(source).close()
}

/** The value of an attribute whatever prefix its namespace was given: `r:id`, `rel:id`. */
export function prefixed(attributes: Record<string, string>, name: string): string | undefined {
  const key = Object.keys(attributes).find((one) => one.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}

/** Is an XML schema boolean set? */
export function isSet(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
