import { describe, expect, it } from 'vitest'
import { forecast } from './forecast.ts'

const line = (years: number[], value: (year: number) => number) => years.map((year) => ({ year, value: value(year) }))

describe('a forecast', () => {
  it('continues a straight line, and still leaves a doubt that grows with the years ahead', () => {
    const points = line([2021, 2022, 2023, 2024, 2025], (year) => 100 + 12 * (year - 2021))
    expect(forecast(points, 2027)).toMatchObject({
      kind: 'forecast',
      value: 172,
      low: 172 - 3.44,
      high: 172 + 3.44,
      growthPerYear: 12,
    })
    expect(
      forecast(
        line([2022, 2023, 2024, 2025], () => 6),
        2026,
      ),
    ).toMatchObject({ value: 6, low: 5, high: 7 })
  })

  it('stays within what the values can be', () => {
    const share = line([2022, 2023, 2024, 2025], (year) => 85 + 5 * (year - 2022))
    expect(forecast(share, 2027, { least: 0, most: 100 })).toMatchObject({ value: 100, high: 100 })
    const count = line([2022, 2023, 2024, 2025], (year) => 10 - 3 * (year - 2022))
    expect(forecast(count, 2027, { least: 0, most: null })).toMatchObject({ value: 0, low: 0 })
  })

  it('agrees with the textbook on scattered points', () => {
    // y = 2, 4, 5, 4, 5 at x = 1…5: slope 0.6, intercept 2.2, residual error 0.8944.
    const points = [2, 4, 5, 4, 5].map((value, at) => ({ year: 2021 + at, value }))
    const answer = forecast(points, 2026)
    if (answer.kind !== 'forecast') throw new Error(answer.kind)
    expect(answer.value).toBeCloseTo(5.8, 10)
    expect(answer.high - answer.value).toBeCloseTo(1.638 * 0.894427 * Math.sqrt(1 + 1 / 5 + 9 / 10), 4)
  })

  it('says so when there are too few years, or when it is asked too far ahead', () => {
    expect(
      forecast(
        line([2023, 2024, 2025], (year) => year),
        2026,
      ),
    ).toEqual({ kind: 'too-few', points: 3, needed: 4 })
    expect(
      forecast(
        line([2022, 2023, 2024, 2025], (year) => year),
        2035,
      ),
    ).toMatchObject({ kind: 'too-far' })
    const decade = line([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025], (year) => year)
    expect(forecast(decade, 2030)).toMatchObject({ kind: 'forecast' })
    expect(forecast(decade, 2031)).toMatchObject({ kind: 'too-far' })
  })

  it('covers four in five of values drawn from its own model', () => {
    let seed = 7
    const uniform = () => {
      seed = (seed * 16807) % 2147483647
      return seed / 2147483647
    }
    const noise = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
    let inside = 0
    for (let trial = 0; trial < 4000; trial += 1) {
      const points = line([2020, 2021, 2022, 2023, 2024, 2025], (year) => 50 + 3 * (year - 2020) + 5 * noise())
      const answer = forecast(points, 2027)
      if (answer.kind !== 'forecast') throw new Error(answer.kind)
      const truth = 50 + 3 * 7 + 5 * noise()
      if (answer.low <= truth && truth <= answer.high) inside += 1
    }
    expect(inside / 4000).toBeGreaterThan(0.78)
    expect(inside / 4000).toBeLessThan(0.82)
  })
})
