import type { Bilingual } from '@opensti/kernel'
import { Refusal } from './refusals.ts'

export interface DecodedText {
  text: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
  warnings: Bilingual[]
}

/** A few broken characters are damage to report; more than this share means another encoding. */
const MOST_BROKEN = 0.01

/**
 * Decodes text strictly: by its byte order mark, as UTF-8, then as GB18030 where the bytes look like Chinese.
 * Nothing is guessed into unreadable characters; what fits no encoding is refused.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly('utf-16be', bytes)
  const utf8 = attempt('utf-8', bytes)
  if (utf8 !== null) return accept({ text: utf8, encoding: 'utf-8', warnings: [] })
  const cut = withoutCutCharacter(bytes)
  if (cut) return accept({ text: cut, encoding: 'utf-8', warnings: [CUT_OFF] })
  const wide = utf16WithoutMark(bytes)
  if (wide) return strictly(wide, bytes)
  const broken = mostlyUtf8(bytes)
  if (broken !== null) return accept({ text: broken, encoding: 'utf-8', warnings: [BROKEN] })
  if (/^gb/i.test(declared ?? '') || looksLikeGb(bytes)) return strictly('gb18030', bytes)
  throw new Refusal('document_not_text')
}

const CUT_OFF: Bilingual = {
  zh: '文件在一个汉字中间截断，末尾可能缺失内容。请核对原文件。',
  en: 'The file breaks off inside a character; its end may be missing. Compare it with the original.',
}
const BROKEN: Bilingual = {
  zh: '文件中有少量字节无法识别，已标为“\ufffd”。请核对原文件。',
  en: 'A few bytes cannot be read and are shown as “\ufffd”. Compare with the original file.',
}

function attempt(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function strictly(encoding: DecodedText['encoding'], bytes: Uint8Array): DecodedText {
  const text = attempt(encoding, bytes)
  if (text === null) throw new Refusal('document_not_text')
  return accept({ text, encoding, warnings: [] })
}

/** Control characters other than blanks mean that this is no text at all. */
function accept(decoded: DecodedText): DecodedText {
  let controls = 0
  const sample = decoded.text.slice(0, 100_000)
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) controls++
  }
  if (controls > sample.length * 0.002) throw new Refusal('document_not_text')
  return decoded
}

/** UTF-8 that lacks the last bytes of its last character. */
function withoutCutCharacter(bytes: Uint8Array): string | null {
  for (let missing = 1; missing <= 3; missing++) {
    if ((bytes[bytes.length - missing] ?? 0) < 0xc0) continue
    return attempt('utf-8', bytes.subarray(0, bytes.length - missing))
  }
  return null
}

/** UTF-8 with a few broken bytes; other encodings read as UTF-8 break nearly everywhere. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.split('\ufffd').length - 1
  const chinese = /[\u4e00-\u9fff]/.test(text)
  return chinese && broken < text.length * MOST_BROKEN ? text : null
}

/** UTF-16 without a mark shows as a zero in every second byte of blanks, digits and line ends. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0]
  const sample = Math.min(bytes.length, 20_000) & ~1
  for (let i = 0; i < sample; i++) if (bytes[i] === 0) zeros[i & 1]!++
  if (zeros[0]! + zeros[1]! < sample / 200) return null
  if (zeros[1]! > zeros[0]! * 3) return 'utf-16le'
  return zeros[0]! > zeros[1]! * 3 ? 'utf-16be' : null
}

/** Official Chinese stays almost wholly in the first levels of GB 2312; other double-byte codes do not. */
function looksLikeGb(bytes: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  for (let i = 0; i < Math.min(bytes.length, 200_000); i++) {
    const lead = bytes[i]!
    if (lead < 0x80) continue
    const trail = bytes[++i] ?? 0
    pairs++
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa9))) common++
  }
  return pairs > 0 && common > pairs * 0.9
}
