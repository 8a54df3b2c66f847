import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planScore, spreadEvenly, sumOfWeights, usualShares, usualWeights } from './plan-score.ts'

describe('the score of a plan', () => {
  it('is each weight times the share of its standing', () => {
    const lines = [
      { id: 'a', weight: '60', standing: 'done' as const },
      { id: 'b', weight: '30', standing: 'on-course' as const },
      { id: 'c', weight: '10', standing: 'behind' as const },
    ]
    expect(planScore(lines, usualShares)).toMatchObject({ total: '88.00', grade: { zh: '良好' } })
  })

  it('leaves out what nobody has judged, and spreads its weight', () => {
    const lines = [
      { id: 'a', weight: '60', standing: 'done' as const },
      { id: 'b', weight: '40', standing: null },
    ]
    expect(planScore(lines, usualShares)).toMatchObject({ total: '100.00', parts: [{ code: 'a', points: '100.00' }] })
    expect(planScore([lines[1]!], usualShares)).toBeNull()
  })

  it('has usual weights that come to exactly 100, however many lines there are', () => {
    expect(spreadEvenly(60, 11).slice(4, 6)).toEqual(['5.46', '5.45'])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (indicators, tasks) => {
        const weights = usualWeights(indicators, tasks)
        expect(sumOfWeights([...weights.indicators, ...weights.tasks])).toBe('100')
      }),
    )
  })
})
