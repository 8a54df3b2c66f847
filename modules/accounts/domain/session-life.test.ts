import { expect, test } from 'vitest'
import { endOfSession, expiryOf, sessionRule } from './session-life.ts'

const createdAt = new Date('2026-11-20T01:00:00Z')
const at = (time: string) => new Date(`2026-11-20T${time}Z`)
const session = (lastSeenAt: Date, revokedAt: Date | null = null) => ({
  lastSeenAt,
  revokedAt,
  expiresAt: expiryOf(createdAt, sessionRule),
})

test.each([
  ['busy a minute ago', session(at('09:59:00')), at('10:00:00'), null],
  ['half an hour less a second without a request', session(at('09:30:01')), at('10:00:00'), null],
  ['half an hour without a request', session(at('09:30:00')), at('10:00:00'), 'idle'],
  ['twelve hours old, however busy', session(at('12:59:59')), at('13:00:00'), 'too-old'],
  ['revoked a second ago, however busy', session(at('09:59:00'), at('09:59:59')), at('10:00:00'), 'revoked'],
] as const)('%s', (_situation, one, now, end) => {
  expect(endOfSession(one, now, sessionRule)).toBe(end)
})
