import { useHome } from '@opensti/accounts/session'
import { PageHead, ScreenLoading, Section, Shown } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { regionAddress } from '../../addresses.ts'
import type { RegionView } from '../../contract.ts'
import { documentMeta, documentName } from '../../portal/parts/document-name.ts'
import { PublicLink } from '../parts/PublicLink.tsx'
import { useLedger } from '../use-ledger.ts'
import { useVoice } from '../use-voice.ts'
import { NeedsAttention } from './NeedsAttention.tsx'
import { OpenReadings } from './OpenReadings.tsx'
import { PlanLines } from './PlanLines.tsx'
import { RegionSwitch } from './RegionSwitch.tsx'
import { RegionUnits } from './RegionUnits.tsx'
import { Stories } from './Stories.tsx'
import '../ledger.css'

/** Where the plans of a region stand and what needs attention first; one's own region unless another is named. */
export function OverviewScreen({ regionId }: { regionId?: string }) {
  const { region: home } = useHome()
  const region = regionId ?? home
  return region === undefined ? <ScreenLoading /> : <RegionOverview region={region} />
}

function RegionOverview({ region }: { region: string }) {
  const query = useLedger<RegionView>(`/api/regions/${region}`)
  return <Shown query={query}>{(view) => <Overview view={view} />}</Shown>
}

function Overview({ view }: { view: RegionView }) {
  const { text, say } = useVoice()
  return (
    <>
      <PageHead
        title={say(view.region.name)}
        lead={text.regionDescription(say(view.region.name))}
        action={
          <>
            <RegionSwitch current={view.region.id} />
            <PublicLink address={regionAddress(view.region.id)} />
          </>
        }
      />
      <div className="beside">
        <div>
          <PlanLines view={view} />
          <NeedsAttention view={view} />
        </div>
        <div>
          <OpenReadings region={view.region.id} />
          <Stories stories={view.stories} />
        </div>
      </div>
      <Documents view={view} />
      <RegionUnits region={view.region.id} />
    </>
  )
}

function Documents({ view }: { view: RegionView }) {
  const voice = useVoice()
  const { text, say } = voice
  if (view.documents.length === 0) return null
  return (
    <Section id="documents" title={text.documents} count={view.documents.length}>
      <ul className="rows two">
        {view.documents.map((document) => (
          <li key={document.id}>
            <span>
              <Link to="/documents/$document" params={{ document: document.id }}>
                {documentName(say(document.title), voice)}
              </Link>{' '}
              {document.damaged && <Tag color="warning">{text.damaged}</Tag>}
              <span className="under">{documentMeta(document, voice)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
