import { BellOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Badge } from 'antd'
import { useTranslation } from 'react-i18next'
import { useUnseenCount } from './use-notices.ts'
import './notices.css'

/** Stands in the head of every screen: how much is unseen, and the way to it. */
export function NoticeBell() {
  const { t } = useTranslation('accounts')
  const count = useUnseenCount()
  return (
    <Link
      to="/notices"
      className="ant-btn ant-btn-text ant-btn-icon-only notice-bell"
      aria-label={count > 0 ? t('notices.bellCount', { count }) : t('notices.bell')}
    >
      <Badge count={count} size="small" overflowCount={99}>
        <BellOutlined className="notice-bell-icon" />
      </Badge>
    </Link>
  )
}
