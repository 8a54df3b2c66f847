import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { findKnownFile } from '@opensti/publication'
import { withDatabase } from './with-database.ts'

/** `opensti verify FILE`: whether a file is a released or issued paper, byte by byte. Ends with 1 when it is not, or was taken down. */
export async function verifyPaper(file: string): Promise<void> {
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex')
  const known = await withDatabase((db) => findKnownFile(db, digest))
  process.stdout.write(`SHA-256 ${digest}\n`)
  if (known) {
    const name = [known.region.zh, known.title.zh, known.what.zh, known.fileName].filter(Boolean).join(' ')
    const { withdrawn } = known
    process.stdout.write(
      withdrawn
        ? `曾是公开的原件，${withdrawn.day}撤下，原因：${withdrawn.because} Was the public original, taken down: ${name}\n`
        : `是原件 The original: ${name}\n`,
    )
    if (withdrawn) process.exitCode = 1
    return
  }
  process.stdout.write('不认识这个文件：没有已公开的文件是这个摘要。 Not known: no published file has this digest.\n')
  process.exitCode = 1
}
