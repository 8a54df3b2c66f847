import Big from 'big.js'
import type { AssessmentView, DraftAssessment } from '../../contract.ts'
import type { AssessmentFormula } from '../../contract-formula.ts'

type Part = AssessmentFormula['parts'][number]

/** An assessment as it is typed in the form. */
export interface TypedDraft {
  title: string
  period: string
  document: string
  documentDay: string
  appealWorkdays: number
  units: string[]
  parts: TypedPart[]
  deductions: { code?: string; zh: string; en?: string; points: string; most: string; article: string }[]
  vetoes: { code?: string; zh: string; en?: string; article: string }[]
  grades: string
}

export interface TypedPart {
  code?: string
  zh: string
  en?: string
  weight: string
  kind: Part['measure']['kind']
  indicatorId?: string
  cap?: string
  steps?: string
  article: string
}

export const emptyDraft: Partial<TypedDraft> = {
  appealWorkdays: 5,
  parts: [{ zh: '', weight: '', kind: 'proportional', cap: '1', article: '' }],
  deductions: [],
  vetoes: [],
}

/** An earlier formula, to be changed. */
export function typedFormula(
  formula: AssessmentFormula,
): Pick<TypedDraft, 'parts' | 'deductions' | 'vetoes' | 'grades'> {
  const named = ({ code, names, cite }: AssessmentFormula['vetoes'][number]) => ({
    code,
    zh: names.zh,
    en: names.en === names.zh ? '' : names.en,
    article: cite.article,
  })
  return {
    parts: formula.parts.map((part) => ({ ...named(part), weight: part.weight, ...typedMeasure(part.measure) })),
    deductions: formula.deductions.map((one) => ({ ...named(one), points: one.points, most: one.most })),
    vetoes: formula.vetoes.map(named),
    grades: formula.grades.map(({ names, from }) => `${names.zh}=${from}`).join('，'),
  }
}

function typedMeasure(measure: Part['measure']): Pick<TypedPart, 'kind' | 'indicatorId' | 'cap' | 'steps'> {
  if (measure.kind === 'judged') return { kind: 'judged' }
  if (measure.kind === 'proportional')
    return { kind: 'proportional', indicatorId: measure.indicatorId, cap: measure.cap }
  const steps = measure.steps.map(({ from, counts }) => `${from}=${counts}`).join('，')
  return { kind: 'steps', indicatorId: measure.indicatorId, steps }
}

/** `1=1，0.9=0.8`: pairs in their order; null when it is not written so. */
export function pairsOf(text: string): [string, string][] | null {
  const pairs = text
    .split(/[,，;；、\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => one.split(/[=＝]/).map((side) => side.trim()))
  if (pairs.length === 0) return null
  return pairs.every((pair) => pair.length === 2 && /^\d+(\.\d+)?$/.test(pair[1] ?? '') && pair[0] !== '')
    ? (pairs as [string, string][])
    : null
}

export function weightSum(parts: readonly (TypedPart | undefined)[]): string {
  const weights = parts.map((part) => part?.weight ?? '').filter((weight) => /^\d+(\.\d+)?$/.test(weight))
  return weights.reduce((sum, weight) => sum.plus(weight), Big(0)).toString()
}

/** What is sent; codes are kept where they were, and new lines get the next free one. */
export function draftOf(
  typed: TypedDraft,
  indicators: readonly { id: string; direction: 'higher' | 'lower' }[],
  earlier: AssessmentView | null,
): DraftAssessment {
  const names = ({ zh, en }: { zh: string; en?: string }) => ({ zh: zh.trim(), en: en?.trim() || zh.trim() })
  const cite = (article: string) => ({ document: typed.document.trim(), article: article.trim() })
  const lowers = new Set(indicators.filter(({ direction }) => direction === 'lower').map(({ id }) => id))
  const measure = (part: TypedPart): Part['measure'] => {
    if (part.kind === 'judged') return { kind: 'judged' }
    const indicatorId = part.indicatorId ?? ''
    const direction = lowers.has(indicatorId) ? ('lower' as const) : ('higher' as const)
    if (part.kind === 'proportional') return { kind: 'proportional', indicatorId, direction, cap: part.cap || '1' }
    const steps = (pairsOf(part.steps ?? '') ?? []).map(([from, counts]) => ({ from, counts }))
    return { kind: 'steps', indicatorId, direction, steps }
  }
  return {
    title: typed.title.trim(),
    period: typed.period.trim(),
    document: typed.document.trim(),
    documentDay: typed.documentDay || null,
    appealWorkdays: Number(typed.appealWorkdays),
    units: typed.units,
    formula: {
      parts: typed.parts.map((part, at) => ({
        code: part.code ?? `item-${at + 1}`,
        names: names(part),
        weight: part.weight,
        cite: cite(part.article),
        measure: measure(part),
      })),
      deductions: (typed.deductions ?? []).map((one, at) => ({
        code: one.code ?? `deduction-${at + 1}`,
        names: names(one),
        points: one.points,
        most: one.most,
        cite: cite(one.article),
      })),
      vetoes: (typed.vetoes ?? []).map((one, at) => ({
        code: one.code ?? `veto-${at + 1}`,
        names: names(one),
        cite: cite(one.article),
      })),
      grades: (pairsOf(typed.grades) ?? []).map(([name, from]) => ({
        names: earlier?.formula.grades.find((one) => one.names.zh === name)?.names ?? { zh: name, en: name },
        from,
      })),
      decimals: earlier?.formula.decimals ?? 2,
    },
  }
}
