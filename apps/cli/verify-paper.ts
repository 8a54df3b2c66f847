import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { findByDigest } from '@opensti/evaluation'
import { withDatabase } from './with-database.ts'

/** `opensti verify FILE`: whether a file is a published paper, byte by byte. Ends with 1 when it is not. */
export async function verifyPaper(file: string): Promise<void> {
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex')
  const known = await withDatabase((db) => findByDigest(db, digest))
  process.stdout.write(`SHA-256 ${digest}\n`)
  if (known) {
    process.stdout.write(`是原件 The original: ${known.region.zh} ${known.title} ${known.what.zh} (${known.format})\n`)
    return
  }
  process.stdout.write('不认识这个文件：没有已公开的文件是这个摘要。 Not known: no published file has this digest.\n')
  process.exitCode = 1
}
