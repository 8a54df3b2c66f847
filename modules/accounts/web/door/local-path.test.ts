import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each([
  ['/people', '/people'],
  ['/audit?action=accounts.sign-in&from=2026-11-01', '/audit?action=accounts.sign-in&from=2026-11-01'],
  ['/readings/1#figure-3', '/readings/1#figure-3'],
])('%s is a place here', (next, path) => {
  expect(localPath(next)).toBe(path)
})

test.each([
  undefined,
  '',
  'people',
  '//elsewhere.test',
  '/\\elsewhere.test',
  '/\t/elsewhere.test',
  'https://elsewhere.test/people',
  'javascript:alert(1)',
  '/sign-in?next=%2Fpeople',
])('%s leads to the start', (next) => {
  expect(localPath(next)).toBe('/')
})
