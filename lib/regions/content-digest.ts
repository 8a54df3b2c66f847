import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A fingerprint of every content file below a folder. Equal fingerprints mean that loading again would change nothing,
 * so a start can skip reading the regions: this takes milliseconds where reading takes half a second.
 */
export function contentDigest(root: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}
