import { Nothing, PageHead, ProblemNotice, ScreenLoading } from '@opensti/ui/workbench'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HowOneIsReached } from './HowOneIsReached.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import { useNotices, useSee } from './use-notices.ts'
import '../accounts.css'
import './notices.css'

/** What one has been told, the newest first, and by which ways one wants to hear it. */
export function NoticesScreen() {
  const { t } = useTranslation('accounts')
  const [unseenOnly, setUnseenOnly] = useState(false)
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useNotices(unseenOnly)
  const see = useSee()
  const notices = data?.pages.flatMap((page) => page.notices) ?? []
  const unseen = data?.pages[0]?.unseen ?? 0
  const newest = notices[0]
  return (
    <>
      <PageHead
        title={t('notices.title')}
        lead={t('notices.lead')}
        action={
          unseen > 0 &&
          newest && (
            <Button loading={see.isPending} onClick={() => see.mutate({ upTo: newest.id })}>
              {t('notices.seeAll')}
            </Button>
          )
        }
      />
      <Segmented
        aria-label={t('notices.which')}
        value={unseenOnly ? 'unseen' : 'all'}
        onChange={(which) => setUnseenOnly(which === 'unseen')}
        options={[
          { value: 'all', label: t('notices.all') },
          {
            value: 'unseen',
            label: unseen > 0 ? t('notices.unseenCount', { count: unseen }) : t('notices.unseen'),
          },
        ]}
      />
      {see.error && <ProblemNotice error={see.error} />}
      {error && <ProblemNotice error={error} />}
      {isPending && <ScreenLoading />}
      {data && notices.length === 0 && <Nothing>{t(unseenOnly ? 'notices.noneUnseen' : 'notices.none')}</Nothing>}
      {notices.length > 0 && (
        <ul className="notice-list">
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} onSeen={() => see.mutate({ only: notice.id })} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('notices.more')}
        </Button>
      )}
      <HowOneIsReached />
    </>
  )
}
