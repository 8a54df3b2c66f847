import { Nothing, Section } from '@opensti/ui/workbench'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanTaskRow, PlanView } from '../../contract.ts'
import { FilterField } from '../parts/FilterField.tsx'
import { TaskTree } from '../parts/TaskTree.tsx'
import { useVoice } from '../use-voice.ts'

/** The tasks of a plan as a tree with their units; a word leaves those that match and what they belong to. */
export function PlanTasks({ view }: { view: PlanView }) {
  const { t } = useTranslation('plans')
  const { text } = useVoice()
  const [words, setWords] = useState('')
  const query = useDeferredValue(words.trim().toLowerCase())
  const shown = useMemo(() => matching(view.tasks, query), [view.tasks, query])
  if (view.tasks.length === 0) {
    return (
      <Section id="tasks" title={text.tasks}>
        <Nothing>{text.noTasks}</Nothing>
      </Section>
    )
  }
  return (
    <Section
      id="tasks"
      title={text.tasks}
      count={shown.length}
      action={<FilterField label={text.filterTasks} onChange={setWords} />}
    >
      {shown.length === 0 ? <Nothing>{t('plan.noneMatch')}</Nothing> : <TaskTree tasks={shown} />}
    </Section>
  )
}

function matching(tasks: readonly PlanTaskRow[], query: string): readonly PlanTaskRow[] {
  if (query === '') return tasks
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const kept = new Set<string>()
  for (const task of tasks) {
    const names = [task.title, ...[...task.lead, ...task.coop].flatMap((unit) => [unit.name, unit.shortName])]
    const found = names.some((name) => `${name.zh} ${name.en}`.toLowerCase().includes(query))
    for (let one = found ? task : undefined; one; one = one.parentId === null ? undefined : byId.get(one.parentId)) {
      kept.add(one.id)
    }
  }
  return tasks.filter((task) => kept.has(task.id))
}
