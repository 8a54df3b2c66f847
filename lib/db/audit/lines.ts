import { createHash } from 'node:crypto'
import { canonicalJson } from '../json.ts'

/** An entry as it is digested and exported. Times and detail are the database's own text, so that nothing is rounded. */
export interface AuditLine {
  type: 'entry'
  id: string
  at: string
  actor: string | null
  session: string | null
  action: string
  region: string | null
  object_kind: string | null
  object_id: string | null
  detail: string
  request_id: string | null
}

/** A seal as it is exported: everything but the signature is signed. */
export interface SealLine {
  type: 'seal'
  number: number
  first: number
  last: number
  digest: string
  previous: string
  sealed_at: string
  signature: string
}

export const noSealBefore = '0'.repeat(64)

/**
 * The digest of a batch: SHA-256 over the seal before it, the place where it begins, and every line in order, each with
 * its length, so that no two batches have the same text.
 */
export function digestBatch(previous: string, first: number) {
  const hash = createHash('sha256').update(`opensti audit 1\n${previous}\n${first}\n`)
  return {
    add(line: AuditLine): void {
      const text = canonicalJson(line)
      hash.update(`${Buffer.byteLength(text)}:${text}\n`)
    },
    finish: (): string => hash.digest('hex'),
  }
}

/** The text that a seal's signature is made over. */
export function sealText(seal: Omit<SealLine, 'signature'>): Buffer {
  const { type, number, first, last, digest, previous, sealed_at } = seal
  return Buffer.from(canonicalJson({ type, number, first, last, digest, previous, sealed_at }))
}

/** What the next seal refers to, and what is kept outside the database: it covers the signature too. */
export function headOf(seal: SealLine): string {
  return createHash('sha256').update(sealText(seal)).update(seal.signature).digest('hex')
}
