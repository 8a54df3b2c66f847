import type { Bilingual } from '@opensti/kernel'
import type { PlanForStaff } from '@opensti/plans'
import type { PlanIndicator } from '@opensti/plans/contract'
import { afterWord, formatAmount, formatFigure, formatPeriod } from '@opensti/ui'
import type { LineFacts } from '../../contract.ts'
import type { Bounds } from '../../domain/forecast.ts'
import { outlookOf } from '../../domain/outlook.ts'

/** What the ledger says of every indicator of a plan, by its code. */
export function factsOf(plan: PlanForStaff): ReadonlyMap<string, LineFacts> {
  return new Map(plan.indicators.map((one) => [one.indicatorId, factsOfOne(one)]))
}

function factsOfOne(one: PlanForStaff['indicators'][number]): LineFacts {
  const { target, latest, progress } = one
  const points = one.series
    .filter(({ period }) => /^\d{4}$/.test(period))
    .map(({ period, value }) => ({ year: Number(period), value }))
  const aim = target?.year && target.comparator !== 'inc' && target.comparator !== 'mul' ? target : null
  return {
    target: target && words((language) => formatFigure(target, language)),
    targetValue: aim?.value ?? null,
    changed: changeOf(target),
    latest:
      latest &&
      words((language) =>
        afterWord(
          formatPeriod(latest.period, language),
          formatFigure({ ...latest, comparator: latest.comparator }, language),
        ),
      ),
    latestValueId: latest?.id ?? null,
    status: progress.status,
    done: progress.done,
    unit: one.unit,
    figures: [...one.restsOn],
    outlook:
      aim &&
      outlookOf(
        points,
        {
          ...aim,
          year: aim.year!,
          rule: progress.rule,
          bounds: boundsOf(points, one.unit),
          ...(one.seriesNature && { nature: one.seriesNature }),
        },
        (value) => say(value, one.unit),
      ),
  }
}

/** A share of a whole never passes 100 %, and what has never been below nothing is not foretold there. */
function boundsOf(points: readonly { value: number }[], unit: string): Bounds {
  const values = points.map(({ value }) => value)
  return {
    least: Math.min(...values) >= 0 ? 0 : null,
    most: unit === '%' && Math.max(...values) <= 100 ? 100 : null,
  }
}

function changeOf(target: PlanIndicator['target']): LineFacts['changed'] {
  const change = target?.changes?.at(-1)
  if (!target || !change) return null
  return {
    from: words((language) =>
      formatFigure({ ...target, value: change.from.value, value2: change.from.value2 }, language),
    ),
    document: change.documentNumber ? `${change.document}（${change.documentNumber}）` : change.document,
    approver: change.approver,
    since: change.since,
  }
}

function say(value: number, unit: string): string {
  const decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return formatAmount(Number(value.toFixed(decimals)), unit, 'zh')
}

function words(inLanguage: (language: 'zh' | 'en') => string): Bilingual {
  return { zh: inLanguage('zh'), en: inLanguage('en') }
}
