import { api, DataTable, PageHead, useLanguage } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Button, Grid, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LevelClause, LevelClauseList } from '../../contract.ts'
import { LevelState } from './LevelState.tsx'
import '../accounts.css'

type Row = LevelClause & { id: string }

/** For the security administrator: what the scheme's third level wants, and how it stands here. */
export function LevelThreeScreen() {
  const { t } = useTranslation('accounts')
  const { data, error } = useQuery({
    queryKey: ['level-three'],
    queryFn: () => api<LevelClauseList>('GET', '/api/accounts/level-three'),
  })
  const items = data?.items
  const of = (state: LevelClause['state']) => items?.filter((item) => item.state === state).length ?? 0
  return (
    <>
      <PageHead
        title={t('security.level.title')}
        lead={t('security.level.lead')}
        action={
          <Button className="no-print" onClick={() => window.print()}>
            {t('security.level.print')}
          </Button>
        }
      />
      {data && (
        <p>
          {t('security.level.profile')}
          <strong>{t(`security.level.profiles.${data.profile}`)}</strong>
          <br />
          {t('security.level.summary', {
            met: of('met'),
            partly: of('partly'),
            open: of('not-met'),
            operator: of('operator'),
          })}
        </p>
      )}
      <Wishes items={items} error={error} />
    </>
  )
}

function Wishes({ items, error }: { items: LevelClause[] | undefined; error: unknown }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const wide = Grid.useBreakpoint().md
  const columns: TableColumnsType<Row> = wide
    ? [
        {
          title: t('security.level.clause'),
          width: 170,
          render: (_, item) => (
            <>
              {item.clause}
              <div className="quiet">{say(item.group)}</div>
            </>
          ),
        },
        { title: t('security.level.wish'), width: '26%', render: (_, item) => say(item.title) },
        { title: t('security.level.how'), render: (_, item) => say(item.text) },
        { title: t('security.level.state'), width: 150, render: (_, item) => <LevelState state={item.state} /> },
      ]
    : [
        {
          render: (_, item) => (
            <div className="person-card">
              <div>
                <strong>{say(item.title)}</strong>
              </div>
              <small>
                {say(item.group)} · {item.clause}
              </small>
              <span>{say(item.text)}</span>
              <LevelState state={item.state} />
            </div>
          ),
        },
      ]
  return (
    <DataTable<Row>
      rows={items?.map((item, at) => ({ ...item, id: String(at) }))}
      error={error}
      empty=""
      showHeader={wide}
      columns={columns}
    />
  )
}
