import { Nothing, PageHead, Section, Shown } from '@opensti/ui/workbench'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { documentAddress } from '../addresses.ts'
import type { DocumentView } from '../contract.ts'
import { documentMeta, documentName } from '../portal/parts/document-name.ts'
import { Breadcrumbs } from './parts/Breadcrumbs.tsx'
import { FilterField } from './parts/FilterField.tsx'
import { IndicatorLink, PlanLink, RegionLink } from './parts/links.tsx'
import { PublicLink } from './parts/PublicLink.tsx'
import { WideTable } from './parts/WideTable.tsx'
import { useLedger } from './use-ledger.ts'
import { useVoice } from './use-voice.ts'
import './ledger.css'

/** One paper: what it is, what is wrong with the copy, and every figure taken from it. Never its sentences. */
export function DocumentScreen({ document }: { document: string }) {
  const query = useLedger<DocumentView>(`/api/documents/${document}`)
  return <Shown query={query}>{(view) => <OneDocument view={view} />}</Shown>
}

function OneDocument({ view }: { view: DocumentView }) {
  const voice = useVoice()
  const { text, say } = voice
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs label={text.region} steps={[{ key: 'region', link: <RegionLink region={view.region} /> }]} />
        }
        title={documentName(say(view.title), voice)}
        lead={documentMeta(view, voice)}
        action={<PublicLink address={documentAddress(view.id)} />}
      />
      {view.note && <p className="summary">{say(view.note)}</p>}
      {view.plans.length > 0 && (
        <Section id="plans" title={text.plansFromDocument}>
          <ul className="rows">
            {view.plans.map((plan) => (
              <li key={`${plan.regionId}/${plan.id}`}>
                <PlanLink plan={plan} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.damage.length > 0 && (
        <Section id="damage" title={text.damage} count={view.damage.length} lead={text.damageLead}>
          <ul className="notes">
            {[...countSame(view.damage.map((one) => say(one.what)))].map(([words, count]) => (
              <li key={words} className="note note-lost">
                {words}
                {count > 1 && <span className="muted"> × {count}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <FactsTaken view={view} />
    </>
  )
}

/** The same damage in many places is said once, with how often. */
function countSame(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}

function FactsTaken({ view }: { view: DocumentView }) {
  const { t } = useTranslation('plans')
  const { text, say } = useVoice()
  const [words, setWords] = useState('')
  const query = words.trim().toLowerCase()
  const facts = view.facts
    .map((fact, index) => ({ ...fact, key: `${index}` }))
    .filter((fact) => `${fact.name.zh} ${fact.name.en}`.toLowerCase().includes(query))
  return (
    <Section
      id="facts"
      title={text.facts}
      count={facts.length}
      lead={text.factsLead}
      action={view.facts.length > 8 && <FilterField label={text.filterIndicators} onChange={setWords} />}
    >
      {facts.length === 0 ? (
        <Nothing>{view.facts.length === 0 ? text.noFacts : t('plan.noneMatch')}</Nothing>
      ) : (
        <WideTable label={text.facts} headings={[text.name, text.nature, ['figures', text.value], text.place]}>
          <tbody>
            {facts.map((fact) => (
              <tr key={fact.key}>
                <th scope="row">
                  <IndicatorLink region={view.region.id} id={fact.indicatorId} name={fact.name} />
                </th>
                <td className="nowrap">{text.kinds[fact.kind]}</td>
                <td className="r nowrap">{say(fact.text)}</td>
                <td className="cite">
                  {[fact.section, fact.paragraph !== null && text.paragraph(fact.paragraph)]
                    .filter(Boolean)
                    .join(text.comma)}
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </Section>
  )
}
