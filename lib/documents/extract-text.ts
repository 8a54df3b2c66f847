import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Bilingual } from '@opensti/kernel'
import { decodeText } from './decode-text.ts'
import { detectKind, type Kind, MEDIA_TYPES } from './detect-kind.ts'
import { parseInChild } from './limited-process.ts'
import { Refusal, refuse } from './refusals.ts'

/** A file as bytes or by path, or text that was pasted. */
export type FileToRead =
  | { bytes: Uint8Array; name: string; mediaType?: string }
  | { path: string; name?: string; mediaType?: string }
  | { pasted: string }

export interface ExtractedText {
  text: string
  mediaType: string
  /** How a text or HTML file was encoded; null for the others. */
  encoding: string | null
  warnings: Bilingual[]
}

export interface ReadingLimits {
  /** Largest file that is opened. */
  bytes: number
  /** Resident memory of the parsing process. */
  memoryMb: number
  milliseconds: number
}

const LIMITS: ReadingLimits = { bytes: 32 * 1024 * 1024, memoryMb: 384, milliseconds: 30_000 }

/**
 * Turns a file into text. For a .txt file the text is the file itself, decoded, so offsets into it are places in the
 * file. HTML, Word and PDF are parsed in a limited process.
 * @throws AppError (unprocessable) that says what is wrong with the file and what to do
 */
export async function extractText(file: FileToRead, limits: Partial<ReadingLimits> = {}): Promise<ExtractedText> {
  if ('pasted' in file) return { text: file.pasted, mediaType: MEDIA_TYPES.text, encoding: null, warnings: [] }
  const name = file.name ?? ('path' in file ? basename(file.path) : '')
  const within = { ...LIMITS, ...limits }
  try {
    const bytes = 'bytes' in file ? file.bytes : await open(file.path, within.bytes)
    if (bytes.length > within.bytes) throw new Refusal('document_too_large')
    if (bytes.length === 0) throw new Refusal('document_empty')
    return await read(detectKind(bytes, name), bytes, within)
  } catch (error) {
    if (error instanceof Refusal) throw refuse(error.code, name, error.cause)
    throw error
  }
}

async function open(path: string, most: number): Promise<Uint8Array> {
  const { size } = await stat(path)
  if (size > most) throw new Refusal('document_too_large')
  return readFile(path)
}

async function read(kind: Kind, bytes: Uint8Array, limits: ReadingLimits): Promise<ExtractedText> {
  const mediaType = MEDIA_TYPES[kind]
  if (kind === 'docx' || kind === 'pdf') {
    const text = await parseInChild({ kind, bytes }, limits)
    if (text.trim() === '') throw new Refusal('document_without_text')
    return { text, mediaType, encoding: null, warnings: [] }
  }
  const { text, encoding, warnings } = decodeText(bytes, kind === 'html' ? declaredCharset(bytes) : undefined)
  if (text.trim() === '') throw new Refusal('document_empty')
  if (kind === 'text') return { text, mediaType, encoding, warnings }
  return { text: await parseInChild({ kind, html: text }, limits), mediaType, encoding, warnings }
}

/** <meta charset="gb2312"> near the beginning of a page. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1]
}
