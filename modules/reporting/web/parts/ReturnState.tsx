import { StateMark, type StateTone, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '../../contract.ts'
import { requestLife } from '../../domain/request-life.ts'

const tones: Readonly<Record<string, StateTone>> = {
  returned: 'wrong',
  untouched: 'quiet',
  submitted: 'open',
  accepted: 'open',
  locked: 'done',
}

/** Where a return stands, in a word; a returned one says so. */
export function ReturnState({ one }: { one: Pick<RequestSummary, 'state' | 'sentBackBecause' | 'filled'> }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const returned = one.state === 'preparing' && one.sentBackBecause !== null
  const untouched = one.state === 'preparing' && !returned && one.filled === 0
  const looks = returned ? 'returned' : untouched ? 'untouched' : one.state
  return (
    <StateMark tone={tones[looks]}>
      {returned ? t('state.returned') : untouched ? t('state.untouched') : say(requestLife.states[one.state])}
    </StateMark>
  )
}
