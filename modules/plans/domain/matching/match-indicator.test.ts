import { expect, it } from 'vitest'
import { indicatorMatcher } from './match-indicator.ts'

const known = [
  { code: 'high-tech-enterprises', names: ['高新技术企业数', '高企数量'], unit: '家' },
  { code: 'tech-smes', names: ['科技型中小企业数'], unit: '家' },
  { code: 'rd-intensity', names: ['全社会研发经费投入占地区生产总值比重', 'R&D投入强度'], unit: '%' },
  { code: 'pct-applications', names: ['PCT国际专利申请量'], unit: '件' },
  { code: 'high-tech-added', names: ['净增高新技术企业'], unit: '家' },
  { code: 'national-incubators', names: ['国家级孵化器数'], unit: '家' },
  { code: 'incubator-area', names: ['孵化器面积'], unit: '万平方米' },
]

it.each([
  ['全市高新技术企业数量', '家', 'high-tech-enterprises', 'same'],
  ['高新技术企业总数', '家', 'high-tech-enterprises', 'same'],
  ['科技型中小企业', '家', 'tech-smes', 'same'],
  ['全社会研发经费支出占地区生产总值的比重', '%', 'rd-intensity', 'same'],
  ['两县研发经费投入强度', '%', null, 'none'],
  ['规上工业企业研发经费投入强度', '%', null, 'none'],
  ['PCT国际专利申请', '件', 'pct-applications', 'same'],
  ['高新技术企业数量', '件', null, 'none'],
  ['医院床位数', '张', null, 'none'],
  ['高新技术企业总数(上年)', '家', 'high-tech-enterprises', 'same'],
  ['高新技术企业增加', '家', null, 'none'],
  ['高新技术企业增长', '%', null, 'none'],
  ['研发投入强度全省排名', '位', null, 'none'],
  ['新增高新技术企业', '家', 'high-tech-added', 'same'],
  ['高新技术企业净增数', '家', 'high-tech-added', 'same'],
  ['新建高新技术企业', '家', null, 'none'],
  ['青屿区高新技术企业', '家', null, 'none'],
  ['申报高新技术企业', '家', null, 'none'],
  ['科技型中小企业入库数', '家', 'tech-smes', 'same'],
  ['高新技术企业为2020年的倍数', '', 'high-tech-enterprises', 'same'],
  ['国家级孵化器', '家', 'national-incubators', 'same'],
  ['省级孵化器', '家', null, 'none'],
  ['', '家', null, 'none'],
])('%s in %s', (name, unit, code, certainty) => {
  expect(indicatorMatcher(known)(name, unit)).toEqual({ code, certainty })
})
