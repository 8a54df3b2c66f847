import { contentOf, listEntries, type ZipEntry, ZipFault } from '../zip/read-zip.ts'
import { Refusal } from './refusals.ts'
import { prefixed, readXml } from './xml.ts'

/** The parts of an office file and what they refer to. */
export interface Parts {
  bytes: Uint8Array
  names: ReadonlySet<string>
  /** The XML of a part. @throws Refusal workbook_damaged when it is not there or not UTF-8 */
  text(name: string): string
}

/** A reference from one part to another of the same file. What lies outside is never followed. */
export interface Relation {
  id: string
  /** Last word of its type: "worksheet", "styles", "calcChain". */
  kind: string
  target: string
}

const CONTAINER = '\xd0\xcf\x11\xe0'

/**
 * Opens the container of an .xlsx and refuses everything that is not a plain one.
 * @throws Refusal
 */
export function openParts(bytes: Uint8Array): Parts {
  if (bytes.length === 0) throw new Refusal('workbook_empty')
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (magic === CONTAINER) throw new Refusal(isEncryptedOffice(bytes) ? 'workbook_encrypted' : 'workbook_old')
  if (!magic.startsWith('PK')) throw new Refusal('workbook_type_unknown')
  const entries = new Map(asRefusal(() => listEntries(bytes)).map((entry) => [entry.name, entry]))
  refuseActiveContent(entries)
  return {
    bytes,
    names: new Set(entries.keys()),
    text(name) {
      const entry = entries.get(name)
      if (!entry) throw new Refusal('workbook_damaged', { cause: new Error(`no part ${name}`) })
      return decode(asRefusal(() => contentOf(bytes, entry)))
    },
  }
}

/** What a part refers to within the file; empty when it refers to nothing. */
export function relationsOf(parts: Parts, name: string): Relation[] {
  const relations: Relation[] = []
  const path = relationsPath(name)
  if (!parts.names.has(path)) return relations
  readXml(parts.text(path), {
    open(tag, { Id, Type = '', Target, TargetMode }) {
      if (tag !== 'Relationship' || !Id || Target === undefined || TargetMode === 'External') return
      relations.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(name, Target) })
    },
  })
  return relations
}

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels"; the file itself ("") → "_rels/.rels" */
export function relationsPath(name: string): string {
  const slash = name.lastIndexOf('/') + 1
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`
}

/** The attribute that names a relation (`r:id`), whatever its prefix is. */
export function relationId(attributes: Record<string, string>): string | undefined {
  return prefixed(attributes, 'id')
}

function resolve(from: string, target: string): string {
  return new URL(target, `https://parts/${from}`).pathname.slice(1)
}

function refuseActiveContent(entries: ReadonlyMap<string, ZipEntry>): void {
  const names = [...entries.keys()]
  if (names.some((name) => /vbaProject|^xl\/(macrosheets|activeX)\//i.test(name))) throw new Refusal('workbook_macros')
  if (entries.has('xl/workbook.bin')) throw new Refusal('workbook_old')
  if (!entries.has('[Content_Types].xml') || !names.some((name) => /^xl\//.test(name)))
    throw new Refusal('workbook_type_unknown')
}

/** Encrypted Office files are a container with a stream of this name in UTF-16. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  const wanted = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_000_000)).includes(wanted)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Refusal('workbook_damaged', { cause })
  }
}

function asRefusal<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof ZipFault) throw new Refusal(`workbook_${error.code}`, { cause: error })
    throw error
  }
}
