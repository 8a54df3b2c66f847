import { formatAmount, formatDate } from '@opensti/ui'
import { Section, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { ReceivedShare } from '../../contract-decomposition.ts'
import { ProgressText } from './ProgressText.tsx'
import { Receipt } from './Receipt.tsx'

/** What was given to the reader's region or unit: how much, of what, by which paper. */
export function ReceivedShares({ shares }: { shares: readonly ReceivedShare[] }) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  return (
    <Section id="received" title={t('shares.received')}>
      <table className="card-table" aria-labelledby="received-heading">
        <thead>
          <tr>
            <th scope="col">{t('shares.indicator')}</th>
            <th scope="col" className="number">
              {t('shares.amount')}
            </th>
            <th scope="col">{t('shares.progress')}</th>
            <th scope="col">{t('shares.document')}</th>
            <th scope="col">{t('shares.receipt')}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share.id}>
              <th scope="row">
                {say(share.indicatorName)}
                <small>
                  {say(share.receiver.name)} · {say(share.planName)} · {share.year}
                </small>
              </th>
              <td className="number" data-label={t('shares.amount')}>
                {share.amount === null ? '—' : formatAmount(Number(share.amount), share.unit, language)}
                <small>
                  {t('shares.whole')} {formatAmount(Number(share.whole), share.unit, language)}
                </small>
              </td>
              <td data-label={t('shares.progress')}>
                <ProgressText share={share} />
              </td>
              <td data-label={t('shares.document')}>
                {share.document}
                <small>
                  {t('shares.from', { name: say(share.from.name) })} · {formatDate(share.documentDay, language)}
                </small>
              </td>
              <td data-label={t('shares.receipt')}>
                <Receipt share={share} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
