import { readFigures } from '../../domain/reading/figures/read-figures.ts'

/**
 * For tests: reads invented sentences as if they stood in a paper of the given title, and writes each figure in one
 * line, "comparator value unit year kind": 到2025年,… → "ge 60 家 2025 target".
 */
export function readSentences(title: string, body: string): string[] {
  const report = /总结|报告|公报/.test(title)
  const document = {
    title,
    issuer: null,
    documentNumber: null,
    date: null,
    genre: report ? ('work-report' as const) : ('plan' as const),
    startYear: null,
    endYear: null,
  }
  return readFigures(body, { sections: [], noise: [], document }).map((figure) => {
    const value = figure.value2 === null ? String(figure.value) : `${figure.value}–${figure.value2}`
    const year = figure.startYear === null ? String(figure.year ?? '-') : `${figure.startYear}–${figure.year ?? ''}`
    const marks = `${figure.perYear ? ' /年' : ''}${figure.estimate ? ' 预计' : ''}`
    return `${figure.comparator} ${value} ${figure.unit} ${year} ${figure.kind}${marks}`
  })
}
