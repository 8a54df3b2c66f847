import { PrinterOutlined } from '@ant-design/icons'
import { useHome } from '@opensti/accounts/session'
import { formatDate } from '@opensti/ui'
import { api, Nothing, PageHead, ProblemNotice, Refused, ScreenLoading, useLanguage } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DashboardView, FindingKind } from '../contract.ts'
import { FindingList } from './FindingList.tsx'
import { KindFilter } from './KindFilter.tsx'
import { Standing } from './Standing.tsx'
import './dashboard.css'

/** What is red, why, who, since when, and what it needs; on one screen. */
export function DashboardScreen() {
  const { region } = useHome()
  const { data, error, refetch } = useQuery({
    queryKey: ['dashboard', region],
    queryFn: () => api<DashboardView>('GET', `/api/regions/${region}/dashboard`),
    staleTime: 10_000,
    enabled: region !== undefined,
  })
  if (!data) return error ? <Refused error={error} onAgain={() => void refetch()} /> : <ScreenLoading />
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <Dashboard view={data} />
    </>
  )
}

function Dashboard({ view }: { view: DashboardView }) {
  const { t } = useTranslation('dashboard')
  const { language } = useLanguage()
  const [kind, setKind] = useState<FindingKind | null>(null)
  const red = view.findings.filter((one) => one.light === 'red').length
  const counts = { today: formatDate(view.today, language), red, amber: view.findings.length - red }
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t(view.scope === 'region' ? 'leadRegion' : 'leadUnits', counts)}
        action={
          <>
            <Link to="/evaluation" hash="brief">
              {t('brief')}
            </Link>
            <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      <div className="dash">
        <div>
          {view.findings.length === 0 ? (
            <Nothing>{`${t('nothing')}${t('nothingLead')}`}</Nothing>
          ) : (
            <>
              <KindFilter findings={view.findings} chosen={kind} onChoose={setKind} />
              <FindingList
                key={kind}
                regionId={view.regionId}
                findings={kind === null ? view.findings : view.findings.filter((one) => one.kind === kind)}
              />
            </>
          )}
        </div>
        <Standing view={view} />
      </div>
    </>
  )
}
