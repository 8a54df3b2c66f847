import { formatFigure } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { Button, Space, Tag } from 'antd'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate, FigureProposal, NamedUnit, ReadingView, TaskProposal } from '../../contract-reading.ts'
import { FigureForm } from './FigureForm.tsx'
import { TaskForm } from './TaskForm.tsx'

export interface CandidateActions {
  accept: (candidate: Candidate, corrected?: { figure?: FigureProposal; task?: TaskProposal }) => void
  reject: (candidate: Candidate) => void
  reopen: (candidate: Candidate) => void
  edit: (position: number | null) => void
  select: (position: number) => void
  /** A selected row has come into being; it may have been waited for. */
  shown: (position: number, row: HTMLElement) => void
}

interface Props {
  candidate: Candidate
  reading: Pick<ReadingView, 'indicators' | 'units'>
  selected: boolean
  editing: boolean
  mayDecide: boolean
  actions: CandidateActions
}

/** One candidate: what it would become in the ledger, and the decision about it. */
export const CandidateRow = memo(function CandidateRow({
  candidate,
  reading,
  selected,
  editing,
  mayDecide,
  actions,
}: Props) {
  const { t } = useTranslation('plans')
  const { say } = useLanguage()
  const { figure, task, state, position } = candidate
  const row = useRef<HTMLLIElement>(null)
  const { shown } = actions
  useEffect(() => {
    if (selected && row.current) shown(position, row.current)
  }, [selected, position, shown])
  return (
    <li
      ref={row}
      className={`candidate candidate-${state}${selected ? ' candidate-selected' : ''}`}
      aria-current={selected || undefined}
    >
      <button type="button" className="candidate-main" onClick={() => actions.select(position)}>
        {figure && <FigureLine figure={figure} match={candidate.match} indicators={reading.indicators} />}
        {task && <TaskLine task={task} />}
        <span className="candidate-place">
          {candidate.section || t('reading.noSection')} · {t('reading.paragraph', { number: candidate.paragraph })}
          {candidate.decidedBy && state !== 'open' && ` · ${t(`states.${state}`)} ${say(candidate.decidedBy)}`}
        </span>
        {state === 'open' && candidate.missing && <MissingPart missing={candidate.missing} />}
      </button>
      {selected && !editing && mayDecide && (
        <Space wrap className="candidate-actions">
          {state === 'open' ? (
            <>
              <Button
                type="primary"
                size="small"
                disabled={candidate.missing !== null}
                onClick={() => actions.accept(candidate)}
              >
                {t('reading.accept')} <kbd>A</kbd>
              </Button>
              <Button size="small" onClick={() => actions.edit(position)}>
                {t('reading.correct')} <kbd>E</kbd>
              </Button>
              <Button size="small" onClick={() => actions.reject(candidate)}>
                {t('reading.reject')} <kbd>X</kbd>
              </Button>
            </>
          ) : (
            <Button size="small" onClick={() => actions.reopen(candidate)}>
              {t('reading.reopen')} <kbd>R</kbd>
            </Button>
          )}
        </Space>
      )}
      {editing && figure && (
        <FigureForm
          figure={figure}
          indicators={reading.indicators}
          missing={candidate.missing}
          onAccept={(corrected) => actions.accept(candidate, { figure: corrected })}
          onCancel={() => actions.edit(null)}
        />
      )}
      {editing && task && (
        <TaskForm
          task={task}
          units={reading.units}
          missing={candidate.missing}
          onAccept={(corrected) => actions.accept(candidate, { task: corrected })}
          onCancel={() => actions.edit(null)}
        />
      )}
    </li>
  )
})

function MissingPart({ missing }: { missing: NonNullable<Candidate['missing']> }) {
  const { say } = useLanguage()
  return <span className="candidate-missing">{say(missing)}</span>
}

function FigureLine({
  figure,
  match,
  indicators,
}: {
  figure: FigureProposal
  match: Candidate['match']
  indicators: ReadingView['indicators']
}) {
  const { t } = useTranslation('plans')
  const { say, language } = useLanguage()
  const known = indicators.find((one) => one.id === figure.indicatorId)
  const years = [figure.startYear, figure.year].filter((year) => year !== null).join('—')
  return (
    <>
      <span className="candidate-name">{figure.name}</span>
      <span className="candidate-value number">{formatFigure(figure, language)}</span>
      <span className="candidate-facts">
        <Tag>{t(`kinds.${figure.kind}`)}</Tag>
        {years && <span>{years}</span>}
        {figure.perYear && <span>{t('reading.perYear')}</span>}
        {figure.estimate && <span>{t('reading.estimate')}</span>}
        <span className={`match match-${known ? match : 'none'}`}>
          {known ? `${match === 'same' ? '=' : '≈'} ${say(known.name)}` : t('reading.newIndicator')}
        </span>
      </span>
    </>
  )
}

function TaskLine({ task }: { task: TaskProposal }) {
  const { t } = useTranslation('plans')
  return (
    <>
      <span className="candidate-name">{task.title}</span>
      {(['lead', 'coop', 'others'] as const).map(
        (role) => task[role].length > 0 && <UnitLine key={role} label={t(`reading.${role}`)} units={task[role]} />,
      )}
    </>
  )
}

function UnitLine({ label, units }: { label: string; units: readonly NamedUnit[] }) {
  const { t } = useTranslation('plans')
  return (
    <span className="candidate-units">
      <b>{label}</b>
      {units.map((unit) => (
        <span
          key={unit.name}
          className={unit.unitId ? undefined : 'unit-unknown'}
          title={unit.unitId ? undefined : t('reading.unitUnknown')}
        >
          {unit.name}
        </span>
      ))}
    </span>
  )
}
