import { expect, test } from 'vitest'
import { newRecoveryCode, normalRecoveryCode } from './recovery-codes.ts'

test('a code is two groups of five without signs that look alike', () => {
  let at = 0
  const pick = (choices: number) => {
    at += 7
    return at % choices
  }
  const code = newRecoveryCode(pick)
  expect(code).toMatch(/^[2-9a-hj-km-np-z]{5}-[2-9a-hj-km-np-z]{5}$/)
  expect(normalRecoveryCode(code)).toBe(code.replace('-', ''))
})

test.each(['K7PQ2-M9XTD', ' k7pq2 m9xtd ', 'k7pq2m9xtd', 'ｋ７ｐｑ２－ｍ９ｘｔｄ', 'k7pq2–m9xtd'])(
  '“%s” is read as it is meant',
  (typed) => {
    expect(normalRecoveryCode(typed)).toBe('k7pq2m9xtd')
  },
)

test.each(['k7pq2-m9xt', 'k7pq2-m9xt0', '287082', ''])('“%s” is none', (typed) => {
  expect(normalRecoveryCode(typed)).toBeNull()
})
