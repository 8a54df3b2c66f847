import { ProblemNotice } from '@opensti/ui/workbench'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface Props<View> {
  query: UseQueryResult<View>
  children: (view: View) => ReactNode
}

/** A screen while its view is on the way, refused, or here. What is here stays when asking again fails. */
export function Ready<View>({ query, children }: Props<View>) {
  const { t } = useTranslation('reporting')
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <ProblemNotice error={query.error} />}
        {children(query.data)}
      </>
    )
  }
  if (query.isPending) {
    return (
      <div role="status" aria-label={t('screen.loading')}>
        <Skeleton active title={{ width: '38%' }} paragraph={{ rows: 8 }} />
      </div>
    )
  }
  return (
    <div className="rep-refused">
      <h1>{t('screen.notShown')}</h1>
      <ProblemNotice error={query.error} />
      <Button onClick={() => void query.refetch()}>{t('screen.again')}</Button>
    </div>
  )
}
