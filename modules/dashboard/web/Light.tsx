import { statusMarks } from '@opensti/ui'
import { Unseen } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { FindingLight } from '../contract.ts'

/** The shapes of the house: the word for who listens, shape and colour for who looks. */
export function Light({ light }: { light: FindingLight }) {
  const { t } = useTranslation('dashboard')
  const { solid, line } = statusMarks[light === 'red' ? 'far-behind' : 'behind']
  return (
    <span className={`dash-light dash-light-${light}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {line && <path d={line} fill="none" stroke="currentColor" strokeWidth="1.8" />}
        {solid && <path d={solid} fill="currentColor" />}
      </svg>
      <Unseen>{t(`light.${light}`)}</Unseen>
    </span>
  )
}
