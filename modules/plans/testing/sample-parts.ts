import type { Citation, UnitParts, UnitRef } from '../contract.ts'

/** What units have reported of their parts, with one more unit asked that has not. */
export function samplePart(units: readonly UnitRef[], citation: Citation): UnitParts {
  const values = units.map((reportedBy, at) => ({
    id: `part-${reportedBy.id}`,
    period: '2028-H1',
    value: 300 - 80 * at,
    unit: '家',
    comparator: 'eq' as const,
    nature: 'working' as const,
    maturity: 'flash' as const,
    vintage: 1,
    replacedBecause: null,
    publishedOn: '2028-07-20',
    note: { zh: '含两家迁入企业', en: 'With two firms that moved in' },
    reportedBy,
    citation,
  }))
  return {
    period: '2028-H1',
    nature: 'working',
    unit: '家',
    asked: units.length + 1,
    sum: values.reduce((sum, { value }) => sum + value, 0),
    countsForRegion: false,
    values,
  }
}
