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

/** The releases of a region; without one, of all. */
export function releasesAddress(region?: string): string {
  return region === undefined ? '/releases' : `/regions/${region}/releases`
}

export function releaseAddress(release: string): string {
  return `/releases/${release}`
}

export function evaluationsAddress(region: string): string {
  return `/regions/${region}/evaluations`
}

/** Open data of everything, of a region, or of one of its plans or indicators; the ending chooses the form. */
export function dataAddress(of: { region?: string; plan?: string; indicator?: string }, form: 'csv' | 'json'): string {
  const inside = of.plan ? `/plans/${of.plan}` : of.indicator ? `/indicators/${of.indicator}` : ''
  return `/data${of.region ? `/regions/${of.region}${inside}` : ''}/figures.${form}`
}
