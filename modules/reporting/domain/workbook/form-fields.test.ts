import { expect, it } from 'vitest'
import { gridOf } from '../../testing/forms.ts'
import { fillLabels, findFields, findPeriodPhrase, readLabels } from './form-fields.ts'
import { periodIn, resolvePeriod } from './period-words.ts'
import { lookInto } from './sheet-grid.ts'

const line = '单位负责人：　　　审核人：　　填表人：陈梅　　联系电话：　　填报日期：'

it('reads and fills several labels in one cell; those of others stay', () => {
  expect(readLabels(line).map(({ field, value }) => [field, value])).toEqual([
    ['leader', ''],
    ['checker', ''],
    ['preparer', '陈梅'],
    ['phone', ''],
    ['day', ''],
  ])
  const filled = fillLabels(line, { preparer: '潘雨', leader: '周正', day: '2026年11月23日' })
  expect(filled).toBe('单位负责人：周正　　审核人：　　填表人：潘雨　　联系电话：　　填报日期：2026年11月23日')
  expect(fillLabels(filled, { preparer: '' })).toContain('填表人：　　联系电话')
})

it('finds the place beside a label when it is free, and the heading with the period', () => {
  const grid = gridOf([
    ['云溪市科技季报'],
    ['2026年第三季度'],
    ['填报单位（盖章）：', null, '表号：1'],
    ['指标', '本期'],
    ['企业数', null],
    ['填表人：', '审核人：'],
  ])
  const fields = findFields(lookInto(grid), grid.cells, 4)
  expect(fields.map(({ field, intoRow, intoColumn }) => [field, intoRow, intoColumn])).toEqual([
    ['period', 2, 1],
    ['unit', 3, 2],
    ['preparer', 6, 1],
    ['checker', 6, 3],
  ])
})

it.each([
  ['2026年第三季度', 'quarterly', '2026-Q3'],
  ['2026年3季度', 'quarterly', '2026-Q3'],
  ['2026年1—9月', 'quarterly', '2026-Q3'],
  ['２０２６年１０月', 'monthly', '2026-10'],
  ['2026年上半年', 'half-yearly', '2026-H1'],
  ['2026年度', 'yearly', '2026'],
  ['第三季度', 'quarterly', null],
  ['2026年13月', 'monthly', null],
] as const)('%s, %s, is %s', (text, frequency, period) => {
  expect(periodIn(text, frequency)).toBe(period)
})

it('sees a period with blanks for its year, and what a column is about', () => {
  expect(findPeriodPhrase('表　　　年　　季度')).not.toBeNull()
  expect(findPeriodPhrase('企业数')).toBeNull()
  const resolve = (written: string | null) => resolvePeriod(written, 'quarterly', '2026-Q1')
  expect([null, 'now', 'before', 'year-before', 'Q3'].map(resolve)).toEqual([
    '2026-Q1',
    '2026-Q1',
    '2025-Q4',
    '2025-Q1',
    '2026-Q3',
  ])
})
