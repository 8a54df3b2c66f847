import { CheckCircleOutlined, LockOutlined, StopOutlined } from '@ant-design/icons'
import { formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '../../contract.ts'
import { stateOf } from './find-people.ts'

const icons = { active: <CheckCircleOutlined />, suspended: <StopOutlined />, locked: <LockOutlined /> }

/** Whether someone can sign in: in words, with a shape, and colour last. */
export function PersonStateMark({ person }: { person: Pick<PersonRow, 'status' | 'lockedUntil'> }) {
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  const state = stateOf(person)
  const time = person.lockedUntil ? formatMoment(person.lockedUntil, language).slice(-5) : ''
  return (
    <span
      className={`person-state person-state-${state}`}
      title={state === 'locked' ? t('state.lockedWhy') : undefined}
    >
      <span aria-hidden="true">{icons[state]}</span>
      {t(`state.${state}`, { time })}
    </span>
  )
}
