import { createHash, randomBytes } from 'node:crypto'

/** A secret that is handed out once; only its digest is kept. */
export interface Token {
  token: string
  hash: Buffer
}

export function newToken(): Token {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** 256 random bits need no salt and no slow hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
