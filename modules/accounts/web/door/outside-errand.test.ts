import { expect, test } from 'vitest'
import { broughtBack } from './outside-errand.ts'

test('what stands behind the # is read as the server wrote it, odd letters included', () => {
  const brought = { state: 'a.b', code: '0123456789012345678901', error: 'access_denied' }
  expect(broughtBack(Buffer.from(JSON.stringify(brought)).toString('base64url'))).toEqual(brought)
  const odd = { state: '省?/+é' }
  expect(broughtBack(Buffer.from(JSON.stringify(odd)).toString('base64url'))).toEqual(odd)
})

test.each(['', '%', 'bm90IGpzb24', 'MQ'])('“%s” brings nothing', (hash) => {
  expect(broughtBack(hash)).toBeUndefined()
})
