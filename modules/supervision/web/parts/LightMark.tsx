import { type StatusKey, statusMarks } from '@opensti/ui'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../contract.ts'

/** The shapes and colours of the house, lent to how an item stands. */
const shapes: Record<ItemSummary['light'], StatusKey> = {
  overdue: 'far-behind',
  'due-soon': 'behind',
  'in-time': 'on-track',
  ended: 'reached',
}

/** How an item stands: the word first, then shape and colour. */
export function LightMark({ light }: { light: ItemSummary['light'] }) {
  const { t } = useTranslation('supervision')
  const { solid, line } = statusMarks[shapes[light]]
  return (
    <span className={`sup-light sup-${light}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {line && <path d={line} fill="none" stroke="currentColor" strokeWidth="1.8" />}
        {solid && <path d={solid} fill="currentColor" />}
      </svg>
      {t(`light.${light}`)}
    </span>
  )
}
