import type { InputEntry, InputView } from '../../contract.ts'
import type { AssessmentFormula } from '../../contract-formula.ts'

/** An input as it is typed in a form. */
export interface TypedInput {
  applies: boolean
  target: string
  value: string
  points: string
  times: string
  document: string
  article: string
}

export function typedFrom(input: InputView | undefined): TypedInput {
  const cited = [input?.source, input?.targetSource].find((source) => source?.kind === 'document')
  return {
    applies: input?.applies ?? true,
    target: input?.target ?? '',
    value: input?.value ?? '',
    points: input?.points ?? '',
    times: String(input?.times ?? 0),
    document: cited?.kind === 'document' ? cited.document : '',
    article: cited?.kind === 'document' ? cited.article : '',
  }
}

export type LineKind = 'measured' | 'judged' | 'deduction' | 'veto'

export function kindOfLine(formula: AssessmentFormula, code: string): LineKind {
  const part = formula.parts.find((one) => one.code === code)
  if (part) return part.measure.kind === 'judged' ? 'judged' : 'measured'
  return formula.vetoes.some((one) => one.code === code) ? 'veto' : 'deduction'
}

/** What is sent of it; fields of another kind of line are left out. */
export function entryOf(typed: TypedInput, kind: LineKind): Omit<InputEntry, 'unitId' | 'code' | 'reason'> {
  const number = (text: string) => text.replaceAll(/[,，\s]/g, '') || null
  const named = typed.document.trim() !== '' && typed.article.trim() !== ''
  const measured = kind === 'measured' && typed.applies
  const counted = kind === 'deduction' || kind === 'veto'
  return {
    applies: typed.applies,
    target: measured ? number(typed.target) : null,
    value: measured ? number(typed.value) : null,
    points: kind === 'judged' && typed.applies ? number(typed.points) : null,
    times: counted ? Number(number(typed.times) ?? 0) : 0,
    source: named ? { document: typed.document.trim(), article: typed.article.trim() } : null,
  }
}
