import type {
  DocumentEntity,
  FunctionEntity,
  IndicatorEntity,
  RegionContent,
  ThemeEntity,
  UnitEntity,
} from './content.ts'
import { regionChain } from './region-chain.ts'

/** The regions whose definitions are known in a region, nearest first (see regionChain). */
export function chainOf(regions: readonly RegionContent[], id: string): RegionContent[] {
  const byId = new Map(regions.map((content) => [content.id, content]))
  const links = regions.map(({ id: own, region }) => ({
    id: own,
    parent: region.parent ?? null,
    areas: region.areas ?? [],
  }))
  return regionChain(links, id).flatMap((one) => byId.get(one) ?? [])
}

function findIn<T>(
  chain: readonly RegionContent[],
  list: (content: RegionContent) => T[],
  matches: (one: T) => boolean,
) {
  for (const content of chain) {
    const found = list(content).find(matches)
    if (found) return found
  }
  return undefined
}

/** The definition that a region uses, its own or an inherited one; `region` on it says whose. */
export function findIndicator(chain: readonly RegionContent[], code: string): IndicatorEntity | undefined {
  return findIn(
    chain,
    (content) => content.indicators,
    (indicator) => indicator.code === code,
  )
}

export function findDocument(chain: readonly RegionContent[], id: string): DocumentEntity | undefined {
  return findIn(
    chain,
    (content) => content.documents,
    (document) => document.id === id,
  )
}

export function findUnit(chain: readonly RegionContent[], id: string): UnitEntity | undefined {
  return findIn(
    chain,
    (content) => content.units,
    (unit) => unit.id === id,
  )
}

export function findFunction(chain: readonly RegionContent[], id: string): FunctionEntity | undefined {
  return findIn(
    chain,
    (content) => content.functions,
    (one) => one.id === id,
  )
}

export function findTheme(chain: readonly RegionContent[], id: string): ThemeEntity | undefined {
  return findIn(
    chain,
    (content) => content.themes,
    (theme) => theme.id === id,
  )
}
