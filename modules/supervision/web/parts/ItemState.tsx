import { StateMark, type StateTone, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../contract.ts'
import { itemLife } from '../../domain/item-life.ts'

const tones: Partial<Record<ItemSummary['state'], StateTone>> = { draft: 'quiet', ending: 'open', ended: 'done' }

/** Where an item is in its life, and whether its owner waits for an answer. */
export function ItemState({ one }: { one: Pick<ItemSummary, 'state' | 'extensionOpen'> }) {
  const { t } = useTranslation('supervision')
  const { say } = useLanguage()
  return (
    <span className="together">
      <StateMark tone={tones[one.state]}>{say(itemLife.states[one.state])}</StateMark>
      {one.extensionOpen && <StateMark tone="open">{t('asks')}</StateMark>}
    </span>
  )
}
