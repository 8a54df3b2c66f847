import { type Entity, placeOf, type RegionContent } from '../content.ts'
import type { Fault } from '../faults.ts'
import { findMeasure, knownUnits, unitsFit } from '../measures.ts'
import { chainOf, findIndicator } from '../resolve.ts'

/** Targets and values are counted in a unit that fits their indicator. */
export function checkMeasures(regions: readonly RegionContent[]): Fault[] {
  return regions.flatMap((content) => {
    const chain = chainOf(regions, content.id)
    const fits = (entity: Entity, code: string, unit: string): Fault[] => {
      const indicator = findIndicator(chain, code)
      return !indicator || unitsFit(indicator.unit, unit)
        ? []
        : [misfit(entity, indicator.names.zh, indicator.unit, unit)]
    }
    return [
      ...content.indicators.flatMap((indicator) =>
        findMeasure(indicator.unit) ? [] : [unknownUnit(indicator, indicator.unit)],
      ),
      // 翻一番 is measured in 倍 whatever its indicator is counted in.
      ...content.targets.flatMap((one) => (one.comparator === 'mul' ? [] : fits(one, one.indicator, one.unit))),
      ...content.values.flatMap((one) => fits(one, one.indicator, one.unit)),
      ...content.comparisons.flatMap((one) => (one.measure === 'increase' ? fits(one, one.indicator, one.unit) : [])),
    ]
  })
}

function misfit(entity: Entity, name: string, wanted: string, found: string): Fault {
  return {
    ...placeOf(entity, 'unit'),
    message: {
      zh: `“${name}”以“${wanted}”计，不能用“${found}”`,
      en: `${name} is counted in ${wanted}, which ${found} does not fit`,
    },
    remedy: {
      zh: '核对计量单位；如果统计的不是同一事物，换一个指标',
      en: 'Check the unit; if something else is counted, refer to another indicator',
    },
  }
}

function unknownUnit(entity: Entity, unit: string): Fault {
  return {
    ...placeOf(entity, 'unit'),
    message: { zh: `不认识计量单位“${unit}”`, en: `The unit ${unit} is not known` },
    remedy: { zh: `可用的有：${knownUnits().join('、')}`, en: `Known units: ${knownUnits().join(', ')}` },
  }
}
