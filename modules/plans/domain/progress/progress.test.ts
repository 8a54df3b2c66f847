import { describe, expect, it } from 'vitest'
import { measureProgress, type ProgressFacts, type TargetFacts } from './progress.ts'

const plan = { startYear: 2026, endYear: 2030 }
const target = (more: Partial<TargetFacts>): TargetFacts => ({
  comparator: 'ge',
  value: 6000,
  value2: null,
  unit: '家',
  year: 2030,
  startYear: null,
  perYear: false,
  path: null,
  ...more,
})
const facts = (more: Partial<ProgressFacts>): ProgressFacts => ({
  target: target({}),
  baseline: { value: 4000, year: 2025 },
  actuals: [],
  polarity: 'higher',
  nature: 'stock',
  plan,
  ...more,
})

describe('how far a target is', () => {
  it.each([
    ['half-way through time and way', { actuals: [{ period: '2028-H1', value: 5000 }] }, 'on-track', 0.5, 0.5],
    ['ahead of the line', { actuals: [{ period: '2027', value: 5200 }] }, 'ahead', 0.6, 0.4],
    ['behind the line', { actuals: [{ period: '2028', value: 5000 }] }, 'behind', 0.5, 0.6],
    ['far behind the line', { actuals: [{ period: '2028', value: 4400 }] }, 'far-behind', 0.2, 0.6],
    ['reached before its time', { actuals: [{ period: '2027', value: 6100 }] }, 'reached', 1.05, 0.4],
    ['missed when time is up', { actuals: [{ period: '2030', value: 5900 }] }, 'missed', 0.95, 1],
    ['no value yet', {}, 'no-data', null, null],
    [
      'a value from before the plan does not count',
      { actuals: [{ period: '2025', value: 5000 }] },
      'no-data',
      null,
      null,
    ],
    [
      '"more than" is not reached by exactly that',
      { target: target({ comparator: 'gt' }), actuals: [{ period: '2030', value: 6000 }] },
      'missed',
      1,
      1,
    ],
  ] as const)('%s', (_title, more, status, done, elapsed) => {
    const progress = measureProgress(facts(more as Partial<ProgressFacts>))
    expect({ status: progress.status, done: progress.done, elapsed: progress.elapsed }).toEqual({
      status,
      done,
      elapsed,
    })
  })

  it('writes the formula with its numbers', () => {
    const progress = measureProgress(facts({ actuals: [{ period: '2027', value: 5200 }] }))
    expect(progress.formula.zh).toBe('(5200 − 4000) ÷ (6000 − 4000) = 60%')
    expect(progress.expectedNow).toBe(4800)
  })

  it('a compound path asks for less in its first years', () => {
    const progress = measureProgress(
      facts({ target: target({ path: 'compound', value: 8000 }), actuals: [{ period: '2027', value: 5280 }] }),
    )
    expect(progress.expectedNow).toBeCloseTo(4000 * 2 ** 0.4, 1)
    expect(progress.status).toBe('on-track')
  })

  it('an upper limit is approached from above', () => {
    const limit = facts({
      target: target({ comparator: 'le', value: 10 }),
      baseline: { value: 20, year: 2025 },
      polarity: 'lower',
      actuals: [{ period: '2028-H1', value: 15 }],
    })
    expect(measureProgress(limit)).toMatchObject({ rule: 'at-most', status: 'on-track', done: 0.5 })
  })

  it('yearly amounts are added up over the period, running totals of a year counted once', () => {
    const sum = facts({
      target: target({ comparator: 'inc', value: 100, startYear: 2026 }),
      nature: 'flow',
      baseline: null,
      actuals: [
        { period: '2026-Q1', value: 5 },
        { period: '2026-H1', value: 12 },
        { period: '2026', value: 20 },
        { period: '2027-Q1', value: 6 },
      ],
    })
    expect(measureProgress(sum)).toMatchObject({ rule: 'cumulative', done: 0.26, formula: { zh: '26 ÷ 100 = 26%' } })
  })

  it('an increase of a stock is counted from its baseline', () => {
    const increase = facts({
      target: target({ comparator: 'inc', value: 2000, startYear: 2026 }),
      actuals: [{ period: '2027', value: 5000 }],
    })
    expect(measureProgress(increase)).toMatchObject({ done: 0.5, status: 'ahead' })
  })

  it('a multiple needs its base', () => {
    const double = target({ comparator: 'mul', value: 2, unit: '倍' })
    expect(measureProgress(facts({ target: double, actuals: [{ period: '2028-H1', value: 6000 }] }))).toMatchObject({
      rule: 'multiple',
      done: 0.5,
    })
    expect(
      measureProgress(facts({ target: double, baseline: null, actuals: [{ period: '2027', value: 6000 }] })).status,
    ).toBe('no-data')
  })

  it('a range, a rank and a yes-or-no are judged without a path', () => {
    const range = target({ comparator: 'range', value: 2, value2: 3 })
    expect(
      measureProgress(facts({ target: range, nature: 'rate', actuals: [{ period: '2027', value: 2.5 }] })).status,
    ).toBe('reached')
    expect(
      measureProgress(facts({ target: range, nature: 'rate', actuals: [{ period: '2027', value: 3.5 }] })).status,
    ).toBe('behind')
    expect(
      measureProgress(facts({ target: target({ value: 3 }), nature: 'rank', actuals: [{ period: '2027', value: 2 }] }))
        .status,
    ).toBe('reached')
    expect(
      measureProgress(
        facts({ target: target({ value: 1 }), nature: 'yes-no', actuals: [{ period: '2027', value: 0 }] }),
      ).status,
    ).toBe('on-track')
  })

  it('says so when no baseline is stated', () => {
    const progress = measureProgress(facts({ baseline: null, actuals: [{ period: '2026', value: 4742 }] }))
    expect(progress.formula.zh).toBe('4742 ÷ 6000 = 79%（起点未载明，按零起算）')
  })
})
