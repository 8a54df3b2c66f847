import { Section } from '@opensti/ui/workbench'
import type { IndicatorView } from '../../contract.ts'
import { UnitLinks } from '../parts/links.tsx'
import { TaskTree } from '../parts/TaskTree.tsx'
import { useVoice } from '../use-voice.ts'

/** From an indicator to the units that answer for it, and to the tasks that are to bring it about. */
export function WhoAnswers({ view }: { view: IndicatorView }) {
  const { text } = useVoice()
  return (
    <>
      {view.responsible.length > 0 && (
        <Section id="responsible" title={text.responsible}>
          <p>
            <UnitLinks units={view.responsible} full />
          </p>
        </Section>
      )}
      {view.tasks.length > 0 && (
        <Section id="tasks" title={text.tasksOfIndicator} count={view.tasks.length}>
          <TaskTree tasks={view.tasks.map(({ task }) => task)} />
        </Section>
      )}
    </>
  )
}
