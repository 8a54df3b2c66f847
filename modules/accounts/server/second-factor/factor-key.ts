import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { AppError } from '@opensti/kernel'
import { normalRecoveryCode } from '../../domain/recovery-codes.ts'

/** The first byte of what is sealed: by which key and cipher. Another one may come beside it. */
const byLinkSecret = 1

/**
 * Secrets of authenticators encrypted, and recovery codes as digests, under a key that the installation's secret gives
 * (`link-secret` in the data folder). A copy of the database alone opens neither.
 */
export class FactorKey {
  readonly #sealing: Buffer
  readonly #digesting: Buffer

  constructor(installationSecret: Buffer) {
    const derive = (what: string) => Buffer.from(hkdfSync('sha256', installationSecret, '', `opensti ${what}`, 32))
    this.#sealing = derive('second factor')
    this.#digesting = derive('recovery codes')
  }

  /** AES-256-GCM, bound to the person, so that a row put under another's name opens nothing. */
  seal(personId: string, secret: Buffer): Buffer {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, nonce).setAAD(Buffer.from(personId))
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
    return Buffer.concat([Buffer.from([byLinkSecret]), nonce, cipher.getAuthTag(), sealed])
  }

  /** Throws 503 `second_factor_unreadable` when it was sealed by another key, or changed. */
  unseal(personId: string, sealed: Buffer): Buffer {
    try {
      const [nonce, tag, text] = [sealed.subarray(1, 13), sealed.subarray(13, 29), sealed.subarray(29)]
      const decipher = createDecipheriv('aes-256-gcm', this.#sealing, nonce).setAAD(Buffer.from(personId))
      return Buffer.concat([decipher.setAuthTag(tag).update(text), decipher.final()])
    } catch (cause) {
      throw unreadable(cause)
    }
  }

  /** Null for what can be no recovery code. */
  digest(personId: string, typed: string): Buffer | null {
    const code = normalRecoveryCode(typed)
    return code === null ? null : createHmac('sha256', this.#digesting).update(`${personId}\n${code}`).digest()
  }
}

function unreadable(cause: unknown): AppError {
  return new AppError(
    'unavailable',
    'second_factor_unreadable',
    {
      zh: '这台服务器的密钥打不开您登记的动态口令。',
      en: 'The key of this server does not open the authenticator that you registered.',
    },
    {
      cause,
      remedy: {
        zh: '请系统管理员从备份中放回数据目录里的 link-secret；找不回时请安全管理员重置您的动态口令。',
        en: 'Have the system administrator put link-secret back into the data folder from the backup; if it is lost, ask the security administrator to reset your second factor.',
      },
    },
  )
}
