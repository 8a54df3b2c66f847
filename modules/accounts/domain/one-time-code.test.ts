import { expect, test } from 'vitest'
import {
  codeAt,
  enrolmentAddress,
  groupedSecret,
  isOneTimeCode,
  normalCode,
  secretFrom,
  stepOfCode,
} from './one-time-code.ts'

// RFC 6238, appendix B: the last six of its eight digits.
const secret = new TextEncoder().encode('12345678901234567890')
const at = (seconds: number) => new Date(seconds * 1000)

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at second %i of 1970 the code is %s, as RFC 6238 says', (seconds, code) => {
  expect(codeAt(secret, at(seconds))).toBe(code)
  expect(stepOfCode(secret, code, at(seconds), null)).toBe(Math.floor(seconds / 30))
})

test('clocks may be one step apart, not two', () => {
  const code = codeAt(secret, at(300))
  expect([-60, -30, 0, 29, 30, 59, 60].map((later) => stepOfCode(secret, code, at(300 + later), null))).toEqual([
    null,
    10,
    10,
    10,
    10,
    10,
    null,
  ])
})

test('a code is good once, and none before it afterwards', () => {
  const [earlier, code, later] = [270, 300, 330].map((seconds) => codeAt(secret, at(seconds)))
  expect(stepOfCode(secret, code!, at(300), 10)).toBeNull()
  expect(stepOfCode(secret, earlier!, at(300), 10)).toBeNull()
  expect(stepOfCode(secret, later!, at(300), 10)).toBe(11)
})

test.each(['287 082', ' 287082 ', '２８７０８２', '287-082', '287\u3000082'])(
  '“%s” is read as it is meant',
  (typed) => {
    expect(normalCode(typed)).toBe('287082')
    expect(isOneTimeCode(typed)).toBe(true)
  },
)

test.each(['28708', '2870822', 'abcdef', '', '٢٨٧٠٨٢'])('“%s” is no code', (typed) => {
  expect(isOneTimeCode(typed)).toBe(false)
  expect(stepOfCode(secret, typed, at(59), null)).toBeNull()
})

test('the secret goes into groups and back, and into the address that is scanned', () => {
  expect(groupedSecret(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  expect(Buffer.from(secretFrom(groupedSecret(secret))).equals(Buffer.from(secret))).toBe(true)
  const address = new URL(enrolmentAddress(secret, 'OpenSTI 湖畔', 'chen.mei'))
  expect(address.protocol + address.host).toBe('otpauth:totp')
  expect(Object.fromEntries(address.searchParams)).toEqual({
    issuer: 'OpenSTI 湖畔',
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
})
