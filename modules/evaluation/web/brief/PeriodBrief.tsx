import { DownloadOutlined } from '@ant-design/icons'
import { formatDate } from '@opensti/ui'
import { ApiError, api, DeedDialog, Nothing, Shown, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssueBrief, PeriodBriefs } from '../../contract.ts'
import { IssuedBriefs } from './IssuedBriefs.tsx'

/** The brief of a period: its draft to look at, issuing it, and what has been issued. */
export function PeriodBrief({ region, period }: { region: string; period: string }) {
  const address = `/api/regions/${region}/periods/${period}`
  const query = useQuery({
    queryKey: ['evaluation', 'briefs', region, period],
    queryFn: () => api<PeriodBriefs>('GET', `${address}/briefs`),
    staleTime: 5_000,
  })
  return <Shown query={query}>{(view) => <OnePeriod key={period} view={view} address={address} />}</Shown>
}

function OnePeriod({ view, address }: { view: PeriodBriefs; address: string }) {
  const { t } = useTranslation('evaluation')
  const { say, language } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const key = ['evaluation', 'briefs', view.region.id, view.period]
  const issue = useSingleMutation({
    mutationFn: (wish: IssueBrief) => api<PeriodBriefs>('POST', `${address}/briefs`, wish),
    onSuccess: (next) => {
      setAsked(false)
      client.setQueryData(key, next)
      void message.success(t('brief.done'))
    },
    onError: (error) => {
      if (error instanceof ApiError && error.refusal.status === 409) void client.invalidateQueries({ queryKey: key })
    },
  })
  const { draft } = view
  if (!draft) return <Nothing>{t('brief.noPlan')}</Nothing>
  const facts = { all: draft.indicators, troubled: draft.troubled, fresh: draft.fresh }
  return (
    <>
      <p>
        {say(draft.plan)}
        {t('brief.says', { ...facts, day: formatDate(draft.day, language) })}
      </p>
      <div className="acts">
        <Button icon={<DownloadOutlined />} href={`${address}/brief?format=pdf`} download>
          {t('brief.draftPdf')}
        </Button>
        <Button icon={<DownloadOutlined />} href={`${address}/brief?format=docx`} download>
          {t('brief.draftWord')}
        </Button>
        <Button icon={<DownloadOutlined />} href={`${address}/brief?format=xlsx`} download>
          {t('brief.draftAnnex')}
        </Button>
        {view.mayIssue && (
          <Button
            type="primary"
            disabled={draft.issued}
            onClick={() => {
              issue.reset()
              setAsked(true)
            }}
          >
            {t('brief.issue')}
          </Button>
        )}
      </div>
      {draft.issued && <p role="status">{t('brief.same')}</p>}
      <h3 id="issued-briefs">{t('brief.issued')}</h3>
      {view.issued.length === 0 ? <Nothing>{t('brief.none')}</Nothing> : <IssuedBriefs briefs={view.issued} />}
      {asked && (
        <DeedDialog
          title={t('brief.issue')}
          lead={t('brief.confirm')}
          text="none"
          busy={issue.isPending}
          error={issue.error}
          onOk={() => issue.mutate({ seen: draft.digest })}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  )
}
