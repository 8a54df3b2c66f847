import { expect, test } from 'vitest'
import { levelThreeItems } from './level-three.ts'
import { levelThreeProfile, standardProfile } from './security-profile.ts'

const states = (profile: typeof standardProfile, secure = true) =>
  levelThreeItems(profile, { letters: true, secure }).map(({ clause, state }) => `${clause} ${state}`)

test('under the level-3 profile nothing that the application can do is left open', () => {
  expect(states(levelThreeProfile).filter((line) => line.endsWith('not-met'))).toEqual([])
})

test('under the standard the page says what the profile would change', () => {
  expect(states(standardProfile).filter((line) => line.endsWith('not-met'))).toEqual([
    '8.1.4.1 a not-met',
    '8.1.4.1 a not-met',
    '8.1.4.1 d not-met',
    '— not-met',
  ])
})

test('plain HTTP is told', () => {
  expect(states(levelThreeProfile, false)).toContain('8.1.4.7、8.1.4.8 not-met')
})
