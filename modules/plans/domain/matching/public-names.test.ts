import { expect, it } from 'vitest'
import type { DocumentInfo } from '../reading/model.ts'
import { damagedWords, nameFault, plannedYears, suggestTitle } from './public-names.ts'

const info = (title: string, startYear: number | null, endYear: number | null): DocumentInfo => ({
  title,
  issuer: null,
  documentNumber: null,
  date: null,
  genre: 'plan',
  startYear,
  endYear,
})

it.each([
  ['云溪市科技创新“十四五”规划（-2025年）', 2021, 2025, '云溪市科技创新“十四五”规划（2021—2025年）'],
  ['云溪市科技创新“十四五”规划(20xx—20xx年)', 2021, 2025, '云溪市科技创新“十四五”规划（2021—2025年）'],
  ['云溪市科技创新规划（20××—20××年）', null, null, '云溪市科技创新规划'],
  ['云溪市科技创新规划（2026—2030年）', 2026, 2030, '云溪市科技创新规划（2026—2030年）'],
  ['云溪市20xx年科技工作总结', null, null, ''],
])('suggests for %s a title without what the copy has hidden', (title, from, to, suggested) => {
  expect(suggestTitle(info(title, from, to))).toBe(suggested)
})

it.each(['20xx年高新技术企业', '研发投入比20××年增长', '常识产权示范企业', 'XX家企业'])(
  'keeps %s from the public',
  (name) => {
    expect(nameFault(name)).not.toBeNull()
  },
)

it('knows the words that are wrong in this copy alone', () => {
  const words = damagedWords([
    { sign: 'swapped-word', quote: '常识' },
    { sign: 'missing-table', quote: '见表2' },
  ])
  expect(nameFault('常识服务平台')).toBeNull()
  expect(nameFault('常识服务平台', words)).toMatchObject({ zh: expect.stringContaining('常识') })
  expect(nameFault('见表2所列', words)).toBeNull()
})

it('finds nothing wrong with honest names', () => {
  for (const name of ['知识产权示范企业', '2025年高新技术企业数', '每万人发明专利拥有量', 'R&D经费投入强度'])
    expect(nameFault(name)).toBeNull()
})

it('a report plans for the year to come, a plan for all its years', () => {
  const title = info('云溪市2025年工作总结和2026年工作安排', 2025, 2026)
  expect(plannedYears({ ...title, genre: 'work-report' })).toEqual({ startYear: 2026, endYear: 2026 })
  expect(plannedYears(info('云溪市规划', 2026, 2030))).toEqual({ startYear: 2026, endYear: 2030 })
})
