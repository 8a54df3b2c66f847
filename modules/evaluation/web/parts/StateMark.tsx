import { useLanguage } from '@opensti/ui/workbench'
import { type ExerciseState, exerciseLife } from '../../domain/exercise-life.ts'

export function StateMark({ state }: { state: ExerciseState }) {
  const { say } = useLanguage()
  return <span className={`evl-state evl-state-${state}`}>{say(exerciseLife.states[state])}</span>
}
