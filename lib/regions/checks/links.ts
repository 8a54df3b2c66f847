import type { Citation, Entity, RegionContent } from '../content.ts'
import { entitiesOf, placeOf } from '../content.ts'
import type { Fault } from '../faults.ts'
import { chainOf, findDocument, findFunction, findIndicator, findTheme, findUnit } from '../resolve.ts'

/**
 * Everything that is referred to exists, here or in a region above. Things whose own file is `broken` count as existing:
 * they have been reported already, and correcting them heals every reference.
 */
export function checkLinks(regions: readonly RegionContent[], broken: ReadonlySet<string> = new Set()): Fault[] {
  return regions.flatMap((content) => [
    ...parentFaults(regions, content),
    ...new LinkCheck(regions, content, broken).run(),
  ])
}

function parentFaults(regions: readonly RegionContent[], content: RegionContent): Fault[] {
  const { region } = content
  const known = new Map(regions.map((one) => [one.id, one]))
  const faults: Fault[] = []
  const missing = (id: string, field: (string | number)[]) =>
    faults.push(unknown(region, field, `地区 ${id}`, `the region ${id}`, [...known.keys()]))
  if (region.parent && !known.has(region.parent)) missing(region.parent, ['parent'])
  region.areas?.forEach((area, index) => {
    if (!known.has(area)) missing(area, ['areas', index])
  })
  const visited = new Set<string>()
  for (let id: string | undefined = content.id; id; id = known.get(id)?.region.parent) {
    if (visited.has(id)) {
      const circle = [...visited, id].join(' → ')
      faults.push({
        ...placeOf(region, 'parent'),
        message: { zh: `上级地区绕成了圈：${circle}`, en: `The parents run in a circle: ${circle}` },
        remedy: { zh: '改正其中一个地区的 parent', en: 'Correct the parent of one of them' },
      })
      break
    }
    visited.add(id)
  }
  return faults
}

class LinkCheck {
  readonly faults: Fault[] = []
  readonly content: RegionContent
  readonly chain: RegionContent[]
  readonly broken: ReadonlySet<string>

  constructor(regions: readonly RegionContent[], content: RegionContent, broken: ReadonlySet<string>) {
    this.content = content
    this.broken = broken
    this.chain = chainOf(regions, content.id)
  }

  run(): Fault[] {
    const { content } = this
    for (const { entity } of entitiesOf(content)) this.citations(entity)
    for (const indicator of content.indicators) {
      this.theme(indicator, indicator.theme)
      indicator.related?.forEach((one, index) => {
        this.indicator(indicator, one.indicator, ['related', index, 'indicator'])
      })
    }
    for (const plan of content.plans) this.document(plan, plan.document, ['document'])
    for (const target of content.targets) {
      this.indicator(target, target.indicator, ['indicator'])
      this.planTheme(target, target.plan, target.theme)
      target.responsible?.forEach((unit, index) => {
        this.unit(target, unit, ['responsible', index])
      })
    }
    for (const task of content.tasks) {
      this.planTheme(task, task.plan, task.theme)
      task.indicators?.forEach((code, index) => {
        this.indicator(task, code, ['indicators', index])
      })
      for (const role of ['lead', 'coop', 'others'] as const) {
        task[role]?.forEach((one, index) => {
          this.unit(task, one.unit, [role, index])
          if (one.function) this.function(task, one.function, [role, index, 'function'])
        })
      }
    }
    for (const value of content.values) {
      this.indicator(value, value.indicator, ['indicator'])
      if (value.reportedBy) this.unit(value, value.reportedBy, ['reportedBy'])
    }
    for (const comparison of content.comparisons) {
      this.indicator(comparison, comparison.indicator, ['indicator'])
      if (comparison.of) this.indicator(comparison, comparison.of, ['of'])
    }
    for (const conflict of content.conflicts) {
      if (conflict.indicator) this.indicator(conflict, conflict.indicator, ['indicator'])
      conflict.places.forEach((cite, index) => {
        this.citation(conflict, cite, ['places', index])
      })
    }
    this.units()
    return this.faults
  }

