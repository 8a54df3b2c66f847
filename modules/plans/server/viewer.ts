import type { Actor } from '@opensti/kernel'
import type { Viewer } from './views/ledger.ts'

const staff = new Set(['planner', 'reporter', 'checker', 'unit-leader', 'supervisor', 'head'])

/** Whose eyes a view is made for: staff see the drafts of their own regions, everyone else what is published. */
export function viewerOf(actor: Actor): Viewer {
  if (actor.kind !== 'person') return { insideRegions: [] }
  return {
    insideRegions: [...new Set(actor.grants.filter((grant) => staff.has(grant.role)).map((grant) => grant.regionId))],
  }
}
