import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bilingual } from '@opensti/kernel'

/** What lies in a folder that goes to another portal. */
export interface Manifest {
  format: 'opensti-release-1'
  release: string
  region: string
  title: Bilingual
  publicFrom: string
  address: string
  files: { name: string; bytes: number; sha256: string }[]
}

export interface FolderFile {
  name: string
  content: Buffer
}

const manifestName = 'manifest.json'
const signatureName = 'manifest.sig'

/**
 * Writes the folder of a release: its files, a manifest with the digest of each, and the manifest's Ed25519 signature. It
 * appears whole under its name or not at all; one that is there already stays.
 */
export async function writeReleaseFolder(
  folder: string,
  about: Omit<Manifest, 'format' | 'files'>,
  files: readonly FolderFile[],
  key: KeyObject,
): Promise<void> {
  if (existsSync(folder)) return
  const manifest: Manifest = {
    format: 'opensti-release-1',
    ...about,
    files: files.map(describeFile),
  }
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  const temporary = `${folder}.${process.pid}.part`
  await rm(temporary, { recursive: true, force: true })
  await mkdir(temporary, { recursive: true })
  for (const { name, content } of files) await writeFile(join(temporary, name), content)
  await writeFile(join(temporary, manifestName), text)
  await writeFile(join(temporary, signatureName), `${sign(null, text, key).toString('base64')}\n`)
  await rename(temporary, folder)
}

/** A file by its name, size and digest. */
export function describeFile({ name, content }: FolderFile): Manifest['files'][number] {
  return { name, bytes: content.length, sha256: digestOf(content) }
}

export interface FolderVerdict {
  manifest: Manifest | null
  faults: Bilingual[]
}

/** Whether a folder is what was signed: the signature, every file, nothing missing and nothing added. */
export async function verifyReleaseFolder(folder: string, key: KeyObject): Promise<FolderVerdict> {
  const faults: Bilingual[] = []
  const [text, signature] = await Promise.all(
    [manifestName, signatureName].map((name) => readFile(join(folder, name)).catch(() => null)),
  )
  if (!text || !signature) {
    const missing = text ? signatureName : manifestName
    return { manifest: null, faults: [{ zh: `缺少 ${missing}。`, en: `${missing} is missing.` }] }
  }
  if (!verify(null, text, key, Buffer.from(signature.toString('utf8').trim(), 'base64')))
    return {
      manifest: null,
      faults: [
        {
          zh: '签名与清单或公钥不符：清单被改动过，或不是本站签发。',
          en: 'The signature does not fit manifest and key: it was changed, or somebody else signed it.',
        },
      ],
    }
  const manifest = JSON.parse(text.toString('utf8')) as Manifest
  for (const { name, bytes, sha256 } of manifest.files) {
    const content = isPlainName(name) ? await readFile(join(folder, name)).catch(() => null) : null
    if (!content) faults.push({ zh: `缺少 ${name}。`, en: `${name} is missing.` })
    else if (content.length !== bytes || digestOf(content) !== sha256)
      faults.push({ zh: `${name} 被改动过。`, en: `${name} was changed.` })
  }
  const listed = new Set([manifestName, signatureName, ...manifest.files.map((file) => file.name)])
  for (const name of await readdir(folder))
    if (!listed.has(name)) faults.push({ zh: `多出 ${name}，清单里没有。`, en: `${name} is not in the manifest.` })
  return { manifest, faults }
}

function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\]/.test(name)
}

function digestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
