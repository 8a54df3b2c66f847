import { PrinterOutlined } from '@ant-design/icons'
import { formatDate, localDay } from '@opensti/ui'
import { PageHead, Section, Shown, Timeline, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EvaluationView } from '../../contract.ts'
import { kindNames } from '../../domain/exercise-life.ts'
import { ExerciseStateMark } from '../parts/ExerciseStateMark.tsx'
import { useEvaluation } from '../use-evaluation.ts'
import { Acts } from './Acts.tsx'
import { FormulaForm } from './FormulaForm.tsx'
import { Lines } from './Lines.tsx'
import { Papers } from './Papers.tsx'
import { Sheets } from './Sheets.tsx'
import { Standing } from './Standing.tsx'
import '../evaluation.css'

/** One evaluation: how it stands, what is missing, line by line what the unit and what supervision says. */
export function EvaluationScreen({ id }: { id: string }) {
  return <Shown query={useEvaluation(id)}>{(view) => <One key={view.id} view={view} />}</Shown>
}

function One({ view }: { view: EvaluationView }) {
  const { t } = useTranslation('evaluation')
  const { say, language } = useLanguage()
  const when = view.concludedAt
    ? t('exercise.concluded', { day: formatDate(localDay(new Date(view.concludedAt)), language) })
    : t('exercise.due', { day: formatDate(view.dueDay, language) })
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/evaluation">
            {t('exercise.back')}
          </Link>
        }
        title={view.title}
        lead={
          <span className="together">
            <ExerciseStateMark state={view.state} />
            <span>
              {say(kindNames[view.kind])} · {say(view.plan.name)} · {when}
            </span>
          </span>
        }
        action={
          <div className="acts">
            <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
              {t('print')}
            </Button>
            <Acts view={view} />
          </div>
        }
      />
      {view.seesAll && <Standing view={view} />}
      {view.concludedAt && <Papers view={view} />}
      {view.mayShape && <FormulaForm view={view} />}
      <Sheets view={view} />
      {!view.mayShape && <Lines view={view} />}
      <History view={view} />
    </>
  )
}

function History({ view }: { view: EvaluationView }) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  return (
    <Section id="history" title={t('exercise.history')}>
      {view.moves.length === 0 && <p className="muted">{t('exercise.noHistory')}</p>}
      <Timeline
        entries={view.moves.map((move) => ({
          at: move.at,
          what: say(move.name),
          by: [move.unit && say(move.unit.name), say(move.by)].filter(Boolean).join(' '),
          words: move.reason,
        }))}
      />
    </Section>
  )
}
