import { Secret, TOTP } from 'otpauth'

/** What every authenticator understands (RFC 6238): SHA-1, six digits, 30 seconds. */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Clocks may be one step apart. */
const stepsApart = 1

/** A code as typed, without blanks and dashes, full-width digits made plain. */
export function normalCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s\-–—·.]+/gu, '')
}

export function isOneTimeCode(typed: string): boolean {
  return /^\d{6}$/.test(normalCode(typed))
}

/**
 * The number of the 30 seconds for which the code is right, counted from 1970; null when it is for none near now, or for
 * one that is not later than `after`: a code is good once.
 */
export function stepOfCode(secret: Uint8Array, typed: string, now: Date, after: number | null): number | null {
  if (!isOneTimeCode(typed)) return null
  const timestamp = now.getTime()
  const token = normalCode(typed)
  const delta = new TOTP({ ...shape, secret: secretOf(secret) }).validate({ token, timestamp, window: stepsApart })
  if (delta === null) return null
  const step = Math.floor(timestamp / 1000 / shape.period) + delta
  return after !== null && step <= after ? null : step
}

/** The code of a moment, for tests and for nobody else. */
export function codeAt(secret: Uint8Array, at: Date): string {
  return new TOTP({ ...shape, secret: secretOf(secret) }).generate({ timestamp: at.getTime() })
}

/** The secret as people type it: base32 in groups of four. */
export function groupedSecret(secret: Uint8Array): string {
  return (
    secretOf(secret)
      .base32.match(/.{1,4}/g)
      ?.join(' ') ?? ''
  )
}

/** The secret back from its groups. */
export function secretFrom(grouped: string): Uint8Array {
  return Secret.fromBase32(grouped.replaceAll(' ', '')).bytes
}

/** What the picture to be scanned says: otpauth://totp/… */
export function enrolmentAddress(secret: Uint8Array, issuer: string, account: string): string {
  return new TOTP({ ...shape, issuer, label: account, secret: secretOf(secret) }).toString()
}

function secretOf(bytes: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer })
}
