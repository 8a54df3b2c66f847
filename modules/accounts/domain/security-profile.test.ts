import { expect, test } from 'vitest'
import { levelThreeProfile, standardProfile, toDoFirst } from './security-profile.ts'

const fine = { mustChangePassword: false, passwordDays: 1, lacksFactor: false }

test('a password of others is changed first, in every profile', () => {
  for (const profile of [standardProfile, levelThreeProfile]) {
    expect(toDoFirst({ ...fine, mustChangePassword: true, lacksFactor: true }, profile)).toBe('password-of-others')
  }
})

test('only level 3 wants an old password changed', () => {
  expect(toDoFirst({ ...fine, passwordDays: 4000 }, standardProfile)).toBeNull()
  expect(toDoFirst({ ...fine, passwordDays: 89.99 }, levelThreeProfile)).toBeNull()
  expect(toDoFirst({ ...fine, passwordDays: 90 }, levelThreeProfile)).toBe('password-too-old')
})

test('whoever lacks the second factor that her role wants adds it', () => {
  expect(toDoFirst({ ...fine, lacksFactor: true }, levelThreeProfile)).toBe('second-factor')
  expect(toDoFirst(fine, levelThreeProfile)).toBeNull()
})
