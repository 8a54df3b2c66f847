import { DownloadOutlined } from '@ant-design/icons'
import { useSession } from '@opensti/accounts/session'
import { formatDay, formatPeriod, localDay } from '@opensti/ui'
import { DeedDialog, PageHead, ProblemNotice, Shown, saveFile, useLanguage } from '@opensti/ui/workbench'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Popconfirm } from 'antd'
import { type MouseEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeriodView, RequestSummary } from '../../contract.ts'
import { CompleteBy } from '../parts/CompleteBy.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { usePeriod } from '../use-reporting.ts'
import { CollatedButton } from '../workbooks/CollatedButton.tsx'
import { CollationTable } from './CollationTable.tsx'
import { isLateNow, lateFirst } from './late-first.ts'
import { useCollate } from './use-collate.ts'
import '../reporting.css'

/** How all units stand in a period: the late ones on top, with whom each waits for. */
export function PeriodScreen({ region, cycle, period }: { region: string; cycle: string; period: string }) {
  const query = usePeriod(region, cycle, period)
  return (
    <>
      <Tabs />
      <Shown query={query}>{(view) => <OnePeriod view={view} />}</Shown>
    </>
  )
}

function OnePeriod({ view }: { view: PeriodView }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const { might } = useSession()
  const { message } = App.useApp()
  const [chosen, setChosen] = useState<string[]>([])
  const [returning, setReturning] = useState(false)
  const [completeBy, setCompleteBy] = useState('')
  const collate = useCollate(view)
  const navigate = useNavigate()
  const leadTo = (screen: string) => ({
    href: `/workbench${screen}`,
    onClick: (event: MouseEvent) => {
      // A new tab is the browser’s own business.
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      void navigate({ to: screen })
    },
  })
  const reminders = `/reporting/${view.regionId}/cycles/${view.cycle.code}/${view.period}/reminders`
  const rows = lateFirst(view.requests)
  const picked = rows.filter((one) => chosen.includes(one.id))
  const acceptable = picked.filter((one) => one.state === 'submitted')
  const returnable = picked.filter((one) => one.state === 'submitted' || one.state === 'accepted')
  const done = (count: number, words: string) => {
    setChosen([])
    setReturning(false)
    void message.success(t(words, { count }))
  }
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/reporting/$region/cycles" params={{ region: view.regionId }}>
            {t('cycles.title')}
          </Link>
        }
        title={`${formatPeriod(view.period, language)} ${say(view.cycle.names)}`}
        lead={
          <>
            {t('due.label')} {formatDay(localDay(new Date(view.dueAt)), language)} · {summary(rows)}
          </>
        }
        action={
          <div className="acts">
            {view.mayCollate && <Button {...leadTo(reminders)}>{t('reminders.open')}</Button>}
            <CollatedButton view={view} />
            {might('evaluation.brief.read') && (
              <Button {...leadTo(`/evaluation/briefs/${view.regionId}/${view.period}`)}>{t('period.brief')}</Button>
            )}
            <Button icon={<DownloadOutlined />} onClick={() => void save()}>
              {t('period.export')}
            </Button>
            {view.mayCollate && (
              <Popconfirm
                title={t('period.lockSure', { count: view.lockable })}
                description={t('period.lockLead')}
                okText={t('period.lock')}
                cancelText={t('cancel')}
                onConfirm={() =>
                  collate.lock.mutate(undefined, { onSuccess: ({ locked }) => done(locked, 'period.lockedNow') })
                }
              >
                <Button type="primary" disabled={view.lockable === 0} loading={collate.lock.isPending}>
                  {t('period.lockCount', { count: view.lockable })}
                </Button>
              </Popconfirm>
            )}
          </div>
        }
      />
      {collate.lock.error && <ProblemNotice error={collate.lock.error} />}
      {collate.move.error && !returning && <ProblemNotice error={collate.move.error} />}
      {view.mayCollate && (
        <div className="rep-bulk" role="toolbar" aria-label={t('period.together')}>
          <span className="muted">
            {chosen.length === 0 ? t('period.choose') : t('period.chosen', { count: chosen.length })}
          </span>
          <Button
            disabled={acceptable.length === 0}
            loading={collate.move.isPending && !returning}
            onClick={() =>
              collate.move.mutate(
                { act: 'accept', requests: acceptable, reason: null },
                { onSuccess: (count) => done(count, 'period.accepted') },
              )
            }
          >
            {t('period.accept', { count: acceptable.length })}
          </Button>
          <Button disabled={returnable.length === 0} onClick={() => setReturning(true)}>
            {t('period.return', { count: returnable.length })}
          </Button>
        </div>
      )}
      <CollationTable rows={rows} chosen={chosen} onChoose={setChosen} mayChoose={view.mayCollate} />
      {returning && (
        <DeedDialog
          title={t('acts.return')}
          lead={t('acts.returnLead')}
          text="required"
          limit={500}
          busy={collate.move.isPending}
          error={collate.move.error}
          onOk={(reason) =>
            collate.move.mutate(
              { act: 'return', requests: returnable, reason, ...(completeBy && { completeBy }) },
              { onSuccess: (count) => done(count, 'period.returned') },
            )
          }
          onClose={() => setReturning(false)}
        >
          <CompleteBy day={completeBy} onChange={setCompleteBy} />
        </DeedDialog>
      )}
    </>
  )

  function summary(all: readonly RequestSummary[]): string {
    const inHand = all.filter((one) => ['submitted', 'accepted', 'locked'].includes(one.state)).length
    const late = all.filter(isLateNow).length
    const returned = all.filter((one) => one.returned).length
    const open = late + returned > 0
    return t(open ? 'period.standsLate' : 'period.stands', { inHand, all: all.length, late, returned })
  }

  async function save(): Promise<void> {
    const { periodWorkbook } = await import('./period-workbook.ts')
    const name = `${formatPeriod(view.period, language)} ${say(view.cycle.names)}`
    saveFile(`${name}.xlsx`, await periodWorkbook(name, rows, { t, say, language }))
  }
}
