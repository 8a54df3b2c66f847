import { MenuOutlined } from '@ant-design/icons'
import { useSession } from '@opensti/accounts/session'
import { NoticeBell } from '@opensti/accounts/web'
import { ScreenLoading } from '@opensti/ui/workbench'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Button, Drawer, Grid, Layout } from 'antd'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MainMenu } from './MainMenu.tsx'
import { QuickSearch } from './QuickSearch.tsx'
import { UserMenu } from './UserMenu.tsx'

/** The frame around every screen: where one can go on the left, search and oneself at the top. */
export function Shell() {
  const { t } = useTranslation('shell')
  const { session } = useSession()
  const wide = Grid.useBreakpoint().lg
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])

  return (
    <Layout className="workbench">
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <Layout.Header className="workbench-header">
        {!wide && <Button type="text" icon={<MenuOutlined />} aria-label={t('menu')} onClick={() => setOpen(true)} />}
        <a className="workbench-name" href="/workbench">
          {t('product')}
        </a>
        <QuickSearch />
        <Suspense>
          <NoticeBell />
        </Suspense>
        <UserMenu />
      </Layout.Header>
      <Layout>
        {wide ? (
          <Layout.Sider width={224} className="workbench-sider" aria-label={t('menu')}>
            <MainMenu />
          </Layout.Sider>
        ) : (
          <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={260} title={t('menu')}>
            <MainMenu />
          </Drawer>
        )}
        <Layout.Content id="content" className="workbench-content" tabIndex={-1}>
          <Suspense fallback={<ScreenLoading />}>
            <Outlet />
          </Suspense>
          {session?.demonstration && <p className="demonstration-note">{t('demonstration')}</p>}
        </Layout.Content>
      </Layout>
    </Layout>
  )
}
