import { type Entity, entitiesOf, placeOf, type RegionContent } from '../content.ts'
import type { Fault } from '../faults.ts'
import { chainOf } from '../resolve.ts'

/** One id names one thing: in its region, and along the chain of regions that share definitions. */
export function checkDuplicates(regions: readonly RegionContent[]): Fault[] {
  return regions.flatMap((content) => [...withinRegion(content), ...againstParents(regions, content)])
}

function withinRegion(content: RegionContent): Fault[] {
  const seen = new Map<string, Entity>()
  return entitiesOf(content).flatMap(({ kind, entity }) => {
    const name = `${kind} ${entity.key}`
    const first = seen.get(name)
    if (!first) {
      seen.set(name, entity)
      return []
    }
    const where = `${first.at.file}:${first.at.line}`
    return [
      {
        ...placeOf(entity),
        message: { zh: `${entity.key} 在 ${where} 已经写过`, en: `${entity.key} stands at ${where} already` },
        remedy: {
          zh: '换一个编号；同一数字在文件中又出现一次的，写进原来那条的 also',
          en: 'Choose another id; a figure that the document repeats goes into `also` of the first one',
        },
      },
    ]
  })
}

function againstParents(regions: readonly RegionContent[], content: RegionContent): Fault[] {
  const others = chainOf(regions, content.id).slice(1)
  const kinds = ['indicators', 'documents', 'units', 'themes', 'functions'] as const
  return kinds.flatMap((kind) =>
    content[kind].flatMap((entity) => {
      const owner = others.find((other) => other[kind].some((one) => one.key === entity.key))
      if (!owner) return []
      return [
        {
          ...placeOf(entity),
          message: {
            zh: `${entity.key} 在 ${owner.id} 中已有定义`,
            en: `${entity.key} is already defined in ${owner.id}`,
          },
          remedy: {
            zh: '含义相同就删去这里的，直接引用；含义不同就换一个编号',
            en: 'If it means the same, delete it here and refer to that one; if not, choose another id',
          },
        },
      ]
    }),
  )
}
