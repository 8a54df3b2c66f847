import { formatAmount } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import Big from 'big.js'
import { useTranslation } from 'react-i18next'
import type { DecompositionSummary } from '../../contract-decomposition.ts'

type Standing = Pick<DecompositionSummary, 'rule' | 'sharing' | 'unit'>

/** Says what the shares come to, what that leaves, and who is still missing. */
export function useStandingWords() {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  return ({ rule, sharing, unit }: Standing): string[] => {
    const amount = (value: string) => formatAmount(Number(value), unit, language)
    const list = (names: typeof sharing.missing) => names.map(say).join(t('listMark'))
    const { together, filled, gap, missing, below } = sharing
    const missed = missing.length > 0 ? [t('shares.says.missing', { names: list(missing) })] : []
    if (filled === null) return [t('shares.says.none'), ...missed]
    const short = below.length > 0 ? [t('shares.says.eachBelow', { names: list(below) })] : []
    if (rule === 'each')
      return [...(short.length > 0 || together === null ? short : [t('shares.says.eachEven')]), ...missed]
    if (together === null || gap === null)
      return [t(`shares.says.${rule === 'sum' ? 'filled' : 'filledWeighted'}`, { sum: amount(filled) }), ...missed]
    const difference = Big(gap)
    const end = difference.eq(0) ? 'even' : difference.gt(0) ? 'short' : 'over'
    const said = { sum: amount(together), gap: amount(difference.abs().toString()) }
    if (rule === 'sum') return [t(`shares.says.${end}`, said)]
    return [t(`shares.says.weighted${end === 'even' ? 'Even' : end === 'short' ? 'Short' : 'Over'}`, said)]
  }
}
