import { Link } from '@tanstack/react-router'
import type { Citation, Verified } from '../../contract.ts'
import { citedName } from '../../portal/parts/document-name.ts'
import { isSure } from '../../portal/parts/is-sure.ts'
import { useVoice } from '../use-voice.ts'

/** Where a fact stands and how sure that is: document, section, paragraph, certainty. */
export function CitationLine({ citation }: { citation: Citation }) {
  const voice = useVoice()
  const { text, say } = voice
  const title = citedName(citation, voice)
  const place = [citation.section, citation.paragraph !== null && text.paragraph(citation.paragraph)].filter(Boolean)
  return (
    <span className="cite">
      {citation.documentId ? (
        <Link to="/documents/$document" params={{ document: citation.documentId }}>
          {title}
        </Link>
      ) : (
        title
      )}
      {place.length > 0 && ` ${place.join(text.comma)} `} <Certainty verified={citation.verified} />
      {citation.note && <span className="under">{say(citation.note)}</span>}
    </span>
  )
}

export function Certainty({ verified }: { verified: typeof Verified._output }) {
  const { text } = useVoice()
  return <span className={isSure(verified) ? 'word-tag' : 'word-tag unsure'}>{text.verified[verified]}</span>
}
