import { formatDate } from '@opensti/ui'
import type { Progress, Value } from '../../contract.ts'
import { periodText, valueText } from '../../portal/parts/figures.ts'
import { CitationLine } from '../parts/CitationLine.tsx'
import { WideTable } from '../parts/WideTable.tsx'
import { useVoice } from '../use-voice.ts'

/** Values with their nature, maturity and source, newest first. */
export function ValueTable({ values, rule }: { values: readonly Value[]; rule: Progress['rule'] }) {
  const voice = useVoice()
  const { text, say, language } = voice
  return (
    <WideTable
      label={text.values}
      headings={[text.period, ['figures', text.value], text.nature, text.maturity, text.publishedOn, text.source]}
    >
      <tbody>
        {values.toReversed().map((value) => (
          <tr key={value.id}>
            <th scope="row" className="nowrap">
              {periodText(value.period, voice)}
            </th>
            <td className="r">
              <span className="nowrap">{valueText(value, rule, voice)}</span>
              {value.note && <small>{say(value.note)}</small>}
            </td>
            <td className="nowrap">{text.natures[value.nature]}</td>
            <td className="nowrap">{text.maturities[value.maturity]}</td>
            <td className="nowrap">{value.publishedOn ? formatDate(value.publishedOn, language) : '—'}</td>
            <td>
              <CitationLine citation={value.citation} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
