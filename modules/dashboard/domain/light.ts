import type { FindingKind, FindingLight } from '../contract.ts'

/** Working days after which a late return is a head's matter. */
const lateForHeads = 5

/** How a target that lags is shown; null for one that does not. */
export function lightOfStatus(status: string): FindingLight | null {
  if (status === 'missed' || status === 'far-behind') return 'red'
  return status === 'behind' ? 'amber' : null
}

/** A return is red once it is a working week late. */
export function lightOfReturn(workdaysLate: number): FindingLight {
  return workdaysLate >= lateForHeads ? 'red' : 'amber'
}

/** An item is red once it has climbed to supervision or to the head in charge. */
export function lightOfItem(item: { light: string; rung: string }): FindingLight {
  return item.light === 'overdue' && (item.rung === 'supervisor' || item.rung === 'head') ? 'red' : 'amber'
}

interface Ranked {
  light: FindingLight
  kind: FindingKind
  /** Larger is more pressing among its kind. */
  weight: number
}

const kinds: readonly FindingKind[] = ['indicator', 'item', 'return', 'stale']

/** Red before amber; targets before items, items before returns, returns before stale figures; the heaviest first. */
export function byUrgency(a: Ranked, b: Ranked): number {
  return (
    Number(a.light === 'amber') - Number(b.light === 'amber') ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    b.weight - a.weight
  )
}
