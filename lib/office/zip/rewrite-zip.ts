import { crc32 } from 'node:zlib'
import { deflateSync } from 'fflate'
import { contentOf, listEntries, type ZipEntry } from './read-zip.ts'

/** What changes in an archive: new content by part name, or null to leave the part out. New names are added at the end. */
export type PartChanges = ReadonlyMap<string, Uint8Array | string | null>

/** 1980-01-01 00:00, the first moment a zip archive can name; used where a real time would make equal papers differ. */
const NO_TIME = { time: 0, date: 0x21, attributes: 0 }
const UTF8_NAMES = 0x0800

interface Packed {
  name: string
  method: number
  crc: number
  size: number
  content: Uint8Array
  stamp: ZipEntry['stamp']
}

/**
 * Writes the archive anew with some parts changed. Every other part keeps its packed bytes, its order and its time.
 * Changed parts are packed by fflate, whose output does not depend on the zlib that the runtime brings.
 */
export function rewriteZip(bytes: Uint8Array, changes: PartChanges): Uint8Array {
  const entries = listEntries(bytes)
  const names = new Set(entries.map(({ name }) => name))
  const kept = entries.flatMap((entry): Packed[] => {
    const change = changes.get(entry.name)
    if (change === null) return []
    if (change !== undefined) return [pack(entry.name, change, entry.stamp)]
    return [{ ...entry, content: bytes.subarray(entry.from, entry.until) }]
  })
  const added = [...changes].flatMap(([name, content]) =>
    names.has(name) || content === null ? [] : [pack(name, content, NO_TIME)],
  )
  return writeZip([...kept, ...added])
}

/** Packs an archive of our own anew, with fixed times, so that equal content gives equal bytes. */
export function withoutTimes(bytes: Uint8Array, changes: PartChanges = new Map()): Uint8Array {
  const changed = rewriteZip(bytes, changes)
  return writeZip(listEntries(changed).map((entry) => pack(entry.name, contentOf(changed, entry), NO_TIME)))
}

function pack(name: string, content: Uint8Array | string, stamp: ZipEntry['stamp']): Packed {
  const plain = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { name, method: 8, crc: crc32(plain), size: plain.length, content: deflateSync(plain), stamp }
}

function writeZip(parts: readonly Packed[]): Uint8Array {
  const blocks: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const name = new TextEncoder().encode(part.name)
    const local = header(0x04034b50, 30, part, name, 4)
    directory.push(directoryEntry(part, name, offset), name)
    blocks.push(local, name, part.content)
    offset += local.length + name.length + part.content.length
  }
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, parts.length, true)
  end.setUint16(10, parts.length, true)
  end.setUint32(12, directorySize, true)
  end.setUint32(16, offset, true)
  return Buffer.concat([...blocks, ...directory, new Uint8Array(end.buffer)])
}

/** The fields that local header and directory entry share, from `at` on. */
function header(signature: number, length: number, part: Packed, name: Uint8Array, at: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(length))
  view.setUint32(0, signature, true)
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, UTF8_NAMES, true)
  view.setUint16(at + 4, part.method, true)
  view.setUint16(at + 6, part.stamp.time, true)
  view.setUint16(at + 8, part.stamp.date, true)
  view.setUint32(at + 10, part.crc, true)
  view.setUint32(at + 14, part.content.length, true)
  view.setUint32(at + 18, part.size, true)
  view.setUint16(at + 22, name.length, true)
  return new Uint8Array(view.buffer)
}

function directoryEntry(part: Packed, name: Uint8Array, offset: number): Uint8Array {
  const entry = header(0x02014b50, 46, part, name, 6)
  const view = new DataView(entry.buffer)
  view.setUint16(4, 20, true)
  view.setUint32(38, part.stamp.attributes, true)
  view.setUint32(42, offset, true)
  return entry
}
