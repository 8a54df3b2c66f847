import { formatAmount, formatPeriod, formatShare } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { ShareView } from '../../contract-decomposition.ts'

/** The latest figure of the ledger for a share, with its period and nature; or that there is none. */
export function ProgressText({ share: { progress, amount } }: { share: Pick<ShareView, 'progress' | 'amount'> }) {
  const { t } = useTranslation('assessment')
  const { language } = useLanguage()
  if (!progress) return <span className="muted">{t('shares.noProgress')}</span>
  const share = amount !== null && Number(amount) > 0 ? Number(progress.value) / Number(amount) : null
  return (
    <>
      {formatAmount(Number(progress.value), progress.unit, language)}
      <small>
        {formatPeriod(progress.period, language)} · {t(`nature.${progress.nature}`)}
        {share !== null && ` · ${t('shares.reached', { share: formatShare(share) })}`}
      </small>
    </>
  )
}
