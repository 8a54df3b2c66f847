import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SealingKey {
  privateKey: KeyObject
  publicKey: KeyObject
}

/**
 * The Ed25519 key pair of the sealer, made on first use: `audit-key.pem` for its user alone, `audit-key.pub.pem` to be
 * given to auditors and kept with the heads.
 */
export function getSealingKey(folder: string): SealingKey {
  const path = join(folder, 'audit-key.pem')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const pair = generateKeyPairSync('ed25519')
    writeFileSync(join(folder, 'audit-key.pub.pem'), pair.publicKey.export({ type: 'spki', format: 'pem' }))
    const temporary = `${path}.${process.pid}`
    writeFileSync(temporary, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true })
    renameSync(temporary, path)
  }
  const privateKey = createPrivateKey(readFileSync(path))
  return { privateKey, publicKey: createPublicKey(privateKey) }
}
