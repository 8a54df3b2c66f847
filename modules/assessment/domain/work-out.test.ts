import { describe, expect, it } from 'vitest'
import type { AssessmentFormula } from '../contract-formula.ts'
import { formulaFaults } from './check-formula.ts'
import { daysOfPeriod } from './period-days.ts'
import { type UnitInputs, workOut } from './work-out.ts'

const both = (zh: string, en: string) => ({ zh, en })
const cite = { document: '湖府办〔2024〕41号', article: '第三条' }
const formula: AssessmentFormula = {
  parts: [
    {
      code: 'firms',
      names: both('高新技术企业', 'High-tech enterprises'),
      weight: '40',
      cite,
      measure: { kind: 'proportional', indicatorId: 'high-tech-enterprises', direction: 'higher', cap: '1.1' },
    },
    {
      code: 'energy',
      names: both('能耗', 'Energy'),
      weight: '30',
      cite,
      measure: {
        kind: 'steps',
        indicatorId: 'energy-intensity',
        direction: 'lower',
        steps: [
          { from: '1', counts: '1' },
          { from: '0.9', counts: '0.6' },
        ],
      },
    },
    { code: 'service', names: both('服务企业', 'Service'), weight: '30', cite, measure: { kind: 'judged' } },
  ],
  deductions: [{ code: 'late', names: both('迟报', 'Late'), points: '0.5', most: '2', cite }],
  vetoes: [{ code: 'false', names: both('数据造假', 'False figures'), cite }],
  grades: [
    { names: both('优秀', 'Excellent'), from: '90' },
    { names: both('一般', 'Fair'), from: '0' },
  ],
  decimals: 2,
}
const part = (more: object) => ({ applies: true, target: null, value: null, points: null, ...more })
const inputs: UnitInputs = {
  parts: {
    firms: part({ target: '260', value: '271' }),
    energy: part({ target: '0.38', value: '0.40' }),
    service: part({ points: '27.5' }),
  },
  happened: { late: 1 },
  vetoed: [],
}

describe('a score sheet', () => {
  it('shows for every line the share, what counts, and the points', () => {
    expect(workOut(formula, inputs)).toMatchObject({
      lines: [
        { code: 'firms', ratio: '1.0423', counted: '1.0423', points: '41.69' },
        { code: 'energy', ratio: '0.9500', counted: '0.6', points: '18.00' },
        { code: 'service', ratio: null, counted: '0.9167', points: '27.50' },
      ],
      deductions: [{ code: 'late', points: '0.50' }],
      total: '86.69',
      grade: { zh: '一般' },
    })
  })

  it('gives the weight of what does not apply to the others', () => {
    const without = { ...inputs, parts: { ...inputs.parts, energy: part({ applies: false }) } }
    const [firms, energy, service] = workOut(formula, without).lines
    expect([firms?.weight, energy?.weight, service?.weight]).toEqual(['57.14', null, '42.86'])
  })

  it('takes nothing of what should be little for as good as it gets', () => {
    const none = { ...inputs, parts: { ...inputs.parts, energy: part({ target: '0.38', value: '0' }) } }
    expect(workOut(formula, none).lines[1]).toMatchObject({ points: '30.00' })
  })

  it('is refused while a figure is missing, naming it', () => {
    const without = { ...inputs, parts: { ...inputs.parts, firms: part({ target: '260' }) } }
    expect(() => workOut(formula, without)).toThrow(/firms/)
  })
})

describe('a formula', () => {
  it('is sound when weights make a hundred and all stands in order', () => {
    expect(formulaFaults(formula)).toEqual([])
  })

  it('names each fault', () => {
    const wrong = {
      ...formula,
      parts: formula.parts.slice(0, 2),
      vetoes: [{ ...formula.vetoes[0]!, code: 'late' }],
      grades: [{ names: both('优秀', 'Excellent'), from: '60' }],
    }
    expect(formulaFaults(wrong).map(({ message }) => message.en)).toEqual([
      'The weights add up to 70, not to 100.',
      'The code late of “False figures” is used twice.',
      'The lowest grade must begin at 0.',
    ])
  })
})

describe('the days of a period', () => {
  it.each([
    ['2026', '2026-01-01', '2027-01-01'],
    ['2026-H2', '2026-07-01', '2027-01-01'],
    ['2026-Q1', '2026-01-01', '2026-04-01'],
    ['2026-12', '2026-12-01', '2027-01-01'],
  ])('%s begins on %s and is over on %s', (period, first, after) => {
    expect(daysOfPeriod(period)).toEqual({ first, after })
  })
})
