import { MoonOutlined, SunOutlined, UserOutlined } from '@ant-design/icons'
import type { ClosedSession } from '@opensti/accounts/contract'
import { useSession } from '@opensti/accounts/session'
import { api, useLanguage } from '@opensti/ui/workbench'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAppearance } from './appearance.tsx'
import { chooseLanguage } from './words.ts'

/** Language, light or dark, and oneself. */
export function UserMenu() {
  const { t } = useTranslation('shell')
  const { language, say } = useLanguage()
  const { mode, choose } = useAppearance()
  const { person } = useSession()
  const navigate = useNavigate()
  const signOut = async () => {
    const { address } = await api<ClosedSession>('POST', '/api/accounts/sign-out')
    // A fresh page, so that nothing of this person stays in memory; by way of her identity provider where it is to hear of it.
    location.assign(address ?? '/workbench/sign-in')
  }
  return (
    <Space size={4} className="user-menu">
      <Button
        type="text"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {t('language')}
      </Button>
      <Button
        type="text"
        icon={mode === 'dark' ? <SunOutlined /> : <MoonOutlined />}
        aria-label={mode === 'dark' ? t('light') : t('dark')}
        onClick={() => choose(mode === 'dark' ? 'light' : 'dark')}
      />
      {person && (
        <Dropdown
          trigger={['click']}
          getPopupContainer={(button) => button.parentElement ?? document.body}
          menu={{
            items: [
              { key: 'account', label: t('account'), onClick: () => void navigate({ to: '/account' }) },
              { key: 'out', label: t('signOut'), onClick: () => void signOut() },
            ],
          }}
        >
          <Button type="text" icon={<UserOutlined />}>
            <span className="user-name">{say(person.name)}</span>
          </Button>
        </Dropdown>
      )}
    </Space>
  )
}
