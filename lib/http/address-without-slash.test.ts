import { expect, it } from 'vitest'
import { addressWithoutSlash } from './address-without-slash.ts'

it.each([
  ['/regions/lakeside/', '/regions/lakeside'],
  ['/regions/lakeside//?by=unit', '/regions/lakeside?by=unit'],
  ['/search/?q=what?&by=unit', '/search?q=what?&by=unit'],
  ['/', null],
  ['/regions/lakeside', null],
  ['/regions?next=/', null],
])('%s leads to %s', (url, tidy) => {
  expect(addressWithoutSlash(url)).toBe(tidy)
})

it.each(['//evil.example/', '/\\\\evil.example/', '///evil.example///', '/\\evil.example/?a=/'])(
  '%s never leaves the house',
  (url) => {
    const base = 'https://house.example'
    expect(new URL(addressWithoutSlash(url) ?? '/', base).origin).toBe(base)
  },
)
