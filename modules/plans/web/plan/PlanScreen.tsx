import { formatShare, formatYears } from '@opensti/ui'
import { timeBar } from '@opensti/ui/charts'
import { Drawing, PageHead, Section, Shown } from '@opensti/ui/workbench'
import { Link, useSearch } from '@tanstack/react-router'
import { Tag } from 'antd'
import { planAddress } from '../../addresses.ts'
import type { PlanView } from '../../contract.ts'
import { Breadcrumbs } from '../parts/Breadcrumbs.tsx'
import { CitationLine } from '../parts/CitationLine.tsx'
import { Disagreements } from '../parts/Disagreements.tsx'
import { RegionLink } from '../parts/links.tsx'
import { PublicLink } from '../parts/PublicLink.tsx'
import { PublishPlan } from '../parts/PublishPlan.tsx'
import { StatusCounts } from '../parts/StatusCounts.tsx'
import { useLedger } from '../use-ledger.ts'
import { useVoice } from '../use-voice.ts'
import { IndicatorLedger } from './IndicatorLedger.tsx'
import { PlanTasks } from './PlanTasks.tsx'
import '../ledger.css'

/** The whole plan at a glance: every indicator with how far it is, every task with its units, what is lost, who disagrees. */
export function PlanScreen({ region, plan }: { region: string; plan: string }) {
  const query = useLedger<PlanView>(`/api/regions/${region}/plans/${plan}`)
  return <Shown query={query}>{(view) => <PlanAtAGlance view={view} />}</Shown>
}

function PlanAtAGlance({ view }: { view: PlanView }) {
  const voice = useVoice()
  const { text, say, language } = voice
  const { status } = useSearch({ strict: false })
  const params = { region: view.region.id, plan: view.plan.id }
  const years = formatYears(view.plan.startYear, view.plan.endYear, language)
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs label={text.region} steps={[{ key: 'region', link: <RegionLink region={view.region} /> }]} />
        }
        title={say(view.plan.name)}
        heading={
          <>
            {say(view.plan.name)} {!view.published && <Tag color="warning">{text.draft}</Tag>}
          </>
        }
        lead={
          <>
            {years}
            {view.document && (
              <>
                {' · '}
                <CitationLine citation={view.document} />
              </>
            )}
          </>
        }
        action={
          <>
            {view.published && <PublicLink address={planAddress(view.region.id, view.plan.id)} />}
            <PublishPlan
              region={view.region.id}
              plan={view.plan.id}
              name={say(view.plan.name)}
              published={view.published}
            />
          </>
        }
      />
      <div className="glance">
        <StatusCounts
          counts={view.counts}
          wrap={(one, content) => (
            <Link
              to="/regions/$region/plans/$plan"
              params={params}
              search={(old: object) => ({ ...old, status: one === status ? undefined : one })}
              className={one === status ? 'chosen' : undefined}
              resetScroll={false}
            >
              {content}
            </Link>
          )}
        />
        <div className="elapsed">
          <p>
            <span>{text.elapsedLabel(years)}</span>
            <span>{text.elapsed(formatShare(view.elapsed))}</span>
          </p>
          <Drawing drawing={timeBar({ elapsed: view.elapsed, label: text.elapsed(formatShare(view.elapsed)) })} />
        </div>
      </div>
      <IndicatorLedger view={view} />
      <Disagreements list={view.disagreements} region={view.region.id} />
      {view.lost.length > 0 && (
        <Section id="lost" title={text.lost} count={view.lost.length} lead={text.lostLead}>
          <ul className="notes">
            {view.lost.map((part) => (
              <li key={part.what.zh} className="note note-lost">
                <p>{say(part.what)}</p>
                <CitationLine citation={part.citation} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <PlanTasks view={view} />
    </>
  )
}
