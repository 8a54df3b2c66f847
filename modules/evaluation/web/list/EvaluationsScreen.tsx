import { useHome, useSession } from '@opensti/accounts/session'
import { formatDate } from '@opensti/ui'
import { Nothing, PageHead, Section, Shown, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvaluationSummary } from '../../contract.ts'
import { kindNames } from '../../domain/exercise-life.ts'
import { ExerciseStateMark } from '../parts/ExerciseStateMark.tsx'
import { useEvaluations } from '../use-evaluation.ts'
import { BriefForm } from './BriefForm.tsx'
import { CreateDialog } from './CreateDialog.tsx'
import '../evaluation.css'

/** The evaluations of her region, and the brief of a period. */
export function EvaluationsScreen() {
  const { t } = useTranslation('evaluation')
  const { region } = useHome()
  const { might } = useSession()
  const [creating, setCreating] = useState(false)
  return (
    <>
      <PageHead
        title={t('list.title')}
        lead={t('list.lead')}
        action={
          might('evaluation.exercise.run') && (
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('list.create')}
            </Button>
          )
        }
      />
      <Shown query={useEvaluations(region)}>{({ evaluations }) => <List evaluations={evaluations} />}</Shown>
      {region && <BriefForm region={region} />}
      {creating && region && <CreateDialog region={region} onClose={() => setCreating(false)} />}
    </>
  )
}

function List({ evaluations }: { evaluations: readonly EvaluationSummary[] }) {
  const { t } = useTranslation('evaluation')
  return (
    <Section id="all" title={t('list.all')}>
      {evaluations.length === 0 ? (
        <Nothing>{t('list.nothing')}</Nothing>
      ) : (
        <table className="card-table evl-table" aria-labelledby="all-heading">
          <thead>
            <tr>
              {(['evaluation', 'state', 'due', 'handedIn', 'reviewed', 'score'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`list.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {evaluations.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

function Row({ one }: { one: EvaluationSummary }) {
  const { t } = useTranslation('evaluation')
  const { say, language } = useLanguage()
  return (
    <tr>
      <th scope="row">
        <Link to="/evaluation/$evaluation" params={{ evaluation: one.id }}>
          {one.title}
        </Link>
        <small>
          {say(kindNames[one.kind])} · {say(one.plan.name)}
        </small>
      </th>
      <td data-label={t('list.state')}>
        <ExerciseStateMark state={one.state} />
      </td>
      <td data-label={t('list.due')}>
        <time dateTime={one.dueDay}>{formatDate(one.dueDay, language)}</time>
      </td>
      <td data-label={t('list.handedIn')}>
        {one.sheets === 0 ? '—' : t('list.ofAll', { done: one.handedIn, all: one.sheets })}
      </td>
      <td data-label={t('list.reviewed')}>{t('list.ofAll', { done: one.reviewed, all: one.lines })}</td>
      <td data-label={t('list.score')}>{one.score ?? '—'}</td>
    </tr>
  )
}
