import { PrinterOutlined } from '@ant-design/icons'
import { formatDate, formatMoment, localDay } from '@opensti/ui'
import { PageHead, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EvaluationView } from '../../contract.ts'
import { kindNames } from '../../domain/exercise-life.ts'
import { Shown } from '../parts/Shown.tsx'
import { StateMark } from '../parts/StateMark.tsx'
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
          <Link className="evl-above" to="/evaluation">
            {t('exercise.back')}
          </Link>
        }
        title={view.title}
        lead={
          <span className="evl-lead">
            <StateMark state={view.state} />
            <span>
              {say(kindNames[view.kind])} · {say(view.plan.name)} · {when}
            </span>
          </span>
        }
        action={
          <div className="evl-acts">
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
  const { say, language } = useLanguage()
  return (
    <section className="evl-part" aria-labelledby="history">
      <h2 id="history">{t('exercise.history')}</h2>
      {view.moves.length === 0 && <p className="evl-muted">{t('exercise.noHistory')}</p>}
      <ol className="evl-history">
        {view.moves.map((move) => (
          <li key={`${move.at} ${move.unit?.id ?? ''}`}>
            <time dateTime={move.at}>{formatMoment(move.at, language)}</time>
            <div>
              <b>{say(move.name)}</b> {move.unit && say(move.unit.name)}{' '}
              <span className="evl-muted">{say(move.by)}</span>
              {move.reason && <q>{move.reason}</q>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
