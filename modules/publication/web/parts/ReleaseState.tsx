import { StateMark, type StateTone, useLanguage } from '@opensti/ui/workbench'
import type { ReleaseSummary } from '../../contract.ts'
import { releaseLife } from '../../domain/release-life.ts'

const tones: Partial<Record<ReleaseSummary['state'], StateTone>> = {
  proposed: 'open',
  approved: 'open',
  'in-effect': 'done',
  declined: 'ended',
  withdrawn: 'ended',
  retracted: 'ended',
}

/** Where a release is in its life. */
export function ReleaseState({ state }: Pick<ReleaseSummary, 'state'>) {
  const { say } = useLanguage()
  return <StateMark tone={tones[state]}>{say(releaseLife.states[state])}</StateMark>
}
