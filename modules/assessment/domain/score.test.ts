import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Formula, type Inputs, rank, scoreOf } from './score.ts'

const both = (zh: string, en: string) => ({ zh, en })
const cite = { document: 'lakeside-assessment-2026', article: '第三条' }
const formula: Formula = {
  parts: [
    { code: 'targets', names: both('目标完成', 'Targets'), weight: '60', cap: '1.1', cite },
    { code: 'tasks', names: both('任务完成', 'Tasks'), weight: '30', cap: '1', cite },
    { code: 'timeliness', names: both('报送及时', 'Timeliness'), weight: '10', cap: '1', cite },
  ],
  deductions: [{ code: 'late', names: both('迟报', 'Late returns'), points: '0.5', most: '3', cite }],
  vetoes: [{ code: 'false-figures', names: both('数据造假', 'False figures'), cite }],
  grades: [
    { names: both('优秀', 'Excellent'), from: '90' },
    { names: both('合格', 'Passed'), from: '60' },
    { names: both('不合格', 'Failed'), from: '0' },
  ],
  decimals: 2,
}
const inputs: Inputs = {
  achieved: { targets: '0.963', tasks: '0.8', timeliness: '1' },
  happened: { late: 2 },
  vetoed: [],
}

describe('the score of a unit', () => {
  it('is the weighted parts less the deductions, each as published', () => {
    expect(scoreOf(formula, inputs)).toMatchObject({
      parts: [
        { code: 'targets', points: '57.78' },
        { code: 'tasks', points: '24.00' },
        { code: 'timeliness', points: '10.00' },
      ],
      deductions: [{ code: 'late', times: 2, points: '1.00' }],
      total: '90.78',
      grade: { en: 'Excellent' },
    })
  })

  it('counts overfulfilment up to the cap and loss up to its limit', () => {
    const score = scoreOf(formula, {
      ...inputs,
      achieved: { ...inputs.achieved, targets: '2.5' },
      happened: { late: 40 },
    })
    expect(score.parts[0]?.points).toBe('66.00')
    expect(score.deductions[0]?.points).toBe('3.00')
  })

  it('spreads the weight of a part that does not apply over the others', () => {
    const score = scoreOf(formula, {
      ...inputs,
      achieved: { targets: '1', tasks: null, timeliness: '1' },
      happened: {},
    })
    expect(score.parts.map((part) => part.weight)).toEqual(['85.71', '14.29'])
    expect(score.total).toBe('100.00')
  })

  it('is the lowest grade under a veto, with the points left as they are and the paper named', () => {
    const because = { document: '市审计局通报〔2026〕3号', article: '二' }
    const score = scoreOf(formula, { ...inputs, vetoed: [{ code: 'false-figures', because }] })
    expect(score).toMatchObject({ total: '90.78', grade: { en: 'Failed' }, vetoes: [{ because }] })
  })

  it('gives equal scores one place, and vetoed units the last', () => {
    const of = (targets: string, vetoed: Inputs['vetoed'] = []) =>
      scoreOf(formula, { ...inputs, achieved: { ...inputs.achieved, targets }, vetoed })
    const because = { document: 'x', article: '一' }
    const ranked = rank([
      { unit: 'a', score: of('0.9') },
      { unit: 'b', score: of('1') },
      { unit: 'c', score: of('1.1', [{ code: 'false-figures', because }]) },
      { unit: 'd', score: of('0.9') },
    ])
    expect(ranked.map(({ unit, place }) => [unit, place])).toEqual([
      ['b', 1],
      ['a', 2],
      ['d', 2],
      ['c', 4],
    ])
  })

  it('never grows when more goes wrong, and its parts add up to it', () => {
    const share = fc.integer({ min: 0, max: 1500 }).map((thousandths) => (thousandths / 1000).toString())
    fc.assert(
      fc.property(share, share, share, fc.nat(10), (targets, tasks, timeliness, late) => {
        const given = { achieved: { targets, tasks, timeliness }, happened: { late }, vetoed: [] }
        const score = scoreOf(formula, given)
        const cents = (value: string) => Math.round(Number(value) * 100)
        const parts = score.parts.reduce((sum, part) => sum + cents(part.points), 0)
        const lost = score.deductions.reduce((sum, one) => sum + cents(one.points), 0)
        expect(cents(score.total)).toBe(Math.max(0, parts - lost))
        const worse = scoreOf(formula, { ...given, happened: { late: late + 1 } })
        expect(Number(worse.total)).toBeLessThanOrEqual(Number(score.total))
      }),
    )
  })
})
