import { formatYears } from '@opensti/ui'
import { Nothing, Section } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RegionView } from '../../contract.ts'
import { PlanLink } from '../parts/links.tsx'
import { StatusCounts } from '../parts/StatusCounts.tsx'
import { useVoice } from '../use-voice.ts'

/** Each plan in one line: its years and the status of its indicators, which lead to them. */
export function PlanLines({ view }: { view: RegionView }) {
  const { t } = useTranslation('plans')
  const { text, language } = useVoice()
  return (
    <Section id="plans" title={text.plans} count={view.plans.length}>
      {view.plans.length === 0 && <Nothing>{t('overview.noPlans')}</Nothing>}
      {view.plans.map((plan) => (
        <article key={plan.id} className="plan-line">
          <h3>
            <PlanLink plan={plan} />
            <span className="muted"> {formatYears(plan.startYear, plan.endYear, language)}</span>{' '}
            {!plan.published && <Tag color="warning">{text.draft}</Tag>}
          </h3>
          <StatusCounts
            counts={plan.counts}
            wrap={(status, content) => (
              <Link
                to="/regions/$region/plans/$plan"
                params={{ region: plan.regionId, plan: plan.id }}
                search={{ status }}
              >
                {content}
              </Link>
            )}
          />
        </article>
      ))}
    </Section>
  )
}
