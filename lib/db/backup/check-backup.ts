import { createHash, type Hash } from 'node:crypto'
import { readArchive } from './archive.ts'
import { isDataFile } from './data-files.ts'
import { contentsOf } from './digest.ts'
import type { Opener } from './keys.ts'
import { BackupHead, BackupManifest, backupFormat, entryNames, readEntryName } from './manifest.ts'
import { refusals } from './refusals.ts'

export interface CheckedBackup {
  head: BackupHead
  manifest: BackupManifest
}

interface Seen {
  rows: number
  bytes: number
  hash: Hash
}

/**
 * Reads a backup to its end and compares everything in it with what it says of itself. Needs no database.
 *
 * @throws a refusal that says what is wrong.
 */
export async function checkBackup(file: string, opener: Opener): Promise<CheckedBackup> {
  let head: BackupHead | undefined
  let manifest: BackupManifest | undefined
  const tables = new Map<string, Seen>()
  const files = new Map<string, Seen>()
  for await (const { name, bytes } of readArchive(file, opener)) {
    if (!head) {
      head = readHead(file, name, bytes)
    } else if (name === entryNames.manifest) {
      manifest = BackupManifest.parse(JSON.parse(bytes.toString('utf8')))
    } else {
      const entry = readEntryName(name)
      if (!entry || manifest || (entry.kind === 'file' && !isDataFile(entry.name))) {
        throw refusals.damaged(file, { zh: `多出一项 ${name}`, en: `it has an entry too many, ${name}` })
      }
      const seen = entry.kind === 'table' ? tables : files
      count(seen, entry.name, bytes, entry.kind === 'table')
    }
  }
  if (!head || !manifest) throw refusals.damaged(file, { zh: '没有写完', en: 'it was not written to its end' })
  compare(
    file,
    'tables',
    tables,
    manifest.tables.map((one) => ({ ...one, key: one.name })),
  )
  compare(
    file,
    'files',
    files,
    manifest.files.map((one) => ({ ...one, key: one.path, rows: 0 })),
  )
  if (contentsOf(manifest.tables, manifest.sequences).digest !== manifest.digest) {
    throw refusals.damaged(file, { zh: '总摘要不符', en: 'the digest over all contents does not fit' })
  }
  return { head, manifest }
}

function readHead(file: string, name: string, bytes: Buffer): BackupHead {
  if (name !== entryNames.head) throw refusals.notABackup(file)
  const said = JSON.parse(bytes.toString('utf8')) as { format?: unknown }
  if (typeof said.format === 'number' && said.format > backupFormat) {
    throw refusals.newer(file, `format ${said.format}`)
  }
  return BackupHead.parse(said)
}

function count(all: Map<string, Seen>, key: string, bytes: Buffer, isTable: boolean): void {
  const seen = all.get(key) ?? { rows: 0, bytes: 0, hash: createHash('sha256') }
  all.set(key, seen)
  seen.bytes += bytes.length
  seen.hash.update(bytes)
  // In COPY text a line end is always the end of a row.
  if (isTable) for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) seen.rows += 1
}

function compare(
  file: string,
  kind: 'tables' | 'files',
  seen: ReadonlyMap<string, Seen>,
  wanted: readonly { key: string; rows: number; bytes: number; sha256: string }[],
): void {
  for (const { key, rows, bytes, sha256 } of wanted) {
    const found = seen.get(key)
    const fits = found
      ? found.bytes === bytes && found.rows === rows && found.hash.digest('hex') === sha256
      : kind === 'tables' && rows === 0
    if (!fits) throw refusals.damaged(file, { zh: `${key} 与清单不符`, en: `${key} is not what the manifest says` })
  }
  const known = new Set(wanted.map((one) => one.key))
  const extra = [...seen.keys()].find((key) => !known.has(key))
  if (extra) throw refusals.damaged(file, { zh: `清单里没有 ${extra}`, en: `the manifest does not know ${extra}` })
}
