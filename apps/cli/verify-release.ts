import { createPublicKey, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { invalid } from '@opensti/kernel'
import { getReleaseKey, verifyReleaseFolder } from '@opensti/publication'
import { dataDir } from './with-database.ts'

/** Checks a folder of a release against the key of the portal that signed it. Needs no database. */
export async function verifyRelease(folder: string, options: { key?: string }): Promise<void> {
  const { manifest, faults } = await verifyReleaseFolder(folder, readKey(options.key))
  for (const fault of faults) process.stdout.write(`${fault.zh}\n${fault.en}\n`)
  if (manifest) process.stdout.write(`${manifest.title.zh} ${manifest.title.en}\n${manifest.address}\n`)
  process.stdout.write(
    faults.length === 0
      ? `完好，签名有效，共 ${manifest?.files.length ?? 0} 个文件 Intact and signed, ${manifest?.files.length ?? 0} files\n`
      : '与签名不符 Not as it was signed\n',
  )
  process.exitCode = faults.length === 0 ? 0 : 1
}

function readKey(path: string | undefined): KeyObject {
  if (path !== undefined && existsSync(path)) return createPublicKey(readFileSync(path))
  if (path === undefined && existsSync(join(dataDir, 'releases', 'release-key.pem')))
    return getReleaseKey(dataDir).publicKey
  throw invalid(
    'no_public_key',
    { zh: `没有找到公钥${path ? `：${path}` : ''}。`, en: `No public key${path ? ` at ${path}` : ''}.` },
    {
      remedy: {
        zh: '用 --key 指明公钥文件；发布方门户的“开放数据”页可以下载。',
        en: 'Name it with --key; the “Open data” page of the portal that released it has it.',
      },
    },
  )
}
