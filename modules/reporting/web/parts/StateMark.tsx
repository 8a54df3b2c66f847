import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '../../contract.ts'
import { requestLife } from '../../domain/request-life.ts'

/** Where a return stands, in a word; a returned one says so. */
export function StateMark({ one }: { one: Pick<RequestSummary, 'state' | 'sentBackBecause' | 'filled'> }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const returned = one.state === 'preparing' && one.sentBackBecause !== null
  const untouched = one.state === 'preparing' && !returned && one.filled === 0
  const tone = returned ? 'returned' : untouched ? 'untouched' : one.state
  return (
    <span className={`rep-state rep-state-${tone}`}>
      {returned ? t('state.returned') : untouched ? t('state.untouched') : say(requestLife.states[one.state])}
    </span>
  )
}
