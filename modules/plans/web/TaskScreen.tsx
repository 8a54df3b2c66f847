import { formatDate } from '@opensti/ui'
import { Nothing, PageHead, Section, Shown, StatusMark } from '@opensti/ui/workbench'
import type { ReactNode } from 'react'
import { planAddress, taskAddress } from '../addresses.ts'
import type { TaskView } from '../contract.ts'
import { Breadcrumbs } from './parts/Breadcrumbs.tsx'
import { CitationLine } from './parts/CitationLine.tsx'
import { IndicatorLink, PlanLink, RegionLink, TaskLink, UnitLinks } from './parts/links.tsx'
import { PublicLink } from './parts/PublicLink.tsx'
import { TaskTree } from './parts/TaskTree.tsx'
import { useLedger } from './use-ledger.ts'
import { useVoice } from './use-voice.ts'
import './ledger.css'

interface Props {
  region: string
  plan: string
  task: string
  /** What other modules know of the task. */
  children?: ReactNode
}

/** One task: who the plan named for it, who does it today, and the indicators that show its success. */
export function TaskScreen({ region, plan, task, children }: Props) {
  const query = useLedger<TaskView>(`/api${planAddress(region, plan)}/tasks/${task}`)
  return <Shown query={query}>{(view) => <OneTask view={view}>{children}</OneTask>}</Shown>
}

function OneTask({ view, children }: { view: TaskView; children: ReactNode }) {
  const { text, say, language } = useVoice()
  const roles = [
    [text.lead, view.lead],
    [text.coop, view.coop],
    [text.others, view.others],
  ] as const
  const named = roles.filter(([, units]) => units.length > 0)
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={text.plan}
            steps={[
              { key: 'region', link: <RegionLink region={view.region} /> },
              { key: 'plan', link: <PlanLink plan={view.plan} /> },
              ...view.parents.map((parent) => ({ key: parent.id, link: <TaskLink task={parent} /> })),
            ]}
          />
        }
        title={say(view.title)}
        heading={
          <>
            {view.number && <span className="title-number">{view.number}</span>} {say(view.title)}
          </>
        }
        lead={view.citation && <CitationLine citation={view.citation} />}
        action={<PublicLink address={taskAddress(view.id)} />}
      />
      {view.summary && <p className="summary">{say(view.summary)}</p>}
      {named.length > 0 ? (
        <dl className="facts roles">
          {named.map(([role, units]) => (
            <div key={role}>
              <dt>{role}</dt>
              <dd>
                <UnitLinks units={units} full />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        view.children.length === 0 && <Nothing>{text.unitUnknown}</Nothing>
      )}
      {view.moved.length > 0 && (
        <Section id="moved" title={text.moved} lead={text.movedLead}>
          <ul className="notes">
            {view.moved.map((move) => (
              <li key={`${move.from.id} ${move.to.id} ${move.on}`} className="note">
                <p>
                  <UnitLinks units={[move.from]} full /> → <UnitLinks units={[move.to]} full />{' '}
                  {text.movedOn(formatDate(move.on, language))}
                </p>
                <span className="cite">{say(move.note)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.indicators.length > 0 && (
        <Section id="indicators" title={text.measuredBy} count={view.indicators.length}>
          <ul className="rows">
            {view.indicators.map((one) => (
              <li key={one.indicatorId}>
                <IndicatorLink region={view.region.id} id={one.indicatorId} name={one.name} />
                <StatusMark status={one.status} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {children}
      {view.children.length > 0 && (
        <Section id="subtasks" title={text.subtasks} count={view.children.length}>
          <TaskTree tasks={view.children} />
        </Section>
      )}
    </>
  )
}
