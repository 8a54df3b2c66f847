import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../contract-workbooks.ts'

const most = 200

/** What to look at in an uploaded workbook: place, problem, what to do; errors first. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  if (findings.length === 0) return null
  return (
    <section aria-labelledby="findings">
      <h3 id="findings">{t('workbooks.fill.findings')}</h3>
      <table className="rep-table wb-table">
        <caption className="hidden">{t('workbooks.fill.findings')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('workbooks.fill.place')}</th>
            <th scope="col">{t('workbooks.fill.problem')}</th>
            <th scope="col">{t('workbooks.fill.remedy')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.slice(0, most).map((finding) => (
            <tr key={`${finding.sheet} ${finding.address} ${finding.code} ${finding.message.zh}`}>
              <th scope="row" className="wb-place">
                <span className={`wb-level-${finding.level}`}>{t(`workbooks.fill.level.${finding.level}`)}</span>{' '}
                {finding.address ?? t('workbooks.fill.whole')}
              </th>
              <td>{say(finding.message)}</td>
              <td className="muted">{finding.remedy && say(finding.remedy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.length > most && (
        <p className="rep-keys">{t('workbooks.fill.moreFindings', { count: findings.length - most })}</p>
      )}
    </section>
  )
}
