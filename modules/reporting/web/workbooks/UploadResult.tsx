import { DownloadOutlined } from '@ant-design/icons'
import { formatMoment, formatNumber, formatUnit } from '@opensti/ui'
import { ApiError, api, ProblemNotice, Section, useLanguage } from '@opensti/ui/workbench'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change, UploadView } from '../../contract-workbooks.ts'
import { forgetReporting, returnQuery } from '../use-reporting.ts'
import { Findings } from './Findings.tsx'
import { returnPath, uploadQuery } from './use-workbooks.ts'

const keyOf = ({ indicatorId, nature }: Change) => `${indicatorId} ${nature}`

/** What an uploaded workbook would change, what is wrong with it, and taking it in or back. */
export function UploadResult({ id, view }: { id: string; view: UploadView }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const client = useQueryClient()
  /** Cells that somebody changed meanwhile: hers go in only where she says so. */
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const chosen = view.changes.filter((change) => !change.moved || mine.has(keyOf(change)))
  const errors = view.findings.filter(({ level }) => level === 'error').length
  const path = `${returnPath(id)}/${view.id}`
  const act = useMutation({
    mutationFn: (deed: 'accept' | 'undo') =>
      deed === 'undo'
        ? api<UploadView>('POST', `${path}/undo`)
        : api<UploadView>('POST', `${path}/accept`, {
            cells: chosen.map(({ indicatorId, nature, version }) => ({ indicatorId, nature, version })),
          }),
    onSuccess: async (done) => {
      client.setQueryData(uploadQuery(id, view.id).queryKey, done)
      // The return is asked for anew, so that not even for a moment it shows what it was.
      client.removeQueries({ queryKey: returnQuery(id).queryKey })
      await forgetReporting(client)
    },
    // Somebody was quicker: the fresh view shows both figures.
    onError: async (error) => {
      if (error instanceof ApiError && error.refusal.code === 'cell_changed')
        await client.invalidateQueries({ queryKey: uploadQuery(id, view.id).queryKey })
    },
  })
  return (
    <Section
      id="result"
      title={view.fileName}
      action={
        <span className="muted">
          {t('workbooks.fill.uploaded', { by: say(view.by), at: formatMoment(view.addedAt, language) })}
        </span>
      }
    >
      <div className="wb-verdict">
        <Verdict view={view} errors={errors} />
        <span className="muted">
          {t(view.state === 'read' ? 'workbooks.fill.sums' : 'workbooks.fill.sumsTaken', {
            changes: view.changes.length,
            same: view.same,
            empty: view.empty,
          })}
          {view.foreign > 0 && t('workbooks.fill.foreign', { count: view.foreign })}
        </span>
      </div>
      {act.error && <ProblemNotice error={act.error} />}
      <div className="wb-acts">
        {view.mayAccept && (
          <Button
            type="primary"
            disabled={chosen.length === 0}
            loading={act.isPending}
            onClick={() => act.mutate('accept')}
          >
            {t('workbooks.fill.accept', { count: chosen.length })}
          </Button>
        )}
        {view.mayUndo && (
          <Button loading={act.isPending} onClick={() => act.mutate('undo')}>
            {t('workbooks.fill.undo')}
          </Button>
        )}
        {view.findings.length > 0 && (
          <Button icon={<DownloadOutlined />} href={`${path}/marked?language=${language}`}>
            {t('workbooks.fill.marked')}
          </Button>
        )}
      </div>
      <Findings findings={view.findings} />
      {view.changes.length > 0 && <Changes view={view} mine={mine} onMine={setMine} />}
    </Section>
  )
}

function Verdict({ view, errors }: { view: UploadView; errors: number }) {
  const { t } = useTranslation('reporting')
  if (view.state === 'undone') return <Alert type="info" showIcon title={t('workbooks.fill.undone')} />
  if (view.state === 'accepted') {
    const taken = { title: t('workbooks.fill.accepted', { count: view.changes.length }) }
    const more = view.mayUndo ? t('workbooks.fill.undoing') : t('workbooks.fill.cannotUndo')
    return <Alert type="success" showIcon role="status" {...taken} description={more} />
  }
  if (errors > 0)
    return (
      <Alert
        type="error"
        role="alert"
        showIcon
        title={t('workbooks.fill.errors', { count: errors })}
        description={t('workbooks.fill.unchanged')}
      />
    )
  const words = view.changes.length > 0 ? 'workbooks.fill.noErrors' : 'workbooks.fill.nothing'
  return <Alert type="success" showIcon role="status" title={t(words)} />
}

const mostChanges = 500

function Changes({
  view,
  mine,
  onMine,
}: {
  view: UploadView
  mine: ReadonlySet<string>
  onMine: (keys: ReadonlySet<string>) => void
}) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const title = t(view.state === 'read' ? 'workbooks.fill.changes' : 'workbooks.fill.changed')
  const was = t(view.state === 'read' ? 'workbooks.fill.was' : 'workbooks.fill.wasBefore')
  const blank = t('workbooks.fill.blank')
  const figure = (value: string | null) => (value === null ? blank : formatNumber(Number(value), 6))
  const toggle = (key: string, on: boolean) => {
    const next = new Set(mine)
    if (on) next.add(key)
    else next.delete(key)
    onMine(next)
  }
  return (
    <section aria-labelledby="changes">
      <h3 id="changes">{title}</h3>
      <table className="rep-table wb-table">
        <caption className="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('workbooks.fill.indicator')}</th>
            <th scope="col">{t('workbooks.fill.cell')}</th>
            <th scope="col" className="r">
              {was}
            </th>
            <th scope="col" className="r">
              {t('workbooks.fill.becomes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.changes.slice(0, mostChanges).map((change) => (
            <tr key={keyOf(change)} className={change.moved ? 'conflict' : undefined}>
              <th scope="row">
                {say(change.indicator)}
                <small className="muted"> {formatUnit(change.measure, language)}</small>
                {change.nature === 'statistical' && <small className="muted"> {t('nature.statistical')}</small>}
                {change.moved && (
                  <span className="wb-moved" role="alert">
                    {t('workbooks.fill.movedBy', { was: figure(change.was), now: figure(change.now) })}{' '}
                    <Checkbox
                      checked={mine.has(keyOf(change))}
                      onChange={({ target }) => toggle(keyOf(change), target.checked)}
                    >
                      {t('workbooks.fill.mine', { becomes: figure(change.becomes) })}
                    </Checkbox>
                  </span>
                )}
              </th>
              <td className="wb-place" data-label={t('workbooks.fill.cell')}>
                {change.address}
              </td>
              <td className="r" data-label={was}>
                {figure(view.state === 'read' ? change.now : change.was)}
              </td>
              <td className="r" data-label={t('workbooks.fill.becomes')}>
                <b>{figure(change.becomes)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.changes.length > mostChanges && (
        <p className="rep-keys">{t('workbooks.map.more', { count: view.changes.length })}</p>
      )}
    </section>
  )
}
