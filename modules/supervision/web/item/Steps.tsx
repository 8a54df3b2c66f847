import { CheckCircleFilled, ClockCircleOutlined, MinusCircleOutlined } from '@ant-design/icons'
import { formatDate } from '@opensti/ui'
import { Section, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../contract.ts'

type Step = ItemView['stepList'][number]

/** What has to happen in which order, by when, and what of it is done. */
export function Steps({ view }: { view: ItemView }) {
  const { t } = useTranslation('supervision')
  return (
    <Section
      id="steps"
      title={t('steps.title')}
      count={view.steps > 0 ? t('stepsOf', { done: view.stepsDone, all: view.steps }) : undefined}
    >
      {view.stepList.length === 0 ? (
        <p className="muted">{t('steps.none')}</p>
      ) : (
        <ol className="sup-steps">
          {view.stepList.map((step) => (
            <OneStep key={step.title} step={step} open={view.light !== 'ended'} />
          ))}
        </ol>
      )}
    </Section>
  )
}

function OneStep({ step, open }: { step: Step; open: boolean }) {
  const { t } = useTranslation('supervision')
  const { language } = useLanguage()
  const late = open && step.doneOn === null && step.dueDay !== null && step.dueDay < today()
  const icon = step.doneOn ? <CheckCircleFilled /> : late ? <ClockCircleOutlined /> : <MinusCircleOutlined />
  return (
    <li className={step.doneOn ? 'status-reached' : late ? 'status-far-behind' : 'muted'}>
      <span aria-hidden="true">{icon}</span>
      <b>{step.title}</b>
      <small>
        {step.doneOn
          ? t('steps.doneOn', { day: formatDate(step.doneOn, language) })
          : t(late ? 'steps.late' : 'steps.open')}
        {step.dueDay && ` · ${t('steps.dueOn', { day: formatDate(step.dueDay, language) })}`}
      </small>
    </li>
  )
}

/** The day where the reader is. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
