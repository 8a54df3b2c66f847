import { describe, expect, test } from 'vitest'
import { accountLockout, addressLockout, lockedUntil } from './lockout.ts'

const lastAt = new Date('2026-11-20T08:00:00Z')
const after = (seconds: number) => new Date(lastAt.getTime() + seconds * 1000)

describe('the pause after wrong tries', () => {
  test.each([
    // wrong tries, seconds of pause
    [4, 0],
    [5, 60],
    [6, 120],
    [7, 240],
    [10, 1920],
    [11, 3600],
    [500, 3600],
  ])('after %i wrong tries at one account: %i s', (count, pause) => {
    const until = lockedUntil({ count, lastAt }, accountLockout, after(1))
    expect(until).toEqual(pause === 0 ? null : after(pause))
    expect(lockedUntil({ count, lastAt }, accountLockout, after(pause))).toBeNull()
  })

  test('an office behind one address has more tries, and is not kept out for longer than an hour', () => {
    expect(lockedUntil({ count: 29, lastAt }, addressLockout, after(1))).toBeNull()
    expect(lockedUntil({ count: 30, lastAt }, addressLockout, after(1))).toEqual(after(60))
    expect(lockedUntil({ count: 999, lastAt }, addressLockout, after(3600))).toBeNull()
  })

  test('after a day without a wrong try the count starts again', () => {
    const slow = { ...accountLockout, longestPauseSeconds: 10 * 24 * 3600 }
    expect(lockedUntil({ count: 30, lastAt }, slow, after(24 * 3600 - 1))).not.toBeNull()
    expect(lockedUntil({ count: 30, lastAt }, slow, after(24 * 3600))).toBeNull()
  })

  test('an account that nobody has tried is open', () => {
    expect(lockedUntil(undefined, accountLockout, lastAt)).toBeNull()
  })
})
