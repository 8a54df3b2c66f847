import { expect, it } from 'vitest'
import { gramsOf, normalise, pinyinInitials } from './grams.ts'

it('cuts Chinese into single characters and pairs', () => {
  expect(gramsOf('科技局').sort()).toEqual(['局', '技', '技局', '科', '科技'].sort())
})

it('does not pair characters across a blank', () => {
  expect(gramsOf('专利 授权')).not.toContain('利授')
})

it('makes full-width and half-width, capital and small the same', () => {
  expect(normalise('R&D 投入,2025')).toBe('r&d 投入 2025')
})

it('knows the initials of a name', () => {
  expect(pinyinInitials('市科技局')).toBe('skjj')
  expect(pinyinInitials('R&D')).toBe('')
})
