import { createReadStream, existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pieceSize } from './archive.ts'

/**
 * What the data folder holds besides the office's files: the database itself, what belongs to this machine and this run,
 * and the passwords of the database's roles, of which a fresh server makes its own.
 */
const ownedByTheServer =
  /^(cluster(\.new)?|socket|lock\.\d+(\.\d+)?|address\.json(\.new)?|passwords\.json(\.\d+)?|superuser\.txt|postgres\.log(\.1)?|WHERE-THE-DATA-IS\.txt|restore\.(json(\.new)?|staged)|backups)(\/|$)/
const unfinished = /\.(new|partial|\d+)$/

/** Whether a path inside the data folder is one that backups carry. */
export function isDataFile(path: string): boolean {
  if (path === '' || path.startsWith('/') || path.includes('\\') || path.includes('\0')) return false
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..')) return false
  return !ownedByTheServer.test(path) && !unfinished.test(path)
}

/** The office's files in the data folder, sorted, with `/` between the parts. */
export async function listDataFiles(dataDir: string): Promise<string[]> {
  if (!existsSync(dataDir)) return []
  const paths: string[] = []
  for (const first of await readdir(dataDir, { withFileTypes: true })) {
    if (!isDataFile(first.name)) continue
    if (first.isFile()) paths.push(first.name)
    if (!first.isDirectory()) continue
    for (const entry of await readdir(join(dataDir, first.name), { withFileTypes: true, recursive: true })) {
      const path = relative(dataDir, join(entry.parentPath, entry.name)).split(sep).join('/')
      if (entry.isFile() && isDataFile(path)) paths.push(path)
    }
  }
  return paths.sort()
}

/** The heads of the audit log's seals. */
const headsPath = 'audit/heads.txt'

/**
 * A file in pieces. Of the noted heads only those up to the last seal of the snapshot: later ones would say that the
 * restored log had lost its end.
 */
export async function* readPieces(dataDir: string, path: string, lastSeal: number): AsyncGenerator<Buffer> {
  if (path === headsPath) {
    const lines = (await readFile(join(dataDir, path), 'utf8')).split(/(?<=\n)/)
    yield Buffer.from(lines.filter((line) => !(Number(/^\d+/.exec(line)?.[0] ?? 0) > lastSeal)).join(''))
    return
  }
  let isEmpty = true
  for await (const piece of createReadStream(join(dataDir, path), { highWaterMark: pieceSize })) {
    isEmpty = false
    yield piece as Buffer
  }
  if (isEmpty) yield Buffer.alloc(0)
}
