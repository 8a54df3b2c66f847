import { type Entity, placeOf, type RegionContent } from '../content.ts'
import type { Fault } from '../faults.ts'

/** Beginnings come before ends, names of one unit follow each other, and nothing is published before it happened. */
export function checkDates(regions: readonly RegionContent[]): Fault[] {
  return regions.flatMap((content) => [
    ...content.units.flatMap((unit) => [
      ...inOrder(unit, unit.from, unit.until, ['until']),
      ...unit.names.flatMap((name, index) => [
        ...inOrder(unit, name.from, name.until, ['names', index, 'until']),
        ...inOrder(unit, unit.names[index - 1]?.until ?? unit.names[index - 1]?.from, name.from, [
          'names',
          index,
          'from',
        ]),
      ]),
    ]),
    ...content.plans.flatMap((plan) =>
      inOrder(plan, String(plan.period.from), String(plan.period.to), ['period', 'to']),
    ),
    ...content.documents.flatMap((one) =>
      one.period ? inOrder(one, String(one.period.from), String(one.period.to), ['period', 'to']) : [],
    ),
    ...content.values.flatMap((value) => [
      ...inOrder(value, value.startYear?.toString(), value.period.slice(0, 4), ['startYear']),
      ...(value.estimate ? [] : inOrder(value, value.period.slice(0, 4), value.vintage, ['vintage'])),
    ]),
    ...content.comparisons.flatMap((one) => inOrder(one, one.period.slice(0, 4), one.vintage, ['vintage'])),
    ...content.targets.flatMap((target) => [
      ...(target.stages ?? []).flatMap((stage, index, stages) =>
        inOrder(target, stages[index - 1]?.year.toString(), String(stage.year), ['stages', index, 'year']),
      ),
      ...inOrder(target, target.stages?.at(-1)?.year.toString(), target.year?.toString(), ['year']),
    ]),
    ...content.calendarYears.flatMap((year) => [
      ...year.holidays.flatMap((holiday, index) => [
        ...inOrder(year, holiday.from, holiday.to, ['holidays', index, 'to']),
        ...inOrder(year, String(year.year), holiday.to, ['holidays', index, 'to']),
      ]),
      ...year.workdays.flatMap((day, index) =>
        day.startsWith(String(year.year)) ? [] : [outside(year, day, ['workdays', index])],
      ),
    ]),
  ])
}

function inOrder(
  entity: Entity,
  first: string | undefined,
  second: string | undefined,
  field: (string | number)[],
): Fault[] {
  if (first === undefined || second === undefined) return []
  const precision = Math.min(first.length, second.length)
  if (first.slice(0, precision) <= second.slice(0, precision)) return []
  return [
    {
      ...placeOf(entity, ...field),
      message: {
        zh: `日期顺序颠倒：${second} 早于 ${first}`,
        en: `The dates are out of order: ${second} is before ${first}`,
      },
      remedy: { zh: '核对两个日期，改正写反的一个', en: 'Compare both dates and correct the wrong one' },
    },
  ]
}

function outside(entity: Entity, day: string, field: (string | number)[]): Fault {
  return {
    ...placeOf(entity, ...field),
    message: { zh: `${day} 不在这一年里`, en: `${day} is not in this year` },
    remedy: { zh: '移到它所属的年份下面', en: 'Move it to the year it belongs to' },
  }
}
