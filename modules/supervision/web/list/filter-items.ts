import type { ItemSummary } from '../../contract.ts'

/** What the list is narrowed to, as the address says it; what is absent lets everything through. */
export interface Wanted {
  unit?: string | undefined
  source?: string | undefined
  light?: string | undefined
  q?: string | undefined
}

/** Groups from the most urgent to the closed. */
export const lights: readonly ItemSummary['light'][] = ['overdue', 'due-soon', 'in-time', 'ended']
export const sources: readonly ItemSummary['sourceKind'][] = [
  'instruction',
  'minutes',
  'work-points',
  'proposal',
  'plan-task',
]

/** The wish as the server reads it. What the address says and no list knows is left out. */
export function queryOf({ unit, source, light, q }: Wanted): string {
  const known = {
    unit: unit && /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/.test(unit) ? unit : undefined,
    source: sources.find((one) => one === source),
    light: lights.find((one) => one === light),
    text: q?.trim().slice(0, 100) || undefined,
  }
  const said = Object.entries(known).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  return new URLSearchParams(said).toString()
}
