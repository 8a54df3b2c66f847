import { Section } from '@opensti/ui/workbench'
import type { Disagreement } from '../../contract.ts'
import { useVoice } from '../use-voice.ts'
import { CitationLine } from './CitationLine.tsx'
import { IndicatorLink } from './links.tsx'

/** Two papers, two answers, side by side. */
export function Disagreements({ list, region }: { list: readonly Disagreement[]; region: string }) {
  const { text, say } = useVoice()
  if (list.length === 0) return null
  return (
    <Section id="disagreements" title={text.disagreements} count={list.length} lead={text.disagreementsLead}>
      <ul className="notes">
        {list.map((one) => (
          <li key={`${one.indicatorId} ${one.about.zh}`} className="note note-warn">
            <p>
              {one.indicatorId ? (
                <IndicatorLink region={region} id={one.indicatorId} name={one.title ?? one.about} />
              ) : (
                say(one.title ?? one.about)
              )}
            </p>
            {one.title && <p className="under">{say(one.about)}</p>}
            <ul>
              {one.says.map((side) => (
                <li key={`${side.citation.documentId} ${side.citation.section} ${side.citation.paragraph}`}>
                  {say(side.text)} <CitationLine citation={side.citation} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}
