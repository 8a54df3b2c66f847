import { useMight } from '@opensti/accounts/session'
import { formatDate } from '@opensti/ui'
import { api, DataTable, PageHead, useLanguage } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Progress, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingSummary } from '../../contract-reading.ts'
import { StartReadingDialog } from './StartReadingDialog.tsx'
import '../ledger.css'
import './reading.css'

/** The documents that the region is reading into its ledger, and the way to begin another. */
export function ReadingsScreen() {
  const { t } = useTranslation('plans')
  const { say, language } = useLanguage()
  const mayStart = useMight('plans.reading.start')
  const [starting, setStarting] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['readings'],
    queryFn: () => api<{ readings: ReadingSummary[] }>('GET', '/api/readings'),
  })
  return (
    <>
      <PageHead
        title={t('readings.title')}
        lead={t('readings.lead')}
        action={
          mayStart && (
            <Button type="primary" onClick={() => setStarting(true)}>
              {t('readings.start')}
            </Button>
          )
        }
      />
      <DataTable<ReadingSummary>
        rows={data?.readings}
        error={error}
        empty={t(mayStart ? 'readings.empty' : 'readings.noneYet')}
        pagination={{ hideOnSinglePage: true, pageSize: 20 }}
        wide={t('readings.title')}
        columns={[
          {
            title: t('readings.document'),
            render: (_, row) => (
              <Link to="/readings/$reading" params={{ reading: row.id }}>
                {say(row.documentTitle)}
              </Link>
            ),
          },
          {
            title: t('readings.plan'),
            render: (_, row) => (
              <>
                {say(row.plan.name)} {!row.planPublished && <Tag>{t('readings.draft')}</Tag>}
              </>
            ),
          },
          {
            title: t('readings.progress'),
            width: 240,
            render: (_, row) => {
              const total = row.figures.total + row.tasks.total
              const done = total - row.figures.open - row.tasks.open
              return (
                <Progress
                  size="small"
                  aria-label={t('readings.progress')}
                  percent={total === 0 ? 100 : Math.round((done / total) * 100)}
                  format={() => `${done} / ${total}`}
                />
              )
            },
          },
          { title: t('readings.since'), render: (_, row) => formatDate(row.createdAt.slice(0, 10), language) },
        ]}
      />
      <StartReadingDialog open={starting} onClose={() => setStarting(false)} />
    </>
  )
}
