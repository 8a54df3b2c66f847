import { useLanguage } from '@opensti/ui/workbench'
import type { ReleaseSummary } from '../../contract.ts'
import { releaseLife } from '../../domain/release-life.ts'

/** Where a release is in its life. */
export function StateMark({ state }: Pick<ReleaseSummary, 'state'>) {
  const { say } = useLanguage()
  return <span className={`pub-state pub-state-${state}`}>{say(releaseLife.states[state])}</span>
}
