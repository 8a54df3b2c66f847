import { StateMark, type StateTone, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '../../contract.ts'
import { requestLife } from '../../domain/request-life.ts'

const tones: Readonly<Record<string, StateTone>> = {
  returned: 'wrong',
  sentBack: 'wrong',
  untouched: 'quiet',
  submitted: 'open',
  accepted: 'open',
  locked: 'done',
}

/** Where a return stands, in a word; a returned one says so. */
export function ReturnState({
  one,
}: {
  one: Pick<RequestSummary, 'state' | 'sentBackBecause' | 'returned' | 'filled'>
}) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const looks = one.state === 'preparing' ? preparing() : one.state
  return (
    <StateMark tone={tones[looks]}>
      {looks === one.state ? say(requestLife.states[one.state]) : t(`state.${looks}`)}
    </StateMark>
  )

  /** The lead bureau returns for completion, those of the unit send back. */
  function preparing(): 'returned' | 'sentBack' | 'untouched' | 'preparing' {
    if (one.sentBackBecause !== null) return one.returned ? 'returned' : 'sentBack'
    return one.filled === 0 ? 'untouched' : 'preparing'
  }
}
