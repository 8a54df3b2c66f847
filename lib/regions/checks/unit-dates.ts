import { type Entity, placeOf, type RegionContent, type UnitEntity } from '../content.ts'
import type { Fault } from '../faults.ts'
import { chainOf, findDocument, findUnit } from '../resolve.ts'
import { unitExistsAt, unitNameAt } from '../unit-history.ts'

/** A plan can only charge units that existed when it was issued, and a short form may mean only one unit at a time. */
export function checkUnitDates(regions: readonly RegionContent[]): Fault[] {
  return regions.flatMap((content) => {
    const chain = chainOf(regions, content.id)
    return [...chargedUnits(content, chain), ...changedUnits(content, chain), ...ambiguousNames(content)]
  })
}

function chargedUnits(content: RegionContent, chain: RegionContent[]): Fault[] {
  const issued = new Map(
    content.plans.map((plan) => [plan.id, findDocument(chain, plan.document)?.date ?? String(plan.period.from)]),
  )
  const check = (entity: Entity & { plan: string }, id: string, field: (string | number)[]): Fault[] => {
    const date = issued.get(entity.plan)
    const unit = findUnit(chain, id)
    return date && unit && !unitExistsAt(unit, date) ? [absent(entity, unit, date, field)] : []
  }
  return [
    ...content.tasks.flatMap((task) =>
      (['lead', 'coop', 'others'] as const).flatMap((role) =>
        (task[role] ?? []).flatMap((one, index) => check(task, one.unit, [role, index])),
      ),
    ),
    ...content.targets.flatMap((target) =>
      (target.responsible ?? []).flatMap((id, index) => check(target, id, ['responsible', index])),
    ),
  ]
}

function changedUnits(content: RegionContent, chain: RegionContent[]): Fault[] {
  return content.unitChanges.flatMap((change) =>
    (['from', 'to'] as const).flatMap((side) =>
      change[side].flatMap((id, index) => {
        const unit = findUnit(chain, id)
        return unit && !unitExistsAt(unit, change.date) ? [absent(change, unit, change.date, [side, index])] : []
      }),
    ),
  )
}

function absent(entity: Entity, unit: UnitEntity, date: string, field: (string | number)[]): Fault {
  const name = unitNameAt(unit, date)
  const life = `${unit.from ?? '…'} – ${unit.until ?? '…'}`
  return {
    ...placeOf(entity, ...field),
    message: { zh: `${name.zh} 在 ${date} 不存在(${life})`, en: `${name.en} does not exist at ${date} (${life})` },
    remedy: {
      zh: '换成当时的单位；或改正该单位的 from、until',
      en: 'Name the unit of that time, or correct `from` and `until` of the unit',
    },
  }
}

function ambiguousNames(content: RegionContent): Fault[] {
  const entries = content.units.flatMap((unit) =>
    unit.names.flatMap((name, index) =>
      [name.zh, ...name.short].map((text) => ({
        text,
        unit,
        index,
        from: name.from ?? unit.from,
        until: name.until ?? unit.until,
      })),
    ),
  )
  const byText = Map.groupBy(entries, (entry) => entry.text)
  return [...byText.values()].flatMap((same) =>
    same.flatMap((entry, position) => {
      const rival = same.slice(0, position).find((other) => other.unit !== entry.unit && overlap(other, entry))
      if (!rival) return []
      return [
        {
          ...placeOf(entry.unit, 'names', entry.index),
          message: {
            zh: `“${entry.text}”同时也是 ${rival.unit.id} 的名称或简称`,
            en: `"${entry.text}" also names ${rival.unit.id} at the same time`,
          },
          remedy: {
            zh: '去掉其中一个简称，或用日期分开',
            en: 'Drop one of the short forms, or separate them by dates',
          },
        },
      ]
    }),
  )
}

interface Span {
  from: string | undefined
  until: string | undefined
}

function overlap(a: Span, b: Span): boolean {
  return (a.from ?? '') < (b.until ?? '9') && (b.from ?? '') < (a.until ?? '9')
}
