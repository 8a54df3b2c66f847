import { formatDate } from '@opensti/ui'
import type { IndicatorView } from '../../contract.ts'
import { periodText, valueText } from '../../portal/parts/figures.ts'
import { successorOf } from '../../portal/parts/successor.ts'
import { WideTable } from '../parts/WideTable.tsx'
import { useVoice } from '../use-voice.ts'

/** Values that were replaced, kept as they were, with what replaced them and why. */
export function RevisionTable({ view }: { view: IndicatorView }) {
  const voice = useVoice()
  const { text, say, language } = voice
  return (
    <WideTable
      label={text.revisions}
      headings={[text.period, text.vintage, ['figures', text.value], text.publishedOn, text.replacedBecause]}
    >
      <tbody>
        {view.revisions.map((value) => {
          const reason = value.replacedBecause ?? successorOf(view, value)?.replacedBecause
          return (
            <tr key={value.id}>
              <th scope="row" className="nowrap">
                {periodText(value.period, voice)}
                {value.reportedBy && <small>{say(value.reportedBy.name)}</small>}
              </th>
              <td className="nowrap">{text.vintageOf(value.vintage)}</td>
              <td className="r nowrap">{valueText(value, 'at-least', voice)}</td>
              <td className="nowrap">{value.publishedOn ? formatDate(value.publishedOn, language) : '—'}</td>
              <td>{reason ? say(reason) : '—'}</td>
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}
