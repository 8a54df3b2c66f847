import { type Html, html } from '@opensti/ui/portal'
import { taskAddress } from '../../addresses.ts'
import type { PlanTaskRow } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { whoDoes } from './units.ts'

/** Tasks as the plan numbers them, each with who leads and who joins in. */
export function taskTree(tasks: readonly PlanTaskRow[], voice: Voice): Html {
  const known = new Set(tasks.map((task) => task.id))
  const children = new Map<string | null, PlanTaskRow[]>()
  for (const task of tasks) {
    const parent = task.parentId !== null && known.has(task.parentId) ? task.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), task])
  }
  const branch = (parent: string | null): Html | false => {
    const own = children.get(parent)
    if (!own) return false
    return html`<ol>${own.map((task) => html`<li>${taskLine(task, voice)}${branch(task.id)}</li>`)}</ol>`
  }
  return html`<div class="tree">${branch(null)}</div>`
}

function taskLine(task: PlanTaskRow, voice: Voice): Html {
  const { say, to } = voice
  return html`<div><p><span class="no">${task.number}</span><a href="${to(taskAddress(task.id))}">${say(task.title)}</a></p><p class="units">${whoDoes(task, voice)}</p></div>`
}
