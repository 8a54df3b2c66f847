import { formatAmount, formatFigure, formatPeriod, formatRank, formatYesNo } from '@opensti/ui'
import type { Progress, Target, Value } from '../../contract.ts'
import type { Voice } from '../page.ts'

type Rule = Progress['rule']

function meantAs(rule: Rule): 'rank' | 'yes-no' | 'amount' {
  return rule === 'rank' || rule === 'yes-no' ? rule : 'amount'
}

/** A target as its plan words it: 不少于 6,000 家. */
export function targetText(target: Target, rule: Rule, { language }: Voice): string {
  return formatFigure(target, language, { as: meantAs(rule) })
}

/** A plain value in the way its indicator is read: an amount, a rank, a yes or no. */
export function amountText(value: number, unit: string, rule: Rule, { language }: Voice): string {
  if (rule === 'rank') return formatRank(value, language)
  if (rule === 'yes-no') return formatYesNo(value, language)
  return formatAmount(value, unit, language)
}

/** A published value; its comparator stays, because "more than 100" was published and not "100". */
export function valueText(value: Value, rule: Rule, { language }: Voice): string {
  return formatFigure(value, language, { as: meantAs(rule) })
}

export function periodText(period: string, { language }: Voice): string {
  return formatPeriod(period, language)
}

/** The value that was judged and the number it was judged by: the last two inputs of every formula. */
export function judged(
  progress: Progress,
): { actual: Progress['inputs'][number]; goal: Progress['inputs'][number] } | null {
  const [actual, goal] = progress.inputs.slice(-2)
  return progress.status !== 'no-data' && actual && goal ? { actual, goal } : null
}
