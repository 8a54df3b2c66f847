import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useHome, useSession } from '@opensti/accounts/session'
import { Nothing, PageHead, ProblemNotice, Refused, ScreenLoading, saveFile, useLanguage } from '@opensti/ui/workbench'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStandingWords } from '../parts/use-standing-words.ts'
import { allItems, useItems } from '../use-supervision.ts'
import { Filters } from './Filters.tsx'
import { lights, queryOf, type Wanted } from './filter-items.ts'
import { ItemTable } from './ItemTable.tsx'
import { RegisterDialog } from './RegisterDialog.tsx'
import '../supervision.css'

/** Everything under supervision that she may see, the overdue first. What it is narrowed to stands in the address. */
export function ItemsScreen() {
  const { t } = useTranslation('supervision')
  const { say } = useLanguage()
  const { region } = useHome()
  const { might } = useSession()
  const standing = useStandingWords()
  const wanted: Wanted = useSearch({ strict: false })
  const navigate = useNavigate()
  const [registering, setRegistering] = useState(false)
  const [exporting, setExporting] = useState(false)
  const query = queryOf(wanted)
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useItems(region, query)
  const first = data?.pages[0]
  if (!first) return error ? <Refused error={error} onAgain={() => void refetch()} /> : <ScreenLoading />
  const items = data.pages.flatMap((page) => page.items)
  const go = (change: Wanted) =>
    void navigate({ to: '/supervision', search: { ...wanted, ...change }, replace: true, resetScroll: false })
  const none = items.length === 0
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <PageHead
        title={t('list.title')}
        lead={t('list.lead')}
        action={
          <div className="acts">
            <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
              {t('list.print')}
            </Button>
            <Button icon={<DownloadOutlined />} loading={exporting} onClick={() => void save()}>
              {t('list.export')}
            </Button>
            {might('supervision.item.create') && (
              <Button type="primary" onClick={() => setRegistering(true)}>
                {t('list.register')}
              </Button>
            )}
          </div>
        }
      />
      {none && query === '' ? (
        <Nothing>{t('list.nothing')}</Nothing>
      ) : (
        <Filters list={first} wanted={wanted} onChange={go} />
      )}
      {none && query !== '' && <Nothing>{t('list.nothingFits')}</Nothing>}
      {lights.map((light) => {
        const group = items.filter((one) => one.light === light)
        return group.length > 0 && <ItemTable key={light} light={light} items={group} count={first.counts[light]} />
      })}
      {hasNextPage && (
        <Button className="acts-below" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('list.more', { shown: items.length })}
        </Button>
      )}
      {registering && <RegisterDialog region={region ?? ''} onClose={() => setRegistering(false)} />}
    </>
  )

  async function save(): Promise<void> {
    setExporting(true)
    try {
      const { itemsWorkbook } = await import('./items-workbook.ts')
      const all = await allItems(region ?? '', query)
      saveFile(`${t('list.title')}.xlsx`, await itemsWorkbook(all, { t, say, standing }))
    } finally {
      setExporting(false)
    }
  }
}
