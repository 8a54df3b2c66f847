import type { StatusKey } from '@opensti/ui'
import { StatusMark } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../contract.ts'

type Light = ItemSummary['light']

/** The shapes and colours of the house, lent to how an item stands. */
const lent: Record<Light, StatusKey> = {
  overdue: 'far-behind',
  'due-soon': 'behind',
  'in-time': 'on-track',
  ended: 'reached',
}

/** The class that colours words about an item's standing; nothing is said in colour while there is time. */
export const colourOf = (light: Light): string | undefined =>
  light === 'in-time' ? undefined : `status-${lent[light]}`

/** How an item stands: the word first, then shape and colour. */
export function LightMark({ light }: { light: Light }) {
  const { t } = useTranslation('supervision')
  return <StatusMark status={lent[light]} word={t(`light.${light}`)} />
}
