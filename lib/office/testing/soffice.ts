import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const PLACES = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice']

/** Where LibreOffice is on this machine; null when it is not, and tests that need it say "not run". */
export const SOFFICE = PLACES.find((path) => existsSync(path)) ?? null

/** Calc and Writer are packages of their own on some systems. */
export const canConvertWord =
  SOFFICE !== null &&
  ['/usr/lib/libreoffice/program/libswlo.so', '/Applications/LibreOffice.app/Contents/Frameworks/libswlo.dylib'].some(
    (path) => existsSync(path),
  )

/** Has LibreOffice open a file and save it in another format; its settings are a fresh profile's. */
export async function convert(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> {
  if (SOFFICE === null) throw new Error('LibreOffice is not on this machine')
  const folder = await mkdtemp(join(tmpdir(), 'office-'))
  try {
    await writeFile(join(folder, `paper.${from}`), bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const out = join(folder, 'out')
    const order = [profile, '--headless', '--convert-to', to, '--outdir', out, join(folder, `paper.${from}`)]
    await promisify(execFile)(SOFFICE, order, { timeout: 110_000 })
    return new Uint8Array(await readFile(join(out, `paper.${to.split(':')[0]}`)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
