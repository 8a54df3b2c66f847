/** How long a sign-in lasts. */
export interface SessionRule {
  /** Without a request for so long, it ends. */
  idleMinutes: number
  /** However busy, it ends after so long. */
  absoluteHours: number
}

export const sessionRule: SessionRule = { idleMinutes: 30, absoluteHours: 12 }

export function expiryOf(createdAt: Date, rule: SessionRule): Date {
  return new Date(createdAt.getTime() + rule.absoluteHours * 3_600_000)
}

/** Why a session is over, or null while it lasts. The database decides the same on every request. */
export function endOfSession(
  session: { lastSeenAt: Date; expiresAt: Date; revokedAt: Date | null },
  now: Date,
  rule: SessionRule,
): 'revoked' | 'too-old' | 'idle' | null {
  if (session.revokedAt) return 'revoked'
  if (now >= session.expiresAt) return 'too-old'
  if (now.getTime() - session.lastSeenAt.getTime() >= rule.idleMinutes * 60_000) return 'idle'
  return null
}
