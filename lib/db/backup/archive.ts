import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, link, open, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ReadableStream as NodeWebStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import { AppError } from '@opensti/kernel'
import { extract, pack } from 'tar-stream'
import { diskFull, isDiskFull } from '../errors.ts'
import { decrypterFor, encrypterFor, type Lock, type Opener } from './keys.ts'
import { refusals } from './refusals.ts'

/** Pieces of this size pass through memory one at a time. */
export const pieceSize = 4_000_000

export interface ArchiveEntry {
  name: string
  bytes: Buffer
}

export interface WrittenFile {
  bytes: number
  sha256: string
}

/**
 * Writes entries as tar, compressed, encrypted (age), into a file that appears under its name only when it is whole, on
 * disk and read back equal. What was begun is removed when `fill` throws.
 */
export async function writeArchive(
  file: string,
  lock: Lock,
  fill: (add: (entry: ArchiveEntry) => Promise<void>) => Promise<void>,
): Promise<WrittenFile> {
  const encrypter = encrypterFor(lock)
  if (await stat(file).catch(() => undefined)) throw refusals.exists(file)
  const partial = `${file}.${process.pid}.partial`
  const handle = await open(partial, 'wx', 0o600).catch((error: unknown) => {
    throw refusals.notReadable(partial, error)
  })
  try {
    const tar = pack()
    const gzip = createGzip({ level: 6 })
    let broken: Error | undefined
    // Its error reaches the writer below by the stream, and `fill` by the next entry.
    pipeline(tar as unknown as NodeJS.ReadableStream, gzip, (error) => {
      broken = error ?? undefined
    })
    const encrypted = await encrypter.encrypt(Readable.toWeb(gzip) as unknown as ReadableStream<Uint8Array>)
    const writing = writeAll(handle, encrypted)
    const filling = fill(
      ({ name, bytes }) =>
        new Promise((resolve, reject) => {
          if (broken) return reject(broken)
          tar.entry({ name, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve()))
        }),
    ).then(
      () => tar.finalize(),
      (error: Error) => {
        tar.destroy(error)
        throw error
      },
    )
    // A full disk ends the writing while `fill` waits for room in the pipe.
    const written = await Promise.race([Promise.all([writing, filling]), writing.then(() => filling)]).then(
      () => writing,
    )
    await handle.sync()
    await handle.close()
    if ((await digestOfFile(partial)) !== written.sha256) {
      throw refusals.damaged(file, { zh: '写入后读回不一致', en: 'it reads back differently from what was written' })
    }
    await place(partial, file)
    return written
  } catch (error) {
    await handle.close().catch(() => undefined)
    throw isDiskFull(error) ? diskFull(error, dirname(file)) : error
  } finally {
    await rm(partial, { force: true })
  }
}

async function writeAll(handle: FileHandle, stream: ReadableStream<Uint8Array>): Promise<WrittenFile> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of stream as unknown as NodeWebStream<Uint8Array>) {
    hash.update(chunk)
    bytes += chunk.length
    await handle.writeFile(chunk)
  }
  return { bytes, sha256: hash.digest('hex') }
}

export async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** A link, which unlike renaming never replaces what somebody else has put there meanwhile. */
async function place(partial: string, file: string): Promise<void> {
  await link(partial, file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? refusals.exists(file) : error
  })
  const folder = await open(dirname(file), 'r')
  await folder.sync().catch(() => undefined)
  await folder.close()
}

/**
 * The entries of a backup, in order, each complete.
 *
 * @throws refusals for what is no backup, is not opened by this key, or has been cut or changed anywhere.
 */
export async function* readArchive(file: string, opener: Opener): AsyncGenerator<ArchiveEntry> {
  const wants = await readLockKind(file)
  const given = 'passphrase' in opener ? 'passphrase' : 'identity'
  if (wants !== given) throw refusals.wrongKey(file, wants, given)
  try {
    const source = Readable.toWeb(createReadStream(file)) as unknown as ReadableStream<Uint8Array>
    const plain = await decrypterFor(opener)
      .decrypt(source)
      .catch((error: Error) => {
        throw /no identity matched/i.test(error.message) ? refusals.wrongKey(file, wants, given) : error
      })
    const tar = extract()
    // Whatever breaks on the way ends the loop below with that error.
    pipeline(
      Readable.fromWeb(plain as unknown as NodeWebStream<Uint8Array>),
      createGunzip(),
      tar as unknown as NodeJS.WritableStream,
      () => undefined,
    )
    for await (const entry of tar) {
      yield { name: entry.header.name, bytes: await buffer(entry as unknown as AsyncIterable<Buffer>) }
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw refusals.damaged(file, { zh: '无法读到末尾', en: 'it cannot be read to its end' }, error)
  }
}

/** By the first lines of the age format, which are not encrypted. */
async function readLockKind(file: string): Promise<'passphrase' | 'identity'> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw refusals.notReadable(file, error)
  })
  try {
    const { buffer: bytes, bytesRead } = await handle.read(Buffer.alloc(200), 0, 200, 0)
    const [version, stanza] = bytes.subarray(0, bytesRead).toString('latin1').split('\n')
    if (version !== 'age-encryption.org/v1' || !stanza?.startsWith('-> ')) throw refusals.notABackup(file)
    return stanza.startsWith('-> scrypt ') ? 'passphrase' : 'identity'
  } finally {
    await handle.close()
  }
}
