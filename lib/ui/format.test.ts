import { describe, expect, test } from 'vitest'
import {
  afterWord,
  type Figure,
  formatAmount,
  formatAxisUnit,
  formatDate,
  formatFigure,
  formatLarge,
  formatNumber,
  formatPeriod,
  formatRank,
  formatShare,
  formatUnit,
  formatYears,
} from './format.ts'

describe('numbers', () => {
  test.each([
    [0, '0'],
    [4742, '4,742'],
    [1234567.891, '1,234,567.891'],
    [0.1 + 0.2, '0.3'],
    [-12.5, '−12.5'],
    [-0.00001, '0'],
  ])('%d is written %s', (value, text) => expect(formatNumber(value)).toBe(text))

  test.each([
    [0.6918, '69%'],
    [1, '100%'],
    [0.9996, '99.9%'],
    [1.234, '123%'],
    [0.0042, '0.4%'],
    [0, '0%'],
    [-0.25, '−25%'],
  ])('the share %d is %s', (share, text) => expect(formatShare(share)).toBe(text))

  test.each([
    [9999, '9,999', '9,999'],
    [356_000, '35.6万', '356,000'],
    [120_000_000, '1.2亿', '120 million'],
    [2.85e12, '2.85万亿', '2.85 trillion'],
  ])('%d is said %s and %s', (value, zh, en) => {
    expect(formatLarge(value, 'zh')).toBe(zh)
    expect(formatLarge(value, 'en')).toBe(en)
  })
})

describe('amounts with units', () => {
  test.each([
    [4742, '家', '4,742 家', '4,742'],
    [2.5, '%', '2.5%', '2.5%'],
    [3120, '亿元', '3,120 亿元', '312 billion yuan'],
    [23.5, '万元', '23.5 万元', '235,000 yuan'],
    [1_250_000, '人', '125 万人', '1.25 million people'],
    [20, '万家', '20 万家', '200,000'],
    [0.8, '个百分点', '0.8 个百分点', '0.8 percentage points'],
    [32, '件/万人', '32 件/万人', '32 per 10,000 people'],
    [0.45, '吨标准煤/万元', '0.45 吨标准煤/万元', '0.45 tonnes of standard coal per 10,000 yuan'],
    [1, '是否', '是', 'Yes'],
  ])('%d %s', (value, unit, zh, en) => {
    expect(formatAmount(value, unit, 'zh')).toBe(zh)
    expect(formatAmount(value, unit, 'en')).toBe(en)
  })

  test.each([
    ['亿元', '亿元', '100 million yuan'],
    ['万家', '万家', '10,000'],
    ['件/万人', '件/万人', 'per 10,000 people'],
    ['%', '%', '%'],
  ])('%s heads a column as %s and %s', (unit, zh, en) => {
    expect(formatUnit(unit, 'zh')).toBe(zh)
    expect(formatUnit(unit, 'en')).toBe(en)
  })

  test.each([
    [1, '第 1 位', '1st'],
    [2, '第 2 位', '2nd'],
    [11, '第 11 位', '11th'],
    [23, '第 23 位', '23rd'],
  ])('rank %d', (rank, zh, en) => {
    expect(formatRank(rank, 'zh')).toBe(zh)
    expect(formatRank(rank, 'en')).toBe(en)
  })
})

describe('figures in words', () => {
  const cases: [Figure, string, string][] = [
    [{ comparator: 'ge', value: 6000, unit: '家' }, '不少于 6,000 家', 'at least 6,000'],
    [{ comparator: 'ge', value: 3, unit: '%' }, '不低于 3%', 'at least 3%'],
    [{ comparator: 'gt', value: 100, unit: '家' }, '超过 100 家', 'more than 100'],
    [{ comparator: 'le', value: 0.4, unit: '吨' }, '不超过 0.4 吨', 'at most 0.4 tonnes'],
    [{ comparator: 'approx', value: 5, unit: '万人' }, '约 5 万人', 'about 50,000 people'],
    [{ comparator: 'range', value: 2.8, value2: 3, unit: '%' }, '2.8%—3%', '2.8%–3%'],
    [{ comparator: 'inc', value: 120, unit: '家' }, '新增 120 家', 'increase of 120'],
    [{ comparator: 'mul', value: 2, unit: '倍' }, '达到基期的 2 倍', 'twice the base'],
    [
      { comparator: 'ge', value: 10, unit: '亿元', perYear: true },
      '每年不低于 10 亿元',
      'at least 1 billion yuan a year',
    ],
    [{ comparator: 'eq', value: 4742, unit: '家' }, '4,742 家', '4,742'],
  ]
  test.each(cases)('%j', (figure, zh, en) => {
    expect(formatFigure(figure, 'zh')).toBe(zh)
    expect(formatFigure(figure, 'en')).toBe(en)
  })

  test('a rank and a yes or no', () => {
    expect(formatFigure({ comparator: 'eq', value: 2, unit: '位' }, 'zh', { as: 'rank' })).toBe('第 2 位')
    expect(formatFigure({ comparator: 'le', value: 10, unit: '位' }, 'zh', { as: 'rank' })).toBe('进入前 10 位')
    expect(formatFigure({ comparator: 'eq', value: 1, unit: '' }, 'en', { as: 'yes-no' })).toBe('Yes')
  })
})

describe('dates and periods', () => {
  test.each([
    ['2026-11-22', '2026年11月22日', '22 November 2026'],
    ['2026-11', '2026年11月', 'November 2026'],
    ['2026', '2026年', '2026'],
    ['2026-11-22T08:00:00Z', '2026年11月22日', '22 November 2026'],
    ['unknown', 'unknown', 'unknown'],
  ])('%s', (date, zh, en) => {
    expect(formatDate(date, 'zh')).toBe(zh)
    expect(formatDate(date, 'en')).toBe(en)
  })

  test.each([
    ['2026', '2026年', '2026'],
    ['2026-H1', '2026年上半年', 'H1 2026'],
    ['2026-Q3', '2026年第三季度', 'Q3 2026'],
    ['2026-07', '2026年7月', 'July 2026'],
  ])('%s', (period, zh, en) => {
    expect(formatPeriod(period, 'zh')).toBe(zh)
    expect(formatPeriod(period, 'en')).toBe(en)
  })

  test('the years of a plan', () => {
    expect(formatYears(2016, 2020, 'zh')).toBe('2016—2020年')
    expect(formatYears(2016, 2020, 'en')).toBe('2016–2020')
    expect(formatYears(2017, 2017, 'zh')).toBe('2017年')
  })
})

test('Chinese brackets are full-width, and a figure stands apart from words but words from words not', () => {
  expect(formatAmount(10_000, '家(项)', 'zh')).toBe('10,000 家（项）')
  expect(formatUnit('篇(幅)', 'zh')).toBe('篇（幅）')
  expect(formatAxisUnit('家(项)', 'zh')).toBe('家（项）')
  expect(afterWord('目标', formatFigure({ comparator: 'gt', value: 50, unit: '%' }, 'zh'))).toBe('目标超过 50%')
  expect(afterWord('目标', formatFigure({ comparator: 'eq', value: 150, unit: '家' }, 'zh'))).toBe('目标 150 家')
})
