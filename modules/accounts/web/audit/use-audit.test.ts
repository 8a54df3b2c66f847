import { expect, test } from 'vitest'
import { entriesAddress } from './use-audit.ts'

test('a day runs until the next, and empty filters are not asked for', () => {
  const address = new URL(
    entriesAddress('lakeside', { action: 'accounts.sign-in', from: '2026-11-01', until: '2026-11-01' }, null),
    'http://here',
  )
  const asked = Object.fromEntries(address.searchParams)
  expect(asked).toEqual({
    region: 'lakeside',
    action: 'accounts.sign-in',
    from: new Date(2026, 10, 1).toISOString(),
    until: new Date(2026, 10, 2).toISOString(),
  })
  expect(entriesAddress('lakeside', {}, '42')).toBe('/api/audit/entries?region=lakeside&before=42')
})
