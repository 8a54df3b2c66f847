import { describe, expect, it } from 'vitest'
import { sharingOf } from './shares.ts'

describe('a target shared out among districts', () => {
  it('is reached when counts add up, and the gap is said when they do not', () => {
    const shares = [
      { region: 'linhu', value: '900' },
      { region: 'bei-an', value: '1400' },
    ]
    expect(sharingOf('2400', 'sum', shares)).toEqual({
      together: '2300',
      filled: '2300',
      gap: '100',
      missing: [],
      below: [],
    })
  })

  it('waits for every share, and names those that are missing', () => {
    const shares = [
      { region: 'linhu', value: '900' },
      { region: 'qingyu', value: null },
    ]
    expect(sharingOf('2400', 'sum', shares)).toMatchObject({
      together: null,
      filled: '900',
      gap: null,
      missing: ['qingyu'],
    })
  })

  it('weighs ratios', () => {
    const shares = [
      { region: 'linhu', value: '3.6', weight: '2000' },
      { region: 'bei-an', value: '2.4', weight: '1000' },
    ]
    expect(sharingOf('3.2', 'weighted', shares)).toMatchObject({ together: '3.2', gap: '0' })
  })

  it('asks each to reach it where that is the rule', () => {
    const shares = [
      { region: 'linhu', value: '3.6' },
      { region: 'daoxiang', value: '1.1' },
    ]
    expect(sharingOf('1.5', 'each', shares)).toMatchObject({ together: '1.1', gap: '0.4', below: ['daoxiang'] })
  })

  it('asks each not to exceed what should be little', () => {
    const shares = [
      { region: 'linhu', value: '0.3' },
      { region: 'daoxiang', value: '0.5' },
    ]
    expect(sharingOf('0.4', 'each', shares, 'lower')).toMatchObject({ together: '0.5', below: ['daoxiang'] })
  })

  it('adds decimals exactly', () => {
    const shares = ['0.1', '0.2'].map((value, at) => ({ region: `r${at}`, value }))
    expect(sharingOf('0.3', 'sum', shares)).toMatchObject({ together: '0.3', gap: '0' })
  })
})
