import { Outlet } from '@tanstack/react-router'
import { Layout } from 'antd'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { UserMenu } from './UserMenu.tsx'

/** The frame for those who are not inside yet: the name of the house, language, light or dark, and nothing else. */
export function Door() {
  const { t } = useTranslation('shell')
  return (
    <Layout className="workbench">
      <Layout.Header className="workbench-header door-header">
        <a className="workbench-name" href="/">
          {t('product')}
        </a>
        <UserMenu />
      </Layout.Header>
      <Layout.Content id="content">
        <Suspense>
          <Outlet />
        </Suspense>
      </Layout.Content>
    </Layout>
  )
}
