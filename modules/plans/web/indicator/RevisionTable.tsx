import { formatDate } from '@opensti/ui'
import type { IndicatorView, Value } from '../../contract.ts'
import { periodText, valueText } from '../../portal/parts/figures.ts'
import { WideTable } from '../parts/WideTable.tsx'
import { useVoice } from '../use-voice.ts'

/** Values that were replaced, kept as they were, with what replaced them and why. */
export function RevisionTable({ view }: { view: IndicatorView }) {
  const voice = useVoice()
  const { text, say, language } = voice
  const successor = (old: Value) =>
    view.values.find((value) => value.period === old.period && value.nature === old.nature)
  return (
    <WideTable
      label={text.revisions}
      headings={[text.period, text.vintage, ['figures', text.value], text.publishedOn, text.replacedBecause]}
    >
      <tbody>
        {view.revisions.map((value) => {
          const reason = value.replacedBecause ?? successor(value)?.replacedBecause
          return (
            <tr key={value.id}>
              <th scope="row" className="nowrap">
                {periodText(value.period, voice)}
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
