import type { Bilingual } from '@opensti/kernel'
import type { AssessmentFormula } from '../contract-formula.ts'

/** What a line of a formula is called: a part, a deduction or a veto. */
export function lineName({ parts, deductions, vetoes }: AssessmentFormula, code: string): Bilingual {
  return [...parts, ...deductions, ...vetoes].find((one) => one.code === code)?.names ?? { zh: code, en: code }
}
