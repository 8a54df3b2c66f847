import { useHome, useMight } from '@opensti/accounts/session'
import { formatPeriod } from '@opensti/ui'
import { Nothing, PageHead, Shown, useLanguage } from '@opensti/ui/workbench'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AssessmentSummary } from '../../contract.ts'
import { exerciseLife } from '../../domain/exercise-life.ts'
import { WorkState } from '../parts/WorkState.tsx'
import { useAssessments } from '../use-assessment.ts'
import { useWhen } from './use-when.ts'
import '../assessment.css'

/** All assessments of the region, the latest period first. */
export function AssessmentsScreen() {
  const { region } = useHome()
  const { t } = useTranslation('assessment')
  const may = useMight('assessment.exercise.draft', region)
  const navigate = useNavigate()
  return (
    <Shown query={useAssessments(region)}>
      {({ assessments }) => (
        <>
          <PageHead
            title={t('list.title')}
            lead={t('list.lead')}
            action={
              may && (
                <Button type="primary" onClick={() => void navigate({ to: '/assessment/new' })}>
                  {t('list.draft')}
                </Button>
              )
            }
          />
          {assessments.length === 0 ? <Nothing>{t('list.nothing')}</Nothing> : <Assessments list={assessments} />}
        </>
      )}
    </Shown>
  )
}

function Assessments({ list }: { list: readonly AssessmentSummary[] }) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const when = useWhen()
  return (
    <table className="card-table" aria-label={t('list.title')}>
      <thead>
        <tr>
          <th scope="col">{t('list.name')}</th>
          <th scope="col">{t('list.period')}</th>
          <th scope="col" className="number">
            {t('list.units')}
          </th>
          <th scope="col">{t('list.state')}</th>
          <th scope="col">{t('list.own')}</th>
        </tr>
      </thead>
      <tbody>
        {list.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link to="/assessment/$assessment" params={{ assessment: one.id }}>
                {one.title}
              </Link>
              <small>{one.document}</small>
            </th>
            <td data-label={t('list.period')}>{formatPeriod(one.period, language)}</td>
            <td className="number" data-label={t('list.units')}>
              {one.units}
            </td>
            <td data-label={t('list.state')}>
              <WorkState state={one.state} names={exerciseLife.states[one.state]} />
              {when(one).map((line) => (
                <small key={line}>{line}</small>
              ))}
            </td>
            <td data-label={t('list.own')}>
              {one.own.length === 0 && '—'}
              {one.own.map((unit) =>
                one.state === 'frozen' || one.state === 'published' ? (
                  <div key={unit.id}>
                    <Link
                      to="/assessment/$assessment/units/$unit"
                      params={{ assessment: one.id, unit: unit.id.split('/')[1] ?? '' }}
                    >
                      {say(unit.name)}
                    </Link>
                    {unit.place !== null && <small>{t('list.place', { place: unit.place })}</small>}
                  </div>
                ) : (
                  <div key={unit.id}>{say(unit.name)}</div>
                ),
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
