import type { Bilingual } from '@opensti/kernel'
import type { FigureProposal, TaskProposal } from '../../contract-reading.ts'
import { nameFault } from './public-names.ts'

/** Why a task cannot enter the ledger yet, with what to do; null when it can. `words` are those damaged in its copy. */
export function taskFault(task: TaskProposal, words: readonly string[] = []): Bilingual | null {
  const units = [...task.lead, ...task.coop, ...task.others].map((unit) => unit.name)
  return firstFault([task.title, ...units], words)
}

function firstFault(names: readonly string[], words: readonly string[]): Bilingual | null {
  for (const name of names) {
    const fault = nameFault(name, words)
    if (fault) return { zh: `“${name}”：${fault.zh}`, en: `“${name}”: ${fault.en}` }
  }
  return null
}

/** Why a figure cannot enter the ledger yet, with what to do; null when it can. */
export function ledgerFault(
  figure: FigureProposal,
  words: readonly string[] = [],
  named: 'by-machine' | 'by-person' = 'by-machine',
): Bilingual | null {
  // The name of a new indicator is what everybody will see.
  const damaged = firstFault(figure.indicatorId === null ? [figure.name, figure.unit] : [figure.unit], words)
  if (damaged) return damaged
  // What was cut from a sentence may still be a name, and a long one; only a person can say so.
  if (figure.indicatorId === null && named === 'by-machine' && isClause(figure.name)) {
    return {
      zh: `“${figure.name}”像一句话的片段：请归入已有指标，或写出指标名称后再确认。`,
      en: `“${figure.name}” reads like part of a sentence: choose a known indicator or write its name, then accept.`,
    }
  }
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

const verbs =
  /^(?:到|至|截至|力争|争取|实现|建设|建成|推动|推进|培育|引进|支持|完成|打造|形成|加快|获得|达到|突破|超过|提高|组织|开展|认定|吸引|设立|确保|其中|比)/

/** Longer names than this are rare; they are written by whoever knows them. */
const longName = 18

/** Whether a new name is rather a piece of a sentence: it begins with a year or a verb, lists things, or is long. */
function isClause(name: string): boolean {
  return (
    /^(?:[12]\d{3}|[“"]?十[一二三四五六]五)/.test(name) ||
    verbs.test(name) ||
    name.includes('、') ||
    name.length > longName
  )
}
