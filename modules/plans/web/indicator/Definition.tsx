import { formatUnit } from '@opensti/ui'
import { Section } from '@opensti/ui/workbench'
import type { IndicatorView } from '../../contract.ts'
import { useVoice } from '../use-voice.ts'

/** What is counted, how and by whom. */
export function Definition({ view }: { view: IndicatorView }) {
  const { text, say, language } = useVoice()
  const facts: [string, string | null][] = [
    [text.unitOfMeasure, formatUnit(view.unit, language)],
    [text.dataSource, view.source && say(view.source)],
    [text.frequency, text.frequencies[view.frequency] ?? view.frequency],
    [text.polarity, text.polarities[view.polarity]],
    [text.computedFrom, view.computed && say(view.computed)],
    [text.otherNames, view.aliases.join(text.list)],
  ]
  return (
    <Section id="definition" title={text.definition}>
      <p>{view.definition ? say(view.definition) : text.definitionMissing}</p>
      <dl className="facts">
        {facts
          .filter(([, words]) => words)
          .map(([term, words]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
    </Section>
  )
}
