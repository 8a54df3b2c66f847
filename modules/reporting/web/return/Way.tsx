import { formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../contract.ts'

/** Who prepares, checks, signs, countersigns and collates, and who has it now, since when. */
export function Way({ view }: { view: RequestView }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  return (
    <nav className="rep-way" aria-label={t('way.title')}>
      <ol>
        {view.way.map((step, at) => (
          <li key={at} className={`rep-step ${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
            <span className="rep-step-name">
              <span aria-hidden="true">{step.state === 'done' ? '✓' : step.state === 'now' ? '●' : '○'}</span>
              {t(`way.${step.kind}`)}
              <span className="hidden">{t(`way.${step.state}`)}</span>
            </span>
            <span className="rep-step-who">
              {step.people.map(say).join(t('list')) || t('nobodyYet')}
              {step.unit.id !== view.unit.id && <small>{say(step.unit.name)}</small>}
            </span>
            {step.state === 'now' && (
              <small>{t('desk.since', { time: formatMoment(view.since, language, { short: true }) })}</small>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
