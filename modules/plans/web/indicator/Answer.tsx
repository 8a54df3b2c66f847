import { StatusMark } from '@opensti/ui/workbench'
import type { IndicatorView } from '../../contract.ts'
import { amountText, judged, periodText, targetText, valueText } from '../../portal/parts/figures.ts'
import { lastTarget } from '../../portal/parts/last-target.ts'
import { statusWords } from '../../portal/parts/progress-words.ts'
import { PlanLink } from '../parts/links.tsx'
import { useVoice } from '../use-voice.ts'

/** The few numbers a reader came for: the latest value, the target, how far, and the word for it. */
export function Answer({ view, main }: { view: IndicatorView; main: IndicatorView['plans'][number] | null }) {
  const voice = useVoice()
  const { text } = voice
  const target = main && lastTarget(main)
  return (
    <dl className="answer">
      <div>
        <dt>{text.latestValue}</dt>
        <dd>
          <Latest view={view} main={main} />
        </dd>
      </div>
      {main && target && (
        <div>
          <dt>{text.target}</dt>
          <dd>
            {targetText(target, main.progress.rule, voice)}
            <small>
              {target.year !== null && `${periodText(String(target.year), voice)} · `}
              <PlanLink plan={main.plan} />
            </small>
          </dd>
        </div>
      )}
      {main && (
        <div>
          <dt>{text.status}</dt>
          <dd>
            <StatusMark status={main.progress.status} />
            {statusWords(main.progress, view.unit, voice).map((line) => (
              <small key={line}>{line}</small>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Latest({ view, main }: { view: IndicatorView; main: IndicatorView['plans'][number] | null }) {
  const voice = useVoice()
  const { text, say } = voice
  const facts = main && judged(main.progress)
  if (main && facts && facts.actual.value !== null) {
    const { value, unit, label } = facts.actual
    return (
      <>
        {amountText(value, unit || view.unit, main.progress.rule, voice)}
        <small>{say(label)}</small>
      </>
    )
  }
  const latest = view.values.findLast((value) => !main || value.period.slice(0, 4) <= String(main.plan.endYear))
  if (!latest) return text.noValue
  return (
    <>
      {valueText(latest, main?.progress.rule ?? 'at-least', voice)}
      <small>{periodText(latest.period, voice)}</small>
    </>
  )
}
