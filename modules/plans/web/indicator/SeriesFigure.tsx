import { formatAxisUnit, formatTick } from '@opensti/ui'
import { seriesChart } from '@opensti/ui/charts'
import { Drawing } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Fragment, useMemo } from 'react'
import type { IndicatorView } from '../../contract.ts'
import { type ChartData, chartData } from '../../portal/parts/chart-data.ts'
import { citedName } from '../../portal/parts/document-name.ts'
import { headline } from '../../portal/parts/headline.ts'
import { lastTarget } from '../../portal/parts/last-target.ts'
import { useVoice } from '../use-voice.ts'
import { ChartKey } from './ChartKey.tsx'

interface Props {
  view: IndicatorView
  entry: IndicatorView['plans'][number] | null
}

/** The chart of one indicator in one plan, with the answer it gives as its title and its papers below. */
export function SeriesFigure({ view, entry }: Props) {
  const voice = useVoice()
  const { text, say, language } = voice
  const data = useMemo(() => chartData(view, entry, voice), [view, entry, voice])
  if (!data) return null
  const last = data.points.at(-1)
  const title = entry
    ? headline(say(view.name), lastTarget(entry), entry.progress, voice)
    : text.headlines.noTarget(say(view.name), last?.period ?? '', last?.text ?? '')
  const drawing = seriesChart({
    id: `chart-${entry?.plan.id ?? 'values'}`,
    title,
    description: text.chartDescription(
      data.points.map((point) => point.tip).join(text.list),
      data.targets.map((target) => target.tip).join(text.list),
    ),
    points: data.points.map((point, index) => (index === data.points.length - 1 ? point : { ...point, label: '' })),
    targets: data.targets,
    baseline: data.baseline,
    path: data.path,
    ...(data.band && { band: data.band }),
    ...(data.span && { span: data.span }),
    formatTick: (value) => formatTick(value, data.unit, language),
    unit: formatAxisUnit(data.unit, language),
  })
  return (
    <figure className="figure">
      <h2>{title}</h2>
      {entry && <p className="sub">{say(entry.plan.name)}</p>}
      <ChartKey data={data} />
      <Drawing drawing={drawing} />
      <figcaption>
        {text.sources}
        {text.colon}
        <Papers data={data} />
      </figcaption>
    </figure>
  )
}

/** The papers behind a chart, each once; sections and paragraphs stand in the table below it. */
function Papers({ data }: { data: ChartData }) {
  const voice = useVoice()
  const papers = [...new Map(data.cites.map((cite) => [cite.documentId || cite.documentTitle.zh, cite])).values()]
  return papers.map((cite, index) => (
    <Fragment key={cite.documentId || cite.documentTitle.zh}>
      {index > 0 && voice.text.list}
      {cite.documentId ? (
        <Link to="/documents/$document" params={{ document: cite.documentId }}>
          {citedName(cite, voice)}
        </Link>
      ) : (
        citedName(cite, voice)
      )}
    </Fragment>
  ))
}
