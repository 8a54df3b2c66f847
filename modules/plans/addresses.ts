/**
 * Permanent public addresses, without the language prefix. Ids of units and tasks carry their region
 * (`north/science`, `north/plan-2026/t-3`), so that an address reads as what it leads to.
 */
export function regionAddress(region: string): string {
  return `/regions/${region}`
}

export function planAddress(region: string, plan: string): string {
  return `/regions/${region}/plans/${plan}`
}

export function indicatorAddress(region: string, indicator: string): string {
  return `/regions/${region}/indicators/${indicator}`
}

export function taskAddress(id: string): string {
  const [region, plan, task] = id.split('/')
  return `/regions/${region}/plans/${plan}/tasks/${task}`
}

export function unitAddress(id: string): string {
  const [region, unit] = id.split('/')
  return `/regions/${region}/units/${unit}`
}

export function documentAddress(document: string): string {
  return `/documents/${document}`
}

export function comparisonAddress(indicator: string): string {
  return `/compare/${indicator}`
}
