import { expect, it } from 'vitest'
import { refuseUnstorable } from './refuse-unstorable.ts'

it('refuses NUL and half characters wherever they stand, and names the place', () => {
  const message = (value: unknown) => {
    try {
      refuseUnstorable(value)
      return 'kept'
    } catch (error) {
      return (error as { details: { place: { field: string } }[] }).details[0]?.place.field
    }
  }
  expect(message({ a: 'x', list: [{ name: 'a\u0000b' }] })).toBe('list.0.name')
  expect(message({ title: '\ud800' })).toBe('title')
  expect(message({ currentPassword: 'a\u0000' })).toBe('kept')
  expect(message({ title: '𠮷 汉字', number: 1, none: null })).toBe('kept')
})
