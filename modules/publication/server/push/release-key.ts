import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ReleaseKey {
  privateKey: KeyObject
  publicKey: KeyObject
}

/** The Ed25519 key pair that signs releases for other portals, made on first use and kept where only this user can read. */
export function getReleaseKey(dataDir: string): ReleaseKey {
  const folder = join(dataDir, 'releases')
  const path = join(folder, 'release-key.pem')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const temporary = `${path}.${process.pid}`
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(temporary, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true })
    try {
      linkSync(temporary, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(temporary)
    }
  }
  const privateKey = createPrivateKey(readFileSync(path))
  return { privateKey, publicKey: createPublicKey(privateKey) }
}
