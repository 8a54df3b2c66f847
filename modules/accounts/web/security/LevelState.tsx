import { CheckCircleOutlined, ExclamationCircleOutlined, MinusCircleOutlined, TeamOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { LevelThreeItem } from '../../contract.ts'

const icons = {
  met: <CheckCircleOutlined />,
  partly: <MinusCircleOutlined />,
  'not-met': <ExclamationCircleOutlined />,
  operator: <TeamOutlined />,
}

/** How a wish stands: in words, with a shape, and colour last. */
export function LevelState({ state }: { state: LevelThreeItem['state'] }) {
  const { t } = useTranslation('accounts')
  return (
    <span className={`person-state level-${state}`}>
      <span aria-hidden="true">{icons[state]}</span>
      {t(`security.level.states.${state}`)}
    </span>
  )
}
