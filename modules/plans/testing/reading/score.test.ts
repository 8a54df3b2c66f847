import { expect, test } from 'vitest'
import type { Figure } from '../../domain/reading/model.ts'
import { nameLikeness } from './name-likeness.ts'
import { addScores, type GoldFigure, rate, scoreReading } from './score.ts'

const text = '新增孵化器7家,累计46家;成交额8亿元。'

function figure(quote: string, rest: Partial<Figure>): Figure {
  const start = text.indexOf(quote)
  return {
    start,
    end: start + quote.length,
    quote,
    name: quote,
    value: 0,
    value2: null,
    unit: '家',
    comparator: 'eq',
    year: 2022,
    startYear: null,
    perYear: false,
    kind: 'actual',
    estimate: false,
    ...rest,
  }
}

function gold(quote: string, rest: Partial<GoldFigure>): GoldFigure {
  return {
    quote,
    name: quote,
    value: 0,
    value2: null,
    unit: '家',
    comparator: 'eq',
    year: 2022,
    start: null,
    kind: 'actual',
    ...rest,
  }
}

test('what agrees in place, value, unit and comparator counts for precision and recall', () => {
  const figures = [figure('新增孵化器7家', { value: 7, comparator: 'inc' }), figure('累计46家', { value: 46 })]
  const answers = [
    gold('新增孵化器7家', { value: 7, comparator: 'inc' }),
    gold('累计46家', { value: 46 }),
    gold('成交额8亿元', { value: 8, unit: '亿元' }),
  ]
  const score = scoreReading({ text, figures, tasks: [] }, { figures: answers, tasks: [] })
  expect(score.precision).toEqual({ hit: 2, of: 2 })
  expect(score.recall).toEqual({ hit: 2, of: 3 })
  expect(score.misses.map((miss) => miss.class)).toEqual(['not-found'])
})

test('a wrong comparator costs both ways, a wrong year only the year', () => {
  const figures = [figure('新增孵化器7家', { value: 7 }), figure('累计46家', { value: 46, year: 2021 })]
  const answers = [gold('新增孵化器7家', { value: 7, comparator: 'inc' }), gold('累计46家', { value: 46 })]
  const score = scoreReading({ text, figures, tasks: [] }, { figures: answers, tasks: [] })
  expect(rate(score.precision)).toBe(0.5)
  expect(rate(score.recall)).toBe(0.5)
  expect(score.year).toEqual({ hit: 0, of: 1 })
  expect(score.misses.map((miss) => miss.class)).toEqual(['comparator', 'year'])
})

test('debatable answers count neither way', () => {
  const answers = [gold('累计46家', { value: 46, doubtful: true })]
  const found = scoreReading(
    { text, figures: [figure('累计46家', { value: 46 })], tasks: [] },
    { figures: answers, tasks: [] },
  )
  const missed = scoreReading({ text, figures: [], tasks: [] }, { figures: answers, tasks: [] })
  const total = addScores([found, missed])
  expect([total.precision.of, total.recall.of, total.misses.length]).toEqual([0, 0, 0])
})

test('a quote that the text does not hold is refused, so that answers stay true to their documents', () => {
  expect(() => scoreReading({ text, figures: [], tasks: [] }, { figures: [gold('无此句', {})], tasks: [] })).toThrow(
    /无此句/,
  )
})

test('names are alike by pairs of characters, frame words and synonyms of growth and share apart', () => {
  expect(nameLikeness('全市孵化器数量', '孵化器')).toBe(1)
  expect(nameLikeness('成交额比上年增长', '成交额同比增速')).toBe(1)
  expect(nameLikeness('增长', '成交额增长')).toBeLessThan(0.6)
  expect(nameLikeness('医院床位', '孵化器')).toBe(0)
  const found = figure('新增孵化器7家', { value: 7, comparator: 'inc', name: '增加' })
  const answer = gold('新增孵化器7家', { value: 7, comparator: 'inc', name: '新增孵化器' })
  const score = scoreReading({ text, figures: [found], tasks: [] }, { figures: [answer], tasks: [] })
  expect(score.nameNear).toEqual({ hit: 0, of: 1 })
  expect(score.misses.map((miss) => miss.class)).toEqual(['name'])
})
