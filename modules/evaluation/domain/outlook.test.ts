import { describe, expect, it } from 'vitest'
import { outlookOf } from './outlook.ts'

const say = (value: number) => value.toFixed(1)
const series = (...values: number[]) => values.map((value, at) => ({ year: 2021 + at, value }))
const aim = { value: 100, value2: null, year: 2028, rule: 'at-least' as const }

describe('the outlook of an indicator', () => {
  it('says that the target is met when the whole interval meets it', () => {
    const outlook = outlookOf(series(50, 60, 70, 80, 90), aim, say)
    expect(outlook).toMatchObject({ verdict: 'likely', value: 120, wide: false })
    expect(outlook.words.zh).toContain('5个年度值的直线回归')
    expect(outlook.words.zh).toContain('走势有利。年度值只有5个，这一预测依据较弱。')
  })

  it('promises only where seven years stand behind it', () => {
    const seven = series(30, 40, 50, 60, 70, 80, 90)
    expect(outlookOf(seven, { ...aim, year: 2029 }, say).words.zh).toContain('可以完成')
    expect(outlookOf(seven.slice(1), { ...aim, year: 2029 }, say).words.zh).not.toContain('可以完成')
  })

  it('says that it is missed, also for upper limits', () => {
    expect(outlookOf(series(50, 51, 52, 53, 54), aim, say).verdict).toBe('unlikely')
    expect(outlookOf(series(150, 151, 152, 153), { ...aim, year: 2027, rule: 'at-most' }, say).verdict).toBe('unlikely')
  })

  it('says in words when the interval decides nothing', () => {
    const outlook = outlookOf(series(50, 90, 40, 95, 80), aim, say)
    expect(outlook).toMatchObject({ verdict: 'open', wide: true })
    expect(outlook.words.zh).toContain('只能参考')
  })

  it('makes none of three values, for what is over, and for what follows no line', () => {
    expect(outlookOf(series(1, 2, 3), aim, say).words.zh).toBe('只有3个年度值，少于4个，不作预测。')
    expect(outlookOf(series(1, 2, 3, 4, 5), { ...aim, year: 2025 }, say).words.zh).toContain('不需要预测')
    expect(outlookOf(series(1, 2, 3, 4, 5), { ...aim, rule: 'rank' }, say).kind).toBe('none')
  })
})
