import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A secret that is handed out once; only its digest is kept. */
export interface Token {
  token: string
  hash: Buffer
}

export function newToken(): Token {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** The token of a link for a forgotten password, made like that of an invitation. */
export function recoveryToken(secret: Buffer, recoveryId: string): Token {
  const token = createHmac('sha256', secret).update(`recovery ${recoveryId}`).digest('base64url')
  return { token, hash: hashToken(token) }
}

/**
 * The token of an invitation, made from its id by a secret that stands outside the database: the letter can be written
 * later without the token waiting anywhere, and a copy of the database opens nothing.
 */
export function invitationToken(secret: Buffer, invitationId: string): Token {
  const token = createHmac('sha256', secret).update(`invitation ${invitationId}`).digest('base64url')
  return { token, hash: hashToken(token) }
}

/** 256 random bits need no salt and no slow hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
