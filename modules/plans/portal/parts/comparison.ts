import { formatAmount } from '@opensti/ui'
import type { ComparisonView } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { periodText } from './figures.ts'

/** What a comparison says first: who leads in which period, or that no two regions share one. */
export function compareHeading(view: ComparisonView, voice: Voice): string {
  const { text, say, language } = voice
  const first = view.rows.find((row) => row.rank === 1)
  if (!first) return text.compareNobody(say(view.name))
  const name = first.region.invented
    ? `${say(first.region.name)}${text.inBrackets(text.invented)}`
    : say(first.region.name)
  const value = formatAmount(first.value, first.unit, language)
  return text.compareHeadline(say(view.name), name, value, periodText(first.period, voice))
}

/** Amounts have totals; a share or a rank has a value. */
export function basisName(basis: ComparisonView['basis'], view: ComparisonView, { text }: Voice): string {
  return basis === 'absolute' && !view.total ? text.value : text.bases[basis]
}
