import { FilePdfOutlined } from '@ant-design/icons'
import { formatMoment, formatNumber } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { IssuedBrief } from '../../contract.ts'

/** Issued briefs with their papers, each with the digest by which anybody can check it. */
export function IssuedBriefs({ briefs }: { briefs: readonly IssuedBrief[] }) {
  const { t } = useTranslation('evaluation')
  const { language } = useLanguage()
  return (
    <>
      <p className="muted">
        {t('brief.issuedLead')} <a href="/verify">{t('exercise.check')}</a>
      </p>
      {briefs.map((brief) => (
        <section key={brief.id} className="evl-issued" aria-label={t('brief.edition', { number: brief.edition })}>
          <p>
            <strong>{t('brief.edition', { number: brief.edition })}</strong>{' '}
            {t('brief.by', { person: brief.by, moment: formatMoment(brief.issuedAt, language) })}
          </p>
          <ul className="evl-papers">
            {brief.papers.map((paper) => (
              <li key={paper.format}>
                <a href={`/api/briefs/${brief.id}/${paper.format}`} download>
                  <FilePdfOutlined aria-hidden="true" /> {t(`brief.papers.${paper.format}`)}
                </a>
                <small>{formatNumber(paper.size / 1000, 0)} kB</small>
                <code>{paper.digest}</code>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
