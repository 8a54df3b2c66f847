import { useMight } from '@opensti/accounts/session'
import { Nothing, PageHead, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Grid, Progress, Segmented, Skeleton, Tabs } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Candidate,
  candidatesAtOnce,
  type Decision,
  type ReadingProgress,
  type ReadingView,
} from '../../contract-reading.ts'
import { CandidateList } from './CandidateList.tsx'
import type { CandidateActions } from './CandidateRow.tsx'
import { CheckList, DamageList } from './Findings.tsx'
import { type Filter, FoundBar, letters } from './FoundBar.tsx'
import { PublishButton } from './PublishButton.tsx'
import { RenameDocument } from './RenameDocument.tsx'
import { type SourcePlace, SourceText } from './SourceText.tsx'
import { scrollWithin } from './scroll-within.ts'
import { pageOf, pageQuery, useReading } from './use-reading.ts'
import { useReadingKeys } from './use-reading-keys.ts'
import '../ledger.css'
import './reading.css'

/** A document on the left with its marks, what was found on the right; nothing enters the ledger unconfirmed. */
export function ReadingScreen({ reading: id }: { reading: string }) {
  const work = useReading(id)
  if (work.isPending) return <Skeleton active />
  if (!work.reading || !work.progress) return <ProblemNotice error={work.error} />
  return <Desk reading={work.reading} progress={work.progress} work={work} />
}

interface DeskProps {
  reading: ReadingView
  progress: ReadingProgress
  work: ReturnType<typeof useReading>
}

