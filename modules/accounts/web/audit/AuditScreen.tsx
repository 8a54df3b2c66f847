import { PageHead, useLanguage } from '@opensti/ui/workbench'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRegionAs } from '../use-session.ts'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditTable } from './AuditTable.tsx'
import { SealPanel } from './SealPanel.tsx'
import { type AuditFilter, useAuditEntries } from './use-audit.ts'
import '../accounts.css'

/** The auditor's desk: what was done, and the proof that nothing of it was changed afterwards. */
export function AuditScreen() {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const region = useRegionAs('auditor')
  const filter: AuditFilter = useSearch({ strict: false })
  const navigate = useNavigate()
  const go = (change: AuditFilter) =>
    void navigate({ to: '/audit', search: { ...filter, ...change }, replace: true, resetScroll: false })
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useAuditEntries(region, filter)
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  const people = new Map(
    entries.flatMap(({ actorId, actorName }) => (actorId && actorName ? [[actorId, say(actorName)] as const] : [])),
  )
  return (
    <>
      <PageHead title={t('audit.title')} lead={t('audit.lead')} />
      <SealPanel />
      <AuditFilters filter={filter} people={people} onChange={go} />
      <AuditTable
        entries={data && entries}
        error={error}
        people={people}
        region={region}
        narrowed={Boolean(filter.action || filter.actor || filter.from || filter.until)}
        onPerson={(actor) => go({ actor })}
      />
      {hasNextPage && (
        <Button className="older" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('audit.older')}
        </Button>
      )}
    </>
  )
}
