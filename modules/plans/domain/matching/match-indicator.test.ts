import { expect, it } from 'vitest'
import { matchIndicator } from './match-indicator.ts'

const known = [
  { code: 'high-tech-enterprises', names: ['高新技术企业数', '高企数量'], unit: '家' },
  { code: 'tech-smes', names: ['科技型中小企业数'], unit: '家' },
  { code: 'rd-intensity', names: ['全社会研发经费投入占地区生产总值比重', 'R&D投入强度'], unit: '%' },
  { code: 'pct-applications', names: ['PCT国际专利申请量'], unit: '件' },
  { code: 'incubator-area', names: ['孵化器面积'], unit: '万平方米' },
]

it.each([
  ['全市高新技术企业数量', '家', 'high-tech-enterprises', 'same'],
  ['高新技术企业总数', '家', 'high-tech-enterprises', 'same'],
  ['科技型中小企业', '家', 'tech-smes', 'same'],
  ['全社会研发经费占地区生产总值比重', '%', 'rd-intensity', 'likely'],
  ['PCT国际专利申请', '件', 'pct-applications', 'same'],
  ['高新技术企业数量', '件', null, 'none'],
  ['医院床位数', '张', null, 'none'],
  ['', '家', null, 'none'],
])('%s in %s', (name, unit, code, certainty) => {
  expect(matchIndicator(name, unit, known)).toEqual({ code, certainty })
})