  private units(): void {
    for (const unit of this.content.units) {
      unit.functions?.forEach((id, index) => {
        this.function(unit, id, ['functions', index])
      })
      unit.members?.forEach((id, index) => {
        this.unit(unit, id, ['members', index])
      })
    }
    for (const change of this.content.unitChanges) {
      for (const side of ['from', 'to'] as const)
        change[side].forEach((id, index) => {
          this.unit(change, id, [side, index])
        })
      change.moves?.forEach((move, index) => {
        this.function(change, move.function, ['moves', index, 'function'])
        for (const side of ['from', 'to'] as const) {
          if (!change[side].includes(move[side])) {
            this.faults.push(
              unknown(
                change,
                ['moves', index, side],
                `本次变动中的单位 ${move[side]}`,
                `the unit ${move[side]} in this change`,
                change[side],
              ),
            )
          }
        }
      })
    }
  }

  private citations(entity: Entity & { cite?: Citation; also?: Citation[] }): void {
    if (entity.cite) this.citation(entity, entity.cite, ['cite'])
    entity.also?.forEach((cite, index) => {
      this.citation(entity, cite, ['also', index])
    })
  }

  private citation(entity: Entity, cite: Citation, field: (string | number)[]): void {
    if (cite.document) this.document(entity, cite.document, [...field, 'document'])
  }

  private document(entity: Entity, id: string, field: (string | number)[]): void {
    if (findDocument(this.chain, id) || this.broken.has(id)) return
    this.faults.push(
      unknown(
        entity,
        field,
        `文件 ${id}`,
        `the document ${id}`,
        this.names((one) => one.documents),
      ),
    )
  }

  private indicator(entity: Entity, code: string, field: (string | number)[]): void {
    if (findIndicator(this.chain, code) || this.broken.has(code)) return
    this.faults.push(
      unknown(
        entity,
        field,
        `指标 ${code}`,
        `the indicator ${code}`,
        this.names((one) => one.indicators),
      ),
    )
  }

  private unit(entity: Entity, id: string, field: (string | number)[]): void {
    if (findUnit(this.chain, id) || this.broken.has(id)) return
    this.faults.push(
      unknown(
        entity,
        field,
        `单位 ${id}`,
        `the unit ${id}`,
        this.names((one) => one.units),
      ),
    )
  }

  private function(entity: Entity, id: string, field: (string | number)[]): void {
    if (findFunction(this.chain, id)) return
    this.faults.push(
      unknown(
        entity,
        field,
        `职能 ${id}`,
        `the function ${id}`,
        this.names((one) => one.functions),
      ),
    )
  }

  private theme(entity: Entity, id: string): void {
    if (findTheme(this.chain, id)) return
    this.faults.push(
      unknown(
        entity,
        ['theme'],
        `主题 ${id}`,
        `the theme ${id}`,
        this.names((one) => one.themes),
      ),
    )
  }

  private planTheme(entity: Entity, planId: string, theme: string | undefined): void {
    const plan = this.content.plans.find((one) => one.id === planId)
    if (!theme || !plan || plan.themes?.some((one) => one.id === theme)) return
    const known = plan.themes?.map((one) => one.id) ?? []
    this.faults.push(unknown(entity, ['theme'], `规划中的主题 ${theme}`, `the theme ${theme} in this plan`, known))
  }

  private names(list: (content: RegionContent) => Entity[]): string[] {
    return this.chain.flatMap((content) => list(content).map((entity) => entity.key))
  }
}

/** Names what is not there and, where one is close, what was probably meant. */
function unknown(entity: Entity, field: (string | number)[], zh: string, en: string, known: string[]): Fault {
  const wanted = zh.split(' ').at(-1) ?? ''
  const close = known.filter((name) => distance(name, wanted) <= Math.max(2, wanted.length / 4)).slice(0, 3)
  return {
    ...placeOf(entity, ...field),
    message: { zh: `没有${zh}`, en: `There is no such thing as ${en}` },
    remedy: close.length
      ? { zh: `是不是 ${close.join('、')}?`, en: `Did you mean ${close.join(', ')}?` }
      : {
          zh: '改正写法，或先在本地区或上级地区中定义',
          en: 'Correct it, or define it first, here or in a region above',
        },
  }
}

/** Edit distance between two short ids. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
