import { Refusal } from './refusals.ts'
import { listEntries } from './zip-entries.ts'

export type Kind = 'text' | 'html' | 'docx' | 'pdf'

export const MEDIA_TYPES: Record<Kind, string> = {
  text: 'text/plain',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

const EXTENSIONS: Record<string, Kind> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  csv: 'text',
  html: 'html',
  htm: 'html',
  docx: 'docx',
  pdf: 'pdf',
}

/** What a file is by its first bytes; a name that says otherwise is refused rather than believed. */
export function detectKind(bytes: Uint8Array, name: string): Kind {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase()
  const named = extension ? EXTENSIONS[extension] : undefined
  const found = byContent(bytes)
  if (found === null) {
    if (extension && !named) throw new Refusal('document_type_unknown')
    if (named === 'docx' || named === 'pdf')
      throw new Refusal(bytes.length < 100 ? 'document_damaged' : 'document_type_mismatch')
    return named ?? (looksLikeHtml(bytes) ? 'html' : 'text')
  }
  if (named && named !== found) throw new Refusal('document_type_mismatch')
  return found
}

/** Files that show what they are; null for anything that may be text. */
function byContent(bytes: Uint8Array): Kind | null {
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return zipKind(bytes)
  if (startsWith(bytes, '\xd0\xcf\x11\xe0'))
    throw new Refusal(isEncryptedOffice(bytes) ? 'document_encrypted' : 'document_old_word')
  if (startsWith(bytes, '{\\rtf')) throw new Refusal('document_old_word')
  if (PICTURES.some((magic) => startsWith(bytes, magic))) throw new Refusal('document_type_unknown')
  if (latin(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf'
  return null
}

const PICTURES = [
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'BM6',
  'II*\x00',
  'MM\x00*',
  'RIFF',
  '\x7fELF',
  'MZ\x90',
  '\x1f\x8b',
  'Rar!',
  '7z\xbc\xaf',
]

function zipKind(bytes: Uint8Array): Kind {
  const names = new Set(listEntries(bytes).map(({ name }) => name))
  if (names.has('word/vbaProject.bin') || names.has('word/vbaData.xml')) throw new Refusal('document_macros')
  if (names.has('word/document.xml')) return 'docx'
  if ([...names].some((name) => /^(xl|ppt)\//.test(name))) throw new Refusal('document_spreadsheet')
  throw new Refusal('document_type_unknown')
}

/** Encrypted Office files are a container with a stream of this name in UTF-16. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  const wanted = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_000_000)).includes(wanted)
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  return /^\s*(<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<(!doctype )?html)/i.test(
    latin(bytes.subarray(0, 512)).replace(/^\xef\xbb\xbf/, ''),
  )
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return latin(bytes.subarray(0, magic.length)) === magic
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
