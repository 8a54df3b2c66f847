import { formatAxisUnit, formatTick } from '@opensti/ui'
import { seriesChart } from '@opensti/ui/charts'
import { type Html, html } from '@opensti/ui/portal'
import type { IndicatorView } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { type ChartData, chartData } from './chart-data.ts'
import { sources } from './citation.ts'
import { headline } from './headline.ts'
import { lastTarget } from './last-target.ts'
import { valueTable } from './value-table.ts'

type PlanOfIndicator = IndicatorView['plans'][number]

/** The chart of one indicator in one plan: answer, drawing, key, sources, and the table behind it. */
export function seriesFigure(view: IndicatorView, entry: PlanOfIndicator | null, voice: Voice): Html | false {
  const { text, say, language } = voice
  const data = chartData(view, entry, voice)
  if (!data) return false
  const target = entry ? lastTarget(entry) : null
  const title = entry
    ? headline(say(view.name), target, entry.progress, voice)
    : text.headlines.noTarget(say(view.name), data.points.at(-1)?.period ?? '', data.points.at(-1)?.text ?? '')
  const id = `chart-${entry?.plan.id ?? 'values'}`
  return html`<figure class="figure"><h2>${title}</h2>${entry && html`<p class="sub">${say(entry.plan.name)}</p>`}${chartKey(data, voice)}${seriesChart(
    {
      id,
      title,
      description: text.chartDescription(
        data.points.map((point) => point.tip).join(text.list),
        data.targets.map((goal) => goal.tip).join(text.list),
      ),
      points: data.points,
      targets: data.targets,
      baseline: data.baseline,
      path: data.path,
      ...(data.band ? { band: data.band } : {}),
      ...(data.span ? { span: data.span } : {}),
      formatTick: (value) => formatTick(value, data.unit, language),
      unit: formatAxisUnit(data.unit, language),
    },
  )}<figcaption class="cite">${text.sources}${text.colon}${sources(data.cites, voice)}</figcaption><details class="more"><summary>${text.tableBehind}</summary>${valueTable(data.values, title, voice)}</details></figure>`
}

function chartKey(data: ChartData, { text }: Voice): Html {
  const point = html`<svg width="22" height="12" aria-hidden="true"><path class="actual" d="M1 6h20"/><circle class="point" cx="11" cy="6" r="4.5"/></svg>`
  const goal = (kind: string) =>
    html`<svg width="14" height="14" aria-hidden="true"><svg class="goal${kind}" x="7" y="7" overflow="visible"><path d="M0-6 6 0 0 6-6 0Z"/></svg></svg>`
  return html`<ul class="key"><li>${point}${text.key.actual}</li>${
    data.points.some((one) => one.provisional) &&
    html`<li><svg width="12" height="12" aria-hidden="true"><circle class="point provisional" cx="6" cy="6" r="4"/></svg>${text.key.provisional}</li>`
  }${
    data.baseline &&
    html`<li><svg width="12" height="12" aria-hidden="true"><circle class="start" cx="6" cy="6" r="4.5"/></svg>${text.key.baseline}</li>`
  }${
    data.path.length > 1 &&
    html`<li><svg width="24" height="12" aria-hidden="true"><path class="way" d="M1 6h22"/></svg>${text.key.path}</li>`
  }${data.targets.some((one) => one.staged) && html`<li>${goal(' staged')}${text.key.staged}</li>`}${
    data.targets.some((one) => !one.staged) && html`<li>${goal('')}${text.key.target}</li>`
  }</ul>`
}
