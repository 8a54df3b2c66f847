import type { Check } from '../model.ts'
import { compare, term } from './note.ts'
import { amountOf, type Paragraph, type Quantity } from './numbers.ts'
import { intervalOf, isCount, times } from './tolerance.ts'

const PER = /(?:平均每|每|户均|人均|平均|均)(?:(家|个|项|件|人|名|场|户|台|套|亩)|(?<=平均|[户人]?均))[^每,。;]{0,8}$/

/** Number of things times the amount for each, against the whole amount, when one sentence gives all three. */
export function checkAverages({ quantities }: Paragraph): Check[] {
  const checks: Check[] = []
  for (const each of quantities) {
    const per = PER.exec(each.label)
    if (!per || each.unit === '%' || !each.unit) continue
    if (isCount(each.unit) && !/(平均|均)/.test(each.label)) continue
    const near = quantities
      .slice(Math.max(0, each.index - 4), each.index + 4)
      .filter((q) => q !== each && q.segment === each.segment && Math.abs(q.clause - each.clause) <= 2)
    const counter = per[1] ?? (per[0].startsWith('户') ? '户家' : per[0].startsWith('人') ? '人' : null)
    const count = onlyOne(
      near.filter((q) => isCount(q.unit) && (counter ? counter.includes(q.unit) : q.unit !== each.unit)),
    )
    const whole = onlyOne(near.filter((q) => q.unit === each.unit))
    if (!count || !whole || PER.test(whole.label) || amountOf(whole) <= amountOf(each)) continue
    if (!/(共|合计|总|累计|平均)/.test(whole.label + each.label)) continue
    checks.push(
      compare({
        kind: 'average',
        inputs: [count, each],
        stated: whole,
        expected: amountOf(count) * amountOf(each),
        range: times(intervalOf(count), intervalOf(each)),
        formula: `${term(count)} × ${term(each)}`,
        zh: '数量乘以平均数应为总额',
        en: 'Count times average should be the whole amount',
      }),
    )
  }
  return checks
}

function onlyOne(quantities: Quantity[]): Quantity | null {
  return quantities.length === 1 ? quantities[0]! : null
}
