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

  it('counts the amount of a single year from nothing, whatever the year before brought', () => {
    const progress = measureProgress(
      facts({
        plan: { startYear: 2026, endYear: 2026 },
        nature: 'flow',
        baseline: null,
        target: target({ comparator: 'eq', value: 110, unit: '人', year: 2026 }),
        actuals: [
          { period: '2025', value: 97 },
          { period: '2026-H1', value: 61 },
        ],
      }),
    )
    expect(progress).toMatchObject({ rule: 'cumulative', done: 0.5545, status: 'ahead' })
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

  it.each([
    ['a range that holds', { value: 2, value2: 3, comparator: 'range' }, 'rate', 2.5, 'reached', null],
    ['a range that does not', { value: 2, value2: 3, comparator: 'range' }, 'rate', 3.5, 'not-yet', 0.5],
    ['a rank that holds', { value: 3 }, 'rank', 2, 'reached', null],
    ['a rank that does not', { value: 3 }, 'rank', 5, 'not-yet', 2],
    ['a thing not yet done', { value: 1 }, 'yes-no', 0, 'not-yet', null],
  ] as const)('%s is judged without a path: no pace is made up', (_title, more, nature, value, status, gap) => {
    const progress = measureProgress(facts({ target: target(more), nature, actuals: [{ period: '2027', value }] }))
    expect(progress).toMatchObject({ status, gap, path: 'none', expectedNow: null })
  })

  it('what each year owes is not approached over the years', () => {
    const each = target({ comparator: 'ge', value: 1000, perYear: true, startYear: 2026 })
    const progress = measureProgress(facts({ target: each, nature: 'flow', actuals: [{ period: '2026', value: 900 }] }))
    expect(progress).toMatchObject({ status: 'not-yet', done: null, share: 0.9, gap: 100, growth: null })
    expect(progress.formula.zh).toBe('900 ÷ 1000 = 90%')
  })

  it('an increase of a share is counted from its start, never added up year by year', () => {
    const points = target({ comparator: 'inc', value: 3, unit: '%', startYear: 2026 })
    const progress = measureProgress(
      facts({
        target: points,
        nature: 'rate',
        baseline: { value: 20, year: 2025 },
        actuals: [
          { period: '2026', value: 20.5 },
          { period: '2027', value: 21.5 },
        ],
      }),
    )
    expect(progress).toMatchObject({ rule: 'cumulative', done: 0.5, formula: { zh: '1.5 ÷ 3 = 50%' } })
  })
})

describe('a plan that states no baseline', () => {
  const unstated = (more: Partial<ProgressFacts>) => measureProgress(facts({ baseline: null, ...more }))

  it('has no pace: the share of the target, what remains, and no word about early or late', () => {
    const progress = unstated({
      target: target({ comparator: 'gt', value: 50, unit: '%' }),
      nature: 'rate',
      actuals: [{ period: '2026', value: 16 }],
    })
    expect(progress).toMatchObject({
      status: 'not-yet',
      start: null,
      done: null,
      share: 0.32,
      gap: 34,
      expectedNow: null,
      path: 'none',
      elapsed: 0.2,
      growth: { per: 'points', needed: 8.5, observed: null },
    })
    expect(progress.formula.zh).toBe('16 ÷ 50 = 32%（起点未知，只看占目标的多少）')
    expect(progress.inputs).toHaveLength(2)
  })

  it('is reached, or missed when time is up, all the same', () => {
    expect(unstated({ actuals: [{ period: '2026', value: 6100 }] })).toMatchObject({ status: 'reached', gap: null })
    expect(unstated({ actuals: [{ period: '2030', value: 5000 }] })).toMatchObject({ status: 'missed', gap: 1000 })
  })

  it('starts from what was published for the year before it, and says so', () => {
    const progress = unstated({
      actuals: [
        { period: '2025', value: 4000 },
        { period: '2026', value: 4400 },
      ],
    })
    expect(progress).toMatchObject({
      status: 'on-track',
      done: 0.2,
      start: { value: 4000, period: '2025', basis: 'published' },
      growth: { per: 'percent', needed: 0.0806, observed: 0.1 },
    })
    expect(progress.inputs[0]).toMatchObject({ value: 4000, period: '2025' })
    expect(progress.inputs[0]?.label.zh).toContain('规划没有写基期')
  })

  it('starts from the first value of its first year once there is a second', () => {
    const first = { period: '2026', value: 4000 }
    expect(unstated({ actuals: [first] })).toMatchObject({ status: 'not-yet', start: null })
    const later = unstated({ actuals: [first, { period: '2028', value: 5000 }] })
    expect(later).toMatchObject({ start: { period: '2026' }, elapsed: 0.5, done: 0.5, status: 'on-track' })
  })

  it('does not start from a value of long ago, nor judge by values after its time', () => {
    const old = unstated({
      actuals: [
        { period: '2019', value: 100 },
        { period: '2027', value: 4000 },
      ],
    })
    expect(old).toMatchObject({ status: 'not-yet', start: null })
    expect(old.growth?.observed).toBeCloseTo(40 ** (1 / 8) - 1, 3)
    const short = { startYear: 2026, endYear: 2026 }
    const after = unstated({
      target: target({ year: 2026 }),
      plan: short,
      actuals: [
        { period: '2026-H1', value: 4000 },
        { period: '2027', value: 9000 },
      ],
    })
    expect(after).toMatchObject({ status: 'not-yet', start: null })
  })

  it('compares an upper limit with the value, the other way round', () => {
    const progress = unstated({
      target: target({ comparator: 'le', value: 10 }),
      polarity: 'lower',
      actuals: [{ period: '2027', value: 40 }],
    })
    expect(progress).toMatchObject({ status: 'not-yet', share: 0.25, gap: 30 })
  })
})

describe('values that were published with a comparator', () => {
  const over = target({ comparator: 'gt', value: 100 })
  it.each([
    ['more than 100 has passed "more than 100"', over, 'gt', 'higher', 'reached'],
    ['100 has not', over, 'eq', 'higher', 'not-yet'],
    ['less than 100 has not reached 100', target({ value: 100 }), 'lt', 'higher', 'not-yet'],
    ['less than 100 is within "at most 100"', target({ comparator: 'le', value: 100 }), 'lt', 'lower', 'reached'],
    ['more than 100 is not', target({ comparator: 'le', value: 100 }), 'gt', 'lower', 'not-yet'],
  ] as const)('%s', (_title, wanted, comparator, polarity, status) => {
    const actuals = [{ period: '2027', value: 100, comparator }]
    expect(measureProgress(facts({ target: wanted, baseline: null, polarity, actuals })).status).toBe(status)
  })
})
