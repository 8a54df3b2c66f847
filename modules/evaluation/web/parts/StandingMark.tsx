import type { StatusKey } from '@opensti/ui'
import { StatusMark, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import { type Standing, standingNames } from '../../domain/exercise-life.ts'

/** The shapes and colours of the house, lent to how a line stands. */
const lent: Record<Standing, StatusKey> = {
  done: 'reached',
  'on-course': 'on-track',
  behind: 'behind',
  cannot: 'far-behind',
}

/** How a line stands: a word, a shape, a colour. */
export function StandingMark({ standing }: { standing: Standing | null | undefined }) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  if (!standing) return <span className="muted">{t('nothingSaid')}</span>
  return <StatusMark status={lent[standing]} word={say(standingNames[standing])} />
}
