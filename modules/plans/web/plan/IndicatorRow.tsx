import { endOfPeriod } from '@opensti/kernel'
import { bulletBar, sparkline } from '@opensti/ui/charts'
import { Drawing, StatusMark } from '@opensti/ui/workbench'
import type { PlanIndicator, Target } from '../../contract.ts'
import { periodText, targetText, valueText } from '../../portal/parts/figures.ts'
import { progressBar } from '../../portal/parts/progress-words.ts'
import { changeMark } from '../../portal/parts/target-changes.ts'
import { IndicatorLink, UnitLinks } from '../parts/links.tsx'
import { SourcedFigure } from '../parts/SourcedFigure.tsx'
import { useVoice } from '../use-voice.ts'

interface Props {
  region: string
  indicator: PlanIndicator
  units: boolean
}

/** One indicator of a plan: how far it is, and the three figures behind that, each with its source. */
export function IndicatorRow({ region, indicator, units }: Props) {
  const voice = useVoice()
  const { text, say } = voice
  const { progress, latest, target, baseline } = indicator
  const name = say(indicator.name)
  const stated = (figure: Target, label: string) => (
    <SourcedFigure citation={figure.citation} note={figure.note} label={`${name}${text.colon}${label}`}>
      {targetText(figure, progress.rule, voice)}
      {figure.year !== null && <small>{periodText(String(figure.year), voice)}</small>}
      {changeMark(figure, progress.rule, voice) && <small>{changeMark(figure, progress.rule, voice)}</small>}
    </SourcedFigure>
  )
  // Half a year of a flow beside whole years would look like a fall.
  const course = indicator.series.filter(({ period }) => progress.rule !== 'cumulative' || period.length === 4)
  return (
    <tr>
      <th scope="row" className="c-name">
        <IndicatorLink region={region} id={indicator.indicatorId} name={indicator.name} />
        {indicator.binding && <span className="word-tag">{text.binding}</span>}
        {units && indicator.unitsResponsible.length > 0 && (
          <span className="under">
            <UnitLinks units={indicator.unitsResponsible} />
          </span>
        )}
      </th>
      <td className="c-status">
        <StatusMark status={progress.status} />
      </td>
      <td className="c-progress">
        <ProgressCell indicator={indicator} />
      </td>
      <td className="c-figure r" data-label={text.baseline}>
        {baseline ? stated(baseline, text.baseline) : <span className="muted">—</span>}
      </td>
      <td className="c-figure r" data-label={text.latest}>
        {latest ? (
          <SourcedFigure citation={latest.citation} value={latest} label={`${name}${text.colon}${text.latest}`}>
            {valueText(latest, progress.rule, voice)}
            <small>{periodText(latest.period, voice)}</small>
          </SourcedFigure>
        ) : (
          <span className="muted">{text.noValue}</span>
        )}
      </td>
      <td className="c-figure r" data-label={text.target}>
        {target ? stated(target, text.target) : <span className="muted">{text.noTarget}</span>}
      </td>
      <td className="c-course">
        <Drawing drawing={sparkline(course.map(({ period, value }) => ({ at: endOfPeriod(period), value })))} />
      </td>
    </tr>
  )
}

function ProgressCell({ indicator: { progress, unit } }: { indicator: PlanIndicator }) {
  const bar = progressBar(progress, unit, useVoice())
  if (!bar) return <span className="muted">—</span>
  return (
    <>
      <Drawing drawing={bulletBar({ ...bar, status: progress.status })} />
      <span className="under">{bar.words}</span>
    </>
  )
}
