import { CheckCircleOutlined, ExclamationCircleOutlined, MinusCircleOutlined, TeamOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { LevelClause } from '../../contract.ts'

const icons = {
  met: <CheckCircleOutlined />,
  partly: <MinusCircleOutlined />,
  'not-met': <ExclamationCircleOutlined />,
  operator: <TeamOutlined />,
}

/** How a wish stands: in words, with a shape, and colour last. */
export function LevelState({ state }: { state: LevelClause['state'] }) {
  const { t } = useTranslation('accounts')
  return (
    <span className={`person-state level-${state}`}>
      <span aria-hidden="true">{icons[state]}</span>
      {t(`security.level.states.${state}`)}
    </span>
  )
}
