import type { Bilingual } from '@opensti/kernel'
import type { FigureProposal, TaskProposal } from '../../contract-reading.ts'
import { nameFault } from './public-names.ts'

/** Why a task cannot enter the ledger yet, with what to do; null when it can. */
export function taskFault(task: TaskProposal): Bilingual | null {
  return nameFault(task.title)
}

/** Why a figure cannot enter the ledger yet, with what to do; null when it can. */
export function ledgerFault(figure: FigureProposal): Bilingual | null {
  // The name of a new indicator is what everybody will see.
  const damaged = figure.indicatorId === null ? nameFault(figure.name) : null
  if (damaged) return damaged
  if (figure.kind === 'actual' && figure.year === null) {
    return { zh: '实际值须注明年份：请在“年份”栏填写。', en: 'An actual value needs its year: fill in the year.' }
  }
  if (figure.comparator === 'range' && (figure.value2 === null || figure.value2 < figure.value)) {
    return {
      zh: '区间须有上限，且不小于下限：请补上第二个数。',
      en: 'A range needs an upper end that is not below the lower: fill in the second number.',
    }
  }
  if (figure.comparator !== 'range' && figure.value2 !== null) {
    return {
      zh: '有两个数的只能是区间：请改为“区间”，或删去第二个数。',
      en: 'Two numbers make a range: choose “range”, or remove the second.',
    }
  }
  if (figure.startYear !== null && figure.year !== null && figure.startYear > figure.year) {
    return { zh: '起始年晚于目标年：请改正其中一个。', en: 'The first year is after the year: correct one of them.' }
  }
  return null
}
