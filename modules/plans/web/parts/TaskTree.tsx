import type { PlanTaskRow } from '../../contract.ts'
import { useVoice } from '../use-voice.ts'
import { TaskLink, UnitLinks } from './links.tsx'

type Remark = (task: PlanTaskRow) => string

/**
 * Tasks as the plan numbers them, each with who leads and who joins in. A task whose parent is not shown stands at the top.
 * A remark, where there is one, stands below its task.
 */
export function TaskTree({ tasks, remark }: { tasks: readonly PlanTaskRow[]; remark?: Remark }) {
  const known = new Set(tasks.map((task) => task.id))
  const children = new Map<string | null, PlanTaskRow[]>()
  for (const task of tasks) {
    const parent = task.parentId !== null && known.has(task.parentId) ? task.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), task])
  }
  return <Branch parent={null} branches={children} remark={remark} />
}

interface BranchProps {
  parent: string | null
  branches: ReadonlyMap<string | null, PlanTaskRow[]>
  remark: Remark | undefined
}

function Branch({ parent, branches, remark }: BranchProps) {
  const own = branches.get(parent)
  if (!own) return null
  return (
    <ol className="task-tree">
      {own.map((task) => (
        <li key={task.id}>
          <TaskLine task={task} remark={remark?.(task) ?? ''} />
          <Branch parent={task.id} branches={branches} remark={remark} />
        </li>
      ))}
    </ol>
  )
}

function TaskLine({ task, remark }: { task: PlanTaskRow; remark: string }) {
  const { text } = useVoice()
  return (
    <div className="task-line">
      <span className="task-number">{task.number}</span>
      <span className="task-title">
        <TaskLink task={task} />
        {remark && <span className="under">{remark}</span>}
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
