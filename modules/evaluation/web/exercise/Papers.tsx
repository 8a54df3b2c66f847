import { FilePdfOutlined } from '@ant-design/icons'
import { formatNumber } from '@opensti/ui'
import { Section } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { EvaluationView } from '../../contract.ts'

/** The frozen papers, each with its digest. */
export function Papers({ view }: { view: EvaluationView }) {
  const { t } = useTranslation('evaluation')
  return (
    <Section id="papers" title={t('exercise.papers')}>
      <p className="muted">
        {t('exercise.papersLead')} <a href="/verify">{t('exercise.check')}</a>
      </p>
      <p className="muted">
        {t('exercise.papersPublic')} <Link to="/publication">{t('exercise.release')}</Link>
      </p>
      {view.papers.length < 5 && <p role="status">{t('exercise.papersMaking')}</p>}
      <ul className="evl-papers">
        {view.papers.map((paper) => (
          <li key={paper.file}>
            <a href={`/api/evaluations/${view.id}/papers/${paper.file}`} download>
              <FilePdfOutlined aria-hidden="true" /> {t(`papers.${paper.file.replace('.', '-')}`)}
            </a>
            <small>{formatNumber(paper.size / 1000, 0)} kB</small>
            <code>{paper.digest}</code>
          </li>
        ))}
      </ul>
    </Section>
  )
}
