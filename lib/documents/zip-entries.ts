import { inflateRawSync } from 'node:zlib'
import { Refusal } from './refusals.ts'

export interface ZipEntry {
  name: string
  compressedSize: number
  /** As the archive claims. */
  size: number
  /** Where its local header begins. */
  offset: number
  method: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

const MOST_ENTRIES = 4000
const LARGEST_TOTAL = 200 * 1024 * 1024
const LARGEST_PART = 64 * 1024 * 1024
const HIGHEST_RATIO = 250

/**
 * Lists an archive from its directory and refuses what no office program writes: too many parts, sizes beyond
 * reason, encryption, parts that lie outside the file.
 */
export function listEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count === 0xffff || count > MOST_ENTRIES) throw new Refusal('document_bomb')
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw new Refusal('document_damaged')
    if (view.getUint16(at + 8, true) & 1) throw new Refusal('document_encrypted')
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8'),
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  checkSizes(entries, bytes.length)
  return entries
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 66_000); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new Refusal('document_damaged')
}

function checkSizes(entries: readonly ZipEntry[], fileSize: number): void {
  let total = 0
  let packed = 0
  for (const { size, compressedSize, offset } of entries) {
    if (offset + compressedSize > fileSize) throw new Refusal('document_damaged')
    const isFolded = size > 1024 * 1024 && size > compressedSize * HIGHEST_RATIO
    if (isFolded || size > LARGEST_PART) throw new Refusal('document_bomb')
    total += size
    packed += compressedSize
  }
  // Parts that overlap let a small file claim more than it holds.
  if (total > LARGEST_TOTAL || packed > fileSize) throw new Refusal('document_bomb')
}

/** Unfolds each XML part within its claimed size: an archive that lies about its sizes is refused before it is parsed. */
export function checkParts(bytes: Uint8Array, entries: readonly ZipEntry[]): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (const entry of entries) {
    if (entry.method === 0 || !/\.(xml|rels)$/i.test(entry.name)) continue
    if (entry.method !== 8 || view.getUint32(entry.offset, true) !== LOCAL) throw new Refusal('document_damaged')
    const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
    try {
      inflateRawSync(bytes.subarray(from, from + entry.compressedSize), { maxOutputLength: Math.max(1, entry.size) })
    } catch (error) {
      const tooLarge = error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      throw new Refusal(tooLarge ? 'document_bomb' : 'document_damaged', error)
    }
  }
}
