import { formatDate } from '@opensti/ui'
import { Unseen } from '@opensti/ui/workbench'
import { Popover } from 'antd'
import type { ReactNode } from 'react'
import type { Citation, Name, Value } from '../../contract.ts'
import { useVoice } from '../use-voice.ts'
import { CitationLine } from './CitationLine.tsx'

interface Props {
  children: ReactNode
  citation: Citation
  /** What a published value says of itself. */
  value?: Value
  note?: Name | null
  label: string
}

/** A figure that tells on one click where it stands, what kind it is and how sure it is. */
export function SourcedFigure({ children, citation, value, note, label }: Props) {
  const { text, say, language } = useVoice()
  const facts: [string, string][] = value
    ? [
        [text.nature, text.natures[value.nature]],
        [text.maturity, text.maturities[value.maturity]],
        [text.vintage, text.vintageOf(value.vintage)],
        ...(value.publishedOn
          ? ([[text.publishedOn, formatDate(value.publishedOn, language)]] as [string, string][])
          : []),
      ]
    : []
  const content = (
    <div className="sourced">
      {facts.length > 0 && (
        <dl>
          {facts.map(([term, words]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {note && <p>{say(note)}</p>}
      <CitationLine citation={citation} />
    </div>
  )
  return (
    <Popover trigger="click" content={content} title={label}>
      <button type="button" className="sourced-figure">
        <Unseen>{`${label}${text.colon}`}</Unseen>
        {children}
      </button>
    </Popover>
  )
}
