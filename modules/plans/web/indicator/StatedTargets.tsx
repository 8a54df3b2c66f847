import { Section } from '@opensti/ui/workbench'
import type { IndicatorView } from '../../contract.ts'
import { periodText, targetText } from '../../portal/parts/figures.ts'
import { changeNotes } from '../../portal/parts/target-changes.ts'
import { CitationLine } from '../parts/CitationLine.tsx'
import { PlanLink } from '../parts/links.tsx'
import { WideTable } from '../parts/WideTable.tsx'
import { useVoice } from '../use-voice.ts'
import { ChangeTargetButton } from './ChangeTarget.tsx'

/** Every target and baseline as the documents have it, with its place and certainty. */
export function StatedTargets({ view }: { view: IndicatorView }) {
  const voice = useVoice()
  const { text, say } = voice
  const rows = view.plans.flatMap(({ plan, targets, progress }) =>
    targets.map((target) => ({ plan, target, rule: progress.rule })),
  )
  if (rows.length === 0) return null
  return (
    <Section id="targets" title={text.targetsStated} count={rows.length}>
      <WideTable
        label={text.targetsStated}
        headings={[text.period, text.nature, ['figures', text.value], text.plan, text.source]}
      >
        <tbody>
          {rows.map(({ plan, target, rule }) => (
            <tr key={`${plan.id} ${target.id}`}>
              <th scope="row" className="nowrap">
                {target.year === null ? '—' : periodText(String(target.year), voice)}
              </th>
              <td className="nowrap">{target.staged ? text.stage : text.kinds[target.kind]}</td>
              <td className="r">
                {targetText(target, rule, voice)}
                {target.note && <small>{say(target.note)}</small>}
              </td>
              <td>
                <PlanLink plan={plan} />
              </td>
              <td>
                <CitationLine citation={target.citation} />
                {changeNotes(target, rule, voice).map((note) => (
                  <p key={note}>{note}</p>
                ))}
                {target.kind === 'target' && !target.staged && <ChangeTargetButton plan={plan} target={target} />}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Section>
  )
}
