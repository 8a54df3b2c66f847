import { expect, it } from 'vitest'
import { withParts } from './results-file.ts'

it('puts a part that was measured anew where the old one stood, and leaves the others', () => {
  const file = '# Results\n\nolder words\n\n## Reading\n\nfast\n\n## A workbook of 1,000 rows\n\n2 s\n'
  const text = withParts(file, ['## A workbook of 5,000 rows\n\n1 s\n', '## Lists\n\n40 ms\n'])
  expect(text).toMatch(/^# Results\n/)
  expect(text.match(/^## .*$/gm)).toEqual(['## Reading', '## A workbook of 5,000 rows', '## Lists'])
  expect(text).toContain('fast')
  expect(text).not.toContain('2 s')
  expect(text).not.toContain('older words')
})
