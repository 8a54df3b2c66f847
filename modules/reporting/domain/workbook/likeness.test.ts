import { expect, it } from 'vitest'
import { likenessTo, readName } from './likeness.ts'
import { looksLikeMeasure, powerBetween, shiftDecimal } from './measures.ts'

it.each([
  ['1. 高新技术企业数（家）', { name: '高新技术企业数', measure: '家', isPart: false }],
  ['  其中：企业资金', { name: '企业资金', measure: null, isPart: true, indent: 2 }],
  ['　　＃ 基础研究', { name: '基础研究', isPart: true, indent: 2 }],
  ['（三）技术合同成交额 (亿元)', { name: '技术合同成交额', measure: '亿元' }],
  ['高技术制造业增加值占比（统计数据）', { name: '高技术制造业增加值占比', nature: 'statistical' }],
  ['国家级专精特新“小巨人”企业数', { name: '国家级专精特新小巨人企业数', measure: null }],
  ['创新平台合计', { isTotal: true }],
  ['合 计', { isTotal: true }],
  ['研发经费（全市）', { name: '研发经费', measure: null, isTotal: false }],
  ['2026年新增企业', { name: '2026年新增企业' }],
])('takes %j apart', (text, parts) => {
  expect(readName(text)).toMatchObject(parts)
})

it('finds the name that is meant among others, and none where nothing is alike', () => {
  const names = ['高新技术企业数', '科技型中小企业数', '高新技术产品产值', '研发经费投入强度', '全社会研发经费投入']
  const like = likenessTo(names.map((item) => ({ item, names: [item] })))
  expect(like('高新技术企业')[0]?.item).toBe('高新技术企业数')
  expect(like('R&D经费投入强度')[0]?.item).toBe('研发经费投入强度')
  expect(like('研发经费投入（全社会）')[0]?.item).toBe('全社会研发经费投入')
  expect((like('森林覆盖率')[0]?.score ?? 0) < 0.3).toBe(true)
})

it('compares a name with 5,000 others in no time', () => {
  const names = Array.from({ length: 5000 }, (_, i) => `第${i}类企业研发经费内部支出合计`)
  const like = likenessTo(names.map((item) => ({ item, names: [item] })))
  const began = performance.now()
  for (let i = 0; i < 5000; i += 1) like(`第${i}类企业研发经费内部支出总额`)
  // Measured 1.4 s on two busy cores.
  expect(performance.now() - began).toBeLessThan(6000)
})

it.each([
  ['万元', '亿元', -4],
  ['亿元', '万元', 4],
  ['个', '家', 0],
  ['人', '名', 0],
  ['万吨标准煤', '吨标准煤', 4],
  ['百分点', '%', null],
  ['家', '人', null],
])('one %s is ten to some power of %s', (from, to, power) => {
  expect(powerBetween(from, to)).toBe(power)
})

it('shifts decimals exactly, and knows measures from other brackets', () => {
  expect(shiftDecimal('0.1', 1)).toBe('1')
  expect(shiftDecimal('1179000', -4)).toBe('117.9')
  expect(['万元', '吨标准煤/万元', '%', '人年'].every(looksLikeMeasure)).toBe(true)
  expect(['全市', '统计数据', '含税'].some(looksLikeMeasure)).toBe(false)
})
