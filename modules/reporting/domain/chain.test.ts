import { describe, expect, it } from 'vitest'
import { type ChainStep, mayAct, nextMove, usualChain } from './chain.ts'

const [prepare, check, sign] = usualChain as [ChainStep, ChainStep, ChainStep]
const reporter = { personId: 'lin', roles: ['reporter'] }
const leader = { personId: 'zhou', roles: ['unit-leader'] }

describe('a unit’s chain', () => {
  it('is acted on by holders of the step’s role', () => {
    expect(mayAct(prepare, reporter, [], '2026-10-08')).toBe('own')
    expect(mayAct(sign, reporter, [], '2026-10-08')).toBeNull()
  })

  it('may name one person, and then nobody else of the role', () => {
    const named: ChainStep = { kind: 'sign', personId: 'deputy' }
    expect(mayAct(named, leader, [], '2026-10-08')).toBeNull()
    expect(mayAct(named, { personId: 'deputy', roles: [] }, [], '2026-10-08')).toBe('own')
  })

  it('lets a delegate act within her days, and names whom she stands in for', () => {
    const given = [
      { fromPerson: 'zhou', toPerson: 'he', fromDay: '2026-10-08', untilDay: '2026-10-10', roles: ['unit-leader'] },
    ]
    const delegate = { personId: 'he', roles: ['checker'] }
    expect(mayAct(sign, delegate, given, '2026-10-10')).toEqual({ onBehalfOf: 'zhou' })
    expect(mayAct(sign, delegate, given, '2026-10-11')).toBeNull()
    expect(mayAct(check, delegate, given, '2026-10-10')).toBe('own')
    expect(mayAct(prepare, delegate, given, '2026-10-10')).toBeNull()
  })

  it('passes on step by step, then to other units, then out', () => {
    expect(nextMove(usualChain, 0, 1)).toEqual({ verb: 'to-check', step: 1 })
    expect(nextMove(usualChain, 1, 1)).toEqual({ verb: 'to-sign', step: 2 })
    expect(nextMove(usualChain, 2, 1)).toEqual({ verb: 'to-countersign', step: 2 })
    expect(nextMove(usualChain, 2, 0)).toEqual({ verb: 'submit', step: 2 })
    expect(nextMove([prepare], 0, 0)).toEqual({ verb: 'submit', step: 0 })
  })
})
