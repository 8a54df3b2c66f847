import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  name: string
  method: number
  flags: number
  crc: number
  compressedSize: number
  /** As the archive claims; `contentOf` holds it to that. */
  size: number
  /** Where the packed content lies in the file: [from, until). */
  from: number
  until: number
  /** Time, date and attributes as the directory has them, for carrying over. */
  stamp: { time: number; date: number; attributes: number }
}

export type ZipFaultCode = 'damaged' | 'bomb' | 'encrypted' | 'paths'

/** An archive that no office program writes. */
export class ZipFault extends Error {
  readonly code: ZipFaultCode

  constructor(code: ZipFaultCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

const MOST_ENTRIES = 4000
const LARGEST_TOTAL = 200 * 1024 * 1024
const LARGEST_PART = 64 * 1024 * 1024
/** Above this a part is folded as no table is; small parts may be (a megabyte of equal rows is not yet harm). */
const HIGHEST_RATIO = 250
const RATIO_FROM = 1024 * 1024

/**
 * Lists an archive from its directory. Refused: too many parts, sizes or ratios beyond reason, overlapping parts,
 * encryption, names that lead out of the archive or appear twice.
 * @throws ZipFault
 */
export function listEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count === 0xffff || count > MOST_ENTRIES) throw new ZipFault('bomb')
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw new ZipFault('damaged')
    const nameLength = view.getUint16(at + 28, true)
    entries.push(readEntry(view, at, nameLength))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  checkNames(entries)
  checkSizes(entries, bytes.length)
  return entries
}

/** The unfolded content of one part, never more than the directory claims. */
export function contentOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = bytes.subarray(entry.from, entry.until)
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new ZipFault('damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (error) {
    const isLarger = error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new ZipFault(isLarger ? 'bomb' : 'damaged', error)
  }
}

function readEntry(view: DataView, at: number, nameLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true)
  if (flags & 1) throw new ZipFault('encrypted')
  const compressedSize = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) throw new ZipFault('damaged')
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (at + 46 + nameLength > view.byteLength) throw new ZipFault('damaged')
  return {
    name: Buffer.from(view.buffer, view.byteOffset + at + 46, nameLength).toString('utf8'),
    method: view.getUint16(at + 10, true),
    flags,
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size: view.getUint32(at + 24, true),
    from,
    until: from + compressedSize,
    stamp: {
      time: view.getUint16(at + 12, true),
      date: view.getUint16(at + 14, true),
      attributes: view.getUint32(at + 38, true),
    },
  }
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 66_000); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new ZipFault('damaged')
}

/** Names differ by more than case, because office programs do not tell case apart. */
function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>()
  for (const { name } of entries) {
    const leadsOut = name.split('/').includes('..') || /^\/|^[a-z]:|[\\\0\ufffd]/i.test(name)
    if (leadsOut || seen.has(name.toLowerCase())) throw new ZipFault('paths')
    seen.add(name.toLowerCase())
  }
}

function checkSizes(entries: readonly ZipEntry[], fileSize: number): void {
  let total = 0
  let packed = 0
  for (const { size, compressedSize, until, method } of entries) {
    if (until > fileSize || (method === 0 && size !== compressedSize)) throw new ZipFault('damaged')
    if ((size > RATIO_FROM && size > compressedSize * HIGHEST_RATIO) || size > LARGEST_PART) throw new ZipFault('bomb')
    total += size
    packed += compressedSize
  }
  // Parts that overlap let a small file claim more than it holds.
  if (total > LARGEST_TOTAL || packed > fileSize) throw new ZipFault('bomb')
}
