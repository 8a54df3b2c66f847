import { Section, StatusMark } from '@opensti/ui/workbench'
import type { IndicatorView } from '../../contract.ts'
import { progressRows } from '../../portal/parts/progress-words.ts'
import { PlanLink } from '../parts/links.tsx'
import { useVoice } from '../use-voice.ts'

/** For every plan: the formula with its numbers written in, and each number with its period. */
export function Formulas({ view }: { view: IndicatorView }) {
  const { text, to } = useVoice()
  if (view.plans.length === 0) return null
  return (
    <Section id="formulas" title={text.howComputed}>
      {view.plans.map((entry) => (
        <div key={`${entry.plan.regionId}/${entry.plan.id}`} className="computed">
          <h3>
            <PlanLink plan={entry.plan} />
          </h3>
          <p>
            <StatusMark status={entry.progress.status} />
            <a href={`${to('/formulas')}#${entry.progress.rule}`} target="_blank" rel="noreferrer">
              {text.rule[entry.progress.rule]}
              {text.comma}
              {text.path[entry.progress.path]}
            </a>
          </p>
          <Inputs entry={entry} unit={view.unit} />
        </div>
      ))}
    </Section>
  )
}

function Inputs({ entry: { plan, progress }, unit }: { entry: IndicatorView['plans'][number]; unit: string }) {
  const voice = useVoice()
  const { text, say } = voice
  return (
    <>
      <p className="formula">{say(progress.formula)}</p>
      {progress.inputs.length > 0 && (
        <table className="ledger inputs">
          <caption className="hidden">
            {text.inputs}
            {text.colon}
            {say(plan.name)}
          </caption>
          <tbody>
            {progressRows(progress, unit, voice).map((row) => (
              <tr key={row.label}>
                <th scope="row">
                  {row.label}
                  {row.period && <small>{row.period}</small>}
                </th>
                <td className="r">{row.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
