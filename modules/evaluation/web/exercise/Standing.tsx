import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { EvaluationView } from '../../contract.ts'

/** The score so far, and what stands between now and a conclusion. */
export function Standing({ view }: { view: EvaluationView }) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  const shown = view.missing.slice(0, 8)
  const open = view.state === 'self-assessing' || view.state === 'reviewing'
  if (!view.score && !open) return null
  return (
    <section className="evl-standing-box" aria-label={t('exercise.score')}>
      {view.score && (
        <p>
          <span className="muted">{t('exercise.score')}</span>
          <strong>{view.score.total}</strong>
          <span>{say(view.score.grade)}</span>
          <small>{t('exercise.judged', { weight: view.score.weightJudged })}</small>
        </p>
      )}
      {open && (
        <div>
          <span className="muted">{t('exercise.missing')}</span>
          {view.missing.length === 0 ? (
            <p>{t('exercise.noneMissing')}</p>
          ) : (
            <ul>
              {shown.map((one) => (
                <li key={one.zh}>{say(one)}</li>
              ))}
              {view.missing.length > shown.length && (
                <li className="muted">{t('exercise.more', { count: view.missing.length - shown.length })}</li>
              )}
            </ul>
          )}
        </div>
      )}
    </section>
  )
}
