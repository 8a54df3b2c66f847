import { formatDate } from '@opensti/ui'
import { Nothing, PageHead, Section, Shown, StatusMark } from '@opensti/ui/workbench'
import { unitAddress } from '../addresses.ts'
import type { UnitView } from '../contract.ts'
import { takenOverWords } from '../portal/parts/taken-over-words.ts'
import { Breadcrumbs } from './parts/Breadcrumbs.tsx'
import { Certainty } from './parts/CitationLine.tsx'
import { IndicatorLink, PlanLink, RegionLink, UnitLinks } from './parts/links.tsx'
import { PublicLink } from './parts/PublicLink.tsx'
import { TaskTree } from './parts/TaskTree.tsx'
import { useLedger } from './use-ledger.ts'
import { useVoice } from './use-voice.ts'
import './ledger.css'

/** One government unit: its names, what it handed on and took over, and all that plans ask of it. */
export function UnitScreen({ region, unit }: { region: string; unit: string }) {
  const query = useLedger<UnitView>(`/api/regions/${region}/units/${unit}`)
  return <Shown query={query}>{(view) => <OneUnit view={view} />}</Shown>
}

function OneUnit({ view }: { view: UnitView }) {
  const voice = useVoice()
  const { text, say } = voice
  const idle = view.leads.length + view.joins.length + view.indicators.length === 0
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs label={text.region} steps={[{ key: 'region', link: <RegionLink region={view.region} /> }]} />
        }
        title={say(view.unit.name)}
        lead={view.shortForms.length > 0 && `${text.shortForms}${text.colon}${view.shortForms.join(text.list)}`}
        action={<PublicLink address={unitAddress(view.unit.id)} />}
      />
      {idle && <Nothing>{text.nothingLed}</Nothing>}
      {view.indicators.length > 0 && (
        <Section id="indicators" title={text.indicators} count={view.indicators.length}>
          <ul className="rows two">
            {view.indicators.map((one) => (
              <li key={`${one.plan.regionId}/${one.plan.id} ${one.indicatorId}`}>
                <span>
                  <IndicatorLink region={one.plan.regionId} id={one.indicatorId} name={one.name} />
                  <span className="under">
                    <PlanLink plan={one.plan} />
                  </span>
                  {one.movedFrom.length > 0 && <span className="under">{takenOverWords(one.movedFrom, voice)}</span>}
                </span>
                <StatusMark status={one.status} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <TasksByPlan id="leads" title={text.leads} tasks={view.leads} />
      <TasksByPlan id="joins" title={text.joins} tasks={view.joins} />
      <History view={view} />
    </>
  )
}

function TasksByPlan({ id, title, tasks }: { id: string; title: string; tasks: UnitView['leads'] }) {
  const voice = useVoice()
  if (tasks.length === 0) return null
  const plans = [...new Map(tasks.map(({ plan }) => [`${plan.regionId}/${plan.id}`, plan])).entries()]
  return (
    <Section id={id} title={title} count={tasks.length}>
      {plans.map(([key, plan]) => (
        <div key={key} className="by-plan">
          <h3>
            <PlanLink plan={plan} />
          </h3>
          <TaskTree
            tasks={tasks.filter((one) => `${one.plan.regionId}/${one.plan.id}` === key).map(({ task }) => task)}
            remark={({ id: own }) => takenOverWords(tasks.find(({ task }) => task.id === own)?.movedFrom ?? [], voice)}
          />
        </div>
      ))}
    </Section>
  )
}

function History({ view }: { view: UnitView }) {
  const { text, say, language } = useVoice()
  const time = ({ from, until }: UnitView['names'][number]) => {
    const end = until ? formatDate(until, language) : text.nowCalled
    return from ? `${formatDate(from, language)} — ${end}` : end
  }
  return (
    <>
      {view.names.length > 1 && (
        <Section id="names" title={text.names}>
          <ul className="rows">
            {view.names.map((one) => (
              <li key={`${one.name.zh} ${one.from}`}>
                <b>{say(one.name)}</b>
                <span className="muted">{time(one)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.changes.length > 0 && (
        <Section id="changes" title={text.changes} count={view.changes.length}>
          <ul className="notes">
            {view.changes.map((change) => (
              <li key={`${change.kind} ${change.on} ${change.note?.zh}`} className="note">
                <p>
                  <b>{text.changeKinds[change.kind]}</b>{' '}
                  <span className="muted">{formatDate(change.on, language)}</span>{' '}
                  <Certainty verified={change.verified} />
                </p>
                <p>
                  <UnitLinks units={change.from} full /> → <UnitLinks units={change.to} full />
                </p>
                {change.functions.length > 0 && (
                  <p className="cite">{`${text.functions}${text.colon}${change.functions.map(say).join(text.list)}`}</p>
                )}
                {change.note && <p className="cite">{say(change.note)}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