function Desk({ reading, progress, work }: DeskProps) {
  const { t } = useTranslation('plans')
  const { say } = useLanguage()
  const wide = Grid.useBreakpoint().lg ?? true
  const mayDecide = useMight('plans.candidate.decide', reading.region.id)
  const [filter, setFilter] = useState<Filter>('open')
  const [pane, setPane] = useState<'source' | 'found'>('found')
  const [selected, setSelected] = useState<number | null>(null)
  const [editing, setEditing] = useState<number | null>(null)
  const [place, setPlace] = useState<SourcePlace | null>(null)
  const candidate = useCandidate(reading.id, selected)
  const { select, shown } = useSelection(setSelected)
  const { states } = progress
  const total = states.length

  // The source follows the selected candidate as soon as its place is known.
  const start = candidate?.start
  useEffect(() => {
    if (start !== undefined) setPlace({ start, candidate: selected })
  }, [start, selected])

  const isListed = (position: number) =>
    filter === 'all' || states[position] === letters[filter] || position === selected
  /** The next position on the way that fits, from a position on; null at the end. */
  const find = (from: number, by: number, fits: (position: number) => boolean) => {
    for (let at = from; at >= 0 && at < total; at += by) if (fits(at)) return at
    return null
  }
  const step = (by: 1 | -1) => {
    const next = find(selected === null ? (by > 0 ? 0 : total - 1) : selected + by, by, isListed)
    if (next !== null) select(next)
  }
  const decide = async (one: Candidate, verb: Decision['verb'], corrected?: Pick<Decision, 'figure' | 'task'>) => {
    const following = find(one.position + 1, 1, (at) => states[at] === letters.open)
    const done = await work.settle([{ candidateId: one.id, version: one.version, verb, ...corrected }])
    if (!done) return
    setEditing(null)
    if (verb !== 'reopen' && following !== null) select(following)
  }
  const undo = async () => {
    const position = await work.undo()
    if (position !== null) select(position)
  }
  const actions: CandidateActions = {
    accept: (one, corrected) => void decide(one, 'accept', corrected),
    reject: (one) => void decide(one, 'reject'),
    reopen: (one) => void decide(one, 'reopen'),
    edit: setEditing,
    select,
    shown,
  }
  const onSelected = (verb: (one: Candidate) => void, isOpen: boolean) => () => {
    if (mayDecide && candidate && (candidate.state === 'open') === isOpen) verb(candidate)
  }
  useReadingKeys(
    {
      next: () => step(1),
      previous: () => step(-1),
      accept: onSelected((one) => (one.missing ? setEditing(one.position) : actions.accept(one)), true),
      reject: onSelected(actions.reject, true),
      edit: onSelected((one) => setEditing(one.position), true),
      reopen: onSelected(actions.reopen, false),
      undo: () => void undo(),
    },
    editing === null,
  )

  const open = progress.figures.open + progress.tasks.open
  const nothingListed = useMemo(
    () => filter !== 'all' && !states.includes(letters[filter]) && selected === null,
    [filter, states, selected],
  )
  const showPlace = (where: { start: number }) => {
    setPlace({ start: where.start, candidate: null })
    if (!wide) setPane('source')
  }
  const found = (
    <>
      <FoundBar
        progress={progress}
        filter={filter}
        onFilter={setFilter}
        mayDecide={mayDecide}
        together={work.together}
        intoPublic={reading.planPublished}
        onAcceptSure={() => void work.acceptSure()}
        onUndo={() => void undo()}
      />
      {mayDecide && wide && <p className="key-hint">{t('reading.keys')}</p>}
      {work.refusal && <ProblemNotice error={work.refusal} />}
      {total === 0 || nothingListed ? (
        <Nothing>{t(total > 0 && filter === 'open' ? 'reading.allDone' : 'reading.nothingHere')}</Nothing>
      ) : (
        <CandidateList
          reading={reading}
          states={states}
          letter={filter === 'all' ? null : letters[filter]}
          selected={selected}
          editing={editing}
          mayDecide={mayDecide}
          actions={actions}
        />
      )}
    </>
  )
  const decided = { done: total - open, total }
  return (
    <>
      <PageHead
        title={say(reading.documentTitle) || t('reading.title')}
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
            <RenameDocument reading={reading} />
          </>
        }
        action={<PublishButton reading={reading} />}
      />
      {reading.planPublished && mayDecide && <Alert type="warning" showIcon banner title={t('reading.intoPublic')} />}
      <Progress
        percent={total === 0 ? 100 : Math.floor(((total - open) / total) * 100)}
        format={() => t('reading.progress', decided)}
        size="small"
        className="reading-progress"
        aria-label={t('reading.progress', decided)}
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
        {(wide || pane === 'source') && (
          <section aria-label={t('reading.source')}>
            <SourceText reading={reading} states={states} selected={selected} onSelect={select} place={place} />
          </section>
        )}
        {(wide || pane === 'found') && (
          <section aria-label={t('reading.found')} className="found">
            <Tabs
              size="small"
              items={[
                { key: 'found', label: `${t('reading.found')} ${total}`, children: found },
                {
                  key: 'checks',
                  label:
                    reading.found.contradictions > 0
                      ? t('reading.checksWith', { count: reading.found.contradictions })
                      : t('reading.checks'),
                  children: <CheckList reading={reading} onPlace={showPlace} />,
                },
                {
                  key: 'damage',
                  label: `${t('reading.damage')} ${reading.found.damage}`,
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

/** The candidate at a position, as soon as its page is there. */
function useCandidate(reading: string, position: number | null): Candidate | undefined {
  const { data } = useQuery({ ...pageQuery(reading, pageOf(position ?? 0)), enabled: position !== null })
  return position === null ? undefined : data?.[position % candidatesAtOnce]
}

/** Selects a candidate and brings its row into sight, now or as soon as it has been drawn. */
function useSelection(setSelected: (position: number) => void) {
  const wanted = useRef<number | null>(null)
  const shown = useCallback((position: number, row: HTMLElement) => {
    if (wanted.current !== position) return
    wanted.current = null
    scrollWithin(row.closest('.ant-tabs-body-holder'), row, 'nearest')
  }, [])
  const select = useCallback(
    (position: number) => {
      wanted.current = position
      setSelected(position)
      const part = document.querySelector(`.found [data-part="${pageOf(position)}"]`)
      // A part that is far away has to come near before it is drawn.
      if (part?.childElementCount === 0) scrollWithin(part.closest('.ant-tabs-body-holder'), part, 'nearest')
    },
    [setSelected],
  )
  return { select, shown }
}
