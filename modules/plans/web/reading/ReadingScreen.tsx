import { PageHead, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button, Grid, Progress, Segmented, Skeleton, Space, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate, Decision, ReadingView } from '../../contract-reading.ts'
import { Nothing } from '../parts/Nothing.tsx'
import { useMight } from '../use-might.ts'
import { type CandidateActions, CandidateRow } from './CandidateRow.tsx'
import { CheckList, DamageList } from './Findings.tsx'
import { PublishButton } from './PublishButton.tsx'
import { SourceText } from './SourceText.tsx'
import { scrollWithin } from './scroll-within.ts'
import { useReading } from './useReading.ts'
import { useReadingKeys } from './useReadingKeys.ts'
import '../ledger.css'
import './reading.css'

type Filter = 'open' | 'accepted' | 'rejected' | 'all'

/** A document on the left with its marks, what was found on the right; nothing enters the ledger unconfirmed. */
export function ReadingScreen({ reading: id }: { reading: string }) {
  const { t } = useTranslation('plans')
  const work = useReading(id)
  if (work.isPending) return <Skeleton active />
  if (!work.reading) return <ProblemNotice error={work.error} />
  return <Desk reading={work.reading} work={work} title={t('reading.title')} />
}

function Desk({ reading, work, title }: { reading: ReadingView; work: ReturnType<typeof useReading>; title: string }) {
  const { t } = useTranslation('plans')
  const { say } = useLanguage()
  const wide = Grid.useBreakpoint().lg ?? true
  const mayDecide = useMight('plans.candidate.decide', reading.region.id)
  const [filter, setFilter] = useState<Filter>('open')
  const [pane, setPane] = useState<'source' | 'found'>('found')
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [editingId, setEditingId] = useState<string | null>(null)
  const [place, setPlace] = useState<{ start: number; end: number } | null>(null)

  const shown = useMemo(
    () => reading.candidates.filter((one) => filter === 'all' || one.state === filter || one.id === selectedId),
    [reading.candidates, filter, selectedId],
  )
  const selected = reading.candidates.find((one) => one.id === selectedId) ?? null
  const sure = reading.candidates.filter(
    (one) => one.state === 'open' && one.missing === null && (one.match === 'same' || one.task !== null),
  )

  const select = (candidateId: string) => {
    setSelectedId(candidateId)
    setPlace(null)
    const row = document.getElementById(`candidate-${candidateId}`)
    scrollWithin(row?.closest('.ant-tabs-body-holder') ?? null, row, 'nearest')
  }
  const step = (by: number) => {
    const at = shown.findIndex((one) => one.id === selectedId)
    const next = shown[at === -1 ? (by > 0 ? 0 : shown.length - 1) : at + by]
    if (next) select(next.id)
  }
  const decide = async (
    candidate: Candidate,
    verb: Decision['verb'],
    corrected?: Pick<Decision, 'figure' | 'task'>,
  ) => {
    const at = shown.findIndex((one) => one.id === candidate.id)
    const following = shown.slice(at + 1).find((one) => one.state === 'open')
    const done = await work.settle([{ candidateId: candidate.id, version: candidate.version, verb, ...corrected }])
    if (!done) return
    setEditingId(null)
    if (verb !== 'reopen' && following) select(following.id)
  }
  const undo = async () => {
    const [first] = await work.undo()
    if (first) select(first)
  }
  const actions: CandidateActions = {
    accept: (candidate, corrected) => void decide(candidate, 'accept', corrected),
    reject: (candidate) => void decide(candidate, 'reject'),
    reopen: (candidate) => void decide(candidate, 'reopen'),
    edit: setEditingId,
    select,
  }
  const onSelected = (verb: (candidate: Candidate) => void, state: Candidate['state']) => () => {
    if (mayDecide && selected?.state === state) verb(selected)
  }
  useReadingKeys(
    {
      next: () => step(1),
      previous: () => step(-1),
      accept: onSelected((one) => (one.missing ? setEditingId(one.id) : actions.accept(one)), 'open'),
      reject: onSelected(actions.reject, 'open'),
      edit: onSelected((one) => setEditingId(one.id), 'open'),
      reopen: () => {
        if (mayDecide && selected && selected.state !== 'open') actions.reopen(selected)
      },
      undo: () => void undo(),
    },
    editingId === null,
  )

  const total = reading.figures.total + reading.tasks.total
  const open = reading.figures.open + reading.tasks.open
  const contradictions = reading.checks.filter((check) => check.result === 'contradicts').length

  const found = (
    <>
      <div className="found-bar">
        <Segmented<Filter>
          size="small"
          value={filter}
          onChange={setFilter}
          options={(['open', 'accepted', 'rejected', 'all'] as const).map((value) => ({
            value,
            label: `${t(`states.${value}`)} ${countOf(reading, value)}`,
          }))}
        />
        {mayDecide && (
          <Space size={8}>
            <Button
              size="small"
              disabled={sure.length === 0}
              loading={work.deciding}
              onClick={() =>
                void work.settle(sure.map((one) => ({ candidateId: one.id, version: one.version, verb: 'accept' })))
              }
            >
              {t('reading.acceptSure', { count: sure.length })}
            </Button>
            <Button size="small" onClick={() => void undo()}>
              {t('reading.undo')} <kbd>Z</kbd>
            </Button>
          </Space>
        )}
      </div>
      {work.refusal && <ProblemNotice error={work.refusal} />}
      {shown.length === 0 ? (
        <Nothing>{t(filter === 'open' ? 'reading.allDone' : 'reading.nothingHere')}</Nothing>
      ) : (
        <ul className="candidate-list">
          {shown.map((candidate) => (
            <CandidateRow
              key={candidate.id}
              candidate={candidate}
              reading={reading}
              selected={candidate.id === selectedId}
              editing={candidate.id === editingId}
              mayDecide={mayDecide}
              actions={actions}
            />
          ))}
        </ul>
      )}
      {mayDecide && <p className="key-hint">{t('reading.keys')}</p>}
    </>
  )
  const source = <SourceText reading={reading} selectedId={selectedId} onSelect={select} place={place} />
  const showPlace = (where: { start: number; end: number }) => {
    setPlace({ ...where })
    if (!wide) setPane('source')
  }

  return (
    <>
      <PageHead
        title={say(reading.documentTitle) || title}
        lead={
          <>
            {t('reading.into')}{' '}
            <Link
              to="/regions/$region/plans/$plan"
              params={{ region: reading.region.id, plan: reading.plan.id }}
              search={{}}
            >
              {say(reading.plan.name)}
            </Link>
          </>
        }
        action={<PublishButton reading={reading} />}
      />
      <Progress
        percent={total === 0 ? 100 : Math.round(((total - open) / total) * 100)}
        format={() => t('reading.progress', { done: total - open, total })}
        size="small"
        className="reading-progress"
        aria-label={t('reading.progress', { done: total - open, total })}
      />
      {!wide && (
        <Segmented
          block
          value={pane}
          onChange={setPane}
          options={[
            { value: 'source', label: t('reading.source') },
            { value: 'found', label: t('reading.found') },
          ]}
        />
      )}
      <div className="reading-desk">
        {(wide || pane === 'source') && <section aria-label={t('reading.source')}>{source}</section>}
        {(wide || pane === 'found') && (
          <section aria-label={t('reading.found')} className="found">
            <Tabs
              size="small"
              items={[
                { key: 'found', label: `${t('reading.found')} ${total}`, children: found },
                {
                  key: 'checks',
                  label: contradictions > 0 ? t('reading.checksWith', { count: contradictions }) : t('reading.checks'),
                  children: <CheckList reading={reading} onPlace={showPlace} />,
                },
                {
                  key: 'damage',
                  label: `${t('reading.damage')} ${reading.damage.length}`,
                  children: <DamageList reading={reading} onPlace={showPlace} />,
                },
              ]}
            />
          </section>
        )}
      </div>
    </>
  )
}

function countOf(reading: ReadingView, filter: Filter): number {
  return filter === 'all' ? reading.candidates.length : reading.candidates.filter((one) => one.state === filter).length
}
