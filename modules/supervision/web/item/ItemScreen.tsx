import { formatDate } from '@opensti/ui'
import { PageHead, Shown, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../contract.ts'
import { Due } from '../parts/Due.tsx'
import { ItemState } from '../parts/ItemState.tsx'
import { LightMark } from '../parts/LightMark.tsx'
import { useItem } from '../use-supervision.ts'
import { Acts } from './Acts.tsx'
import { Evidence } from './Evidence.tsx'
import { Extensions } from './Extensions.tsx'
import { History } from './History.tsx'
import { Steps } from './Steps.tsx'

import '../supervision.css'

/** One item: what it is, how it stands, what has happened, and what she may do now. */
export function ItemScreen({ id }: { id: string }) {
  return <Shown query={useItem(id)}>{(view) => <OneItem key={view.id} view={view} />}</Shown>
}

function OneItem({ view }: { view: ItemView }) {
  const { t } = useTranslation('supervision')
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/supervision">
            {t('item.back')}
          </Link>
        }
        title={view.title}
        lead={
          <span className="together">
            <LightMark light={view.light} />
            <ItemState one={view} />
            <span className="muted">{view.number}</span>
          </span>
        }
        action={<Acts view={view} />}
      />
      {view.state === 'draft' && <p className="callout">{t('item.draftNote')}</p>}
      <div className="with-facts">
        <div>
          <Steps view={view} />
          <Extensions view={view} />
          <Evidence view={view} />
          <History view={view} />
        </div>
        <Facts view={view} />
      </div>
    </>
  )
}

function Facts({ view }: { view: ItemView }) {
  const { t } = useTranslation('supervision')
  const { say, language } = useLanguage()
  return (
    <section className="fact-box" aria-labelledby="facts">
      <h2 id="facts">{t('item.facts')}</h2>
      <dl>
        <dt>{t('columns.due')}</dt>
        <dd>
          <Due one={view} />
        </dd>
        <dt>{t('columns.lead')}</dt>
        <dd>{say(view.leadUnit.name)}</dd>
        {view.coopUnits.length > 0 && (
          <>
            <dt>{t('columns.coop')}</dt>
            <dd>{view.coopUnits.map(({ name }) => say(name)).join(t('listMark'))}</dd>
          </>
        )}
        <dt>{t('columns.source')}</dt>
        <dd>
          {t(`source.${view.sourceKind}`)}
          <small>
            {view.sourceName}
            {view.sourceDay && ` · ${formatDate(view.sourceDay, language)}`}
          </small>
          <TaskLink taskId={view.taskId} />
        </dd>
      </dl>
    </section>
  )
}

/** The way from an item to the plan task it follows up. */
function TaskLink({ taskId }: { taskId: string | null }) {
  const { t } = useTranslation('supervision')
  const [region, plan, task] = taskId?.split('/') ?? []
  if (!region || !plan || !task) return null
  return (
    <Link to="/regions/$region/plans/$plan/tasks/$task" params={{ region, plan, task }}>
      {t('register.task')}
    </Link>
  )
}
