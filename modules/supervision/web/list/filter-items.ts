import type { ItemSummary } from '../../contract.ts'

/** What the list is narrowed to; null lets everything through. */
export interface Wanted {
  unit: string | null
  source: ItemSummary['sourceKind'] | null
  light: ItemSummary['light'] | null
}

export const everything: Wanted = { unit: null, source: null, light: null }

/** Groups from the most urgent to the closed. */
export const lights: readonly ItemSummary['light'][] = ['overdue', 'due-soon', 'in-time', 'ended']
export const sources: readonly ItemSummary['sourceKind'][] = [
  'instruction',
  'minutes',
  'work-points',
  'proposal',
  'plan-task',
]

/** The items that are wanted; a unit's are those it owns or cooperates in. The order stays. */
export function filterItems(items: readonly ItemSummary[], { unit, source, light }: Wanted): ItemSummary[] {
  return items.filter(
    (one) =>
      (unit === null || [one.leadUnit, ...one.coopUnits].some(({ id }) => id === unit)) &&
      (source === null || one.sourceKind === source) &&
      (light === null || one.light === light),
  )
}
