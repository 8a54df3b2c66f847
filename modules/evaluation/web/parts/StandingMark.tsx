import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import { type Standing, standingNames } from '../../domain/exercise-life.ts'

const shapes: Record<Standing, string> = { done: '●', 'on-course': '◐', behind: '▽', cannot: '✕' }

/** How a line stands: a word, a shape, a colour. */
export function StandingMark({ standing }: { standing: Standing | null | undefined }) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  if (!standing) return <span className="evl-muted">{t('nothingSaid')}</span>
  return (
    <span className={`evl-standing evl-${standing}`}>
      <span aria-hidden="true">{shapes[standing]}</span>
      {say(standingNames[standing])}
    </span>
  )
}
