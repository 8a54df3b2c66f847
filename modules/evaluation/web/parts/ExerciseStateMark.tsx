import { StateMark, type StateTone, useLanguage } from '@opensti/ui/workbench'
import { type ExerciseState, exerciseLife } from '../../domain/exercise-life.ts'

const tones: Partial<Record<ExerciseState, StateTone>> = { preparing: 'quiet', concluded: 'done' }

/** Where an evaluation is in its life. */
export function ExerciseStateMark({ state }: { state: ExerciseState }) {
  const { say } = useLanguage()
  return <StateMark tone={tones[state]}>{say(exerciseLife.states[state])}</StateMark>
}
