/** How a region hangs in the tree: what it is a part of, and the areas it lies in besides. */
export interface RegionLinks {
  id: string
  parent: string | null
  areas: readonly string[]
}

/**
 * The regions that a region belongs to, nearest first: itself, its parents up to the root, then its areas with their parents.
 * A missing or circular parent ends the chain; an unknown region has none.
 */
export function regionChain(regions: readonly RegionLinks[], id: string): string[] {
  const byId = new Map(regions.map((region) => [region.id, region]))
  const chain: string[] = []
  const walk = (first: string) => {
    for (let next = byId.get(first); next && !chain.includes(next.id); next = byId.get(next.parent ?? '')) {
      chain.push(next.id)
    }
  }
  walk(id)
  for (const area of byId.get(id)?.areas ?? []) walk(area)
  return chain
}

/** A region with all that stands above it and all that lies within it: those whose figures can bear on its own. */
export function regionFamily(regions: readonly RegionLinks[], id: string): string[] {
  const above = regionChain(regions, id)
  const within = regions.map((region) => region.id).filter((one) => regionChain(regions, one).includes(id))
  return [...new Set([...above, ...within])]
}
