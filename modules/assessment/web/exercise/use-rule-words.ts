import { formatNumber } from '@opensti/ui'
import { useTranslation } from 'react-i18next'
import type { Measure } from '../../contract-formula.ts'

const percent = (share: string) => `${formatNumber(Number(share) * 100)}%`

/** Says in words how a part of a formula turns a figure into points. */
export function useRuleWords() {
  const { t } = useTranslation('assessment')
  return (measure: Measure): string => {
    if (measure.kind === 'judged') return t('one.judged')
    if (measure.kind === 'proportional')
      return t(measure.direction === 'higher' ? 'one.proportional' : 'one.proportionalLower', {
        cap: percent(measure.cap),
      })
    const steps = measure.steps.map(({ from, counts }) =>
      t('one.step', { from: percent(from), counts: percent(counts) }),
    )
    return t('one.steps', { steps: steps.join(t('listMark')) })
  }
}
