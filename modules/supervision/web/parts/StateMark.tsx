import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../contract.ts'
import { itemLife } from '../../domain/item-life.ts'

/** Where an item is in its life, and whether its owner waits for an answer. */
export function StateMark({ one }: { one: Pick<ItemSummary, 'state' | 'extensionOpen'> }) {
  const { t } = useTranslation('supervision')
  const { say } = useLanguage()
  return (
    <span className="sup-states">
      <span className={`sup-state sup-state-${one.state}`}>{say(itemLife.states[one.state])}</span>
      {one.extensionOpen && <span className="sup-state sup-state-asks">{t('asks')}</span>}
    </span>
  )
}
