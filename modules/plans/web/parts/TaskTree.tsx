import type { PlanTaskRow } from '../../contract.ts'
import { useVoice } from '../use-voice.ts'
import { TaskLink, UnitLinks } from './links.tsx'

/** Tasks as the plan numbers them, each with who leads and who joins in. A task whose parent is not shown stands at the top. */
export function TaskTree({ tasks }: { tasks: readonly PlanTaskRow[] }) {
  const known = new Set(tasks.map((task) => task.id))
  const children = new Map<string | null, PlanTaskRow[]>()
  for (const task of tasks) {
    const parent = task.parentId !== null && known.has(task.parentId) ? task.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), task])
  }
  return <Branch parent={null} branches={children} />
}

function Branch({ parent, branches }: { parent: string | null; branches: ReadonlyMap<string | null, PlanTaskRow[]> }) {
  const own = branches.get(parent)
  if (!own) return null
  return (
    <ol className="task-tree">
      {own.map((task) => (
        <li key={task.id}>
          <TaskLine task={task} />
          <Branch parent={task.id} branches={branches} />
        </li>
      ))}
    </ol>
  )
}

function TaskLine({ task }: { task: PlanTaskRow }) {
  const { text } = useVoice()
  return (
    <div className="task-line">
      <span className="task-number">{task.number}</span>
      <span className="task-title">
        <TaskLink task={task} />
      </span>
      <span className="task-units">
        {task.lead.length > 0 && (
          <span>
            <b>{text.lead}</b> <UnitLinks units={task.lead} />
          </span>
        )}
        {task.coop.length > 0 && (
          <span>
            <b>{text.coop}</b> <UnitLinks units={task.coop} />
          </span>
        )}
      </span>
    </div>
  )
}
