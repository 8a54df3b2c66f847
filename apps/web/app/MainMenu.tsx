import {
  AlertOutlined,
  AuditOutlined,
  BarChartOutlined,
  DashboardOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  FormOutlined,
  GlobalOutlined,
  OrderedListOutlined,
  PartitionOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SendOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { useSession } from '@opensti/accounts/session'
import { Link, useLocation } from '@tanstack/react-router'
import { Menu } from 'antd'
import { useTranslation } from 'react-i18next'
import { guarded } from './Guarded.tsx'

/** What this person might do. An entry that nobody would let her use is not shown. */
export function MainMenu() {
  const { t } = useTranslation('shell')
  const { might } = useSession()
  const { pathname } = useLocation()
  const entries = [
    { key: '/', icon: <BarChartOutlined />, label: <Link to="/">{t('overview')}</Link>, shown: true },
    {
      key: '/dashboard',
      icon: <AlertOutlined />,
      label: <Link to="/dashboard">{t('dashboard')}</Link>,
      shown: might(guarded.dashboard),
    },
    {
      key: '/reporting',
      icon: <FormOutlined />,
      label: <Link to="/reporting">{t('reporting')}</Link>,
      shown: might('reporting.desk.read'),
    },
    {
      key: '/supervision',
      icon: <ScheduleOutlined />,
      label: <Link to="/supervision">{t('supervision')}</Link>,
      shown: might(guarded.supervision),
    },
    {
      key: '/decomposition',
      icon: <PartitionOutlined />,
      label: <Link to="/decomposition">{t('decomposition')}</Link>,
      shown: might(guarded.decomposition),
    },
    {
      key: '/assessment',
      icon: <OrderedListOutlined />,
      label: <Link to="/assessment">{t('assessment')}</Link>,
      shown: might(guarded.assessment),
    },
    {
      key: '/evaluation',
      icon: <FileDoneOutlined />,
      label: <Link to="/evaluation">{t('evaluation')}</Link>,
      shown: might(guarded.evaluation),
    },
    {
      key: '/publication',
      icon: <SendOutlined />,
      label: <Link to="/publication">{t('publication')}</Link>,
      shown: might(guarded.publication),
    },
    {
      key: '/readings',
      icon: <FileSearchOutlined />,
      label: <Link to="/readings">{t('readings')}</Link>,
      shown: might(guarded.readings),
    },
    {
      key: '/people',
      icon: <TeamOutlined />,
      label: <Link to="/people">{t('people')}</Link>,
      shown: might(guarded.people),
    },
    {
      key: '/audit',
      icon: <AuditOutlined />,
      label: <Link to="/audit">{t('audit')}</Link>,
      shown: might(guarded.audit),
    },
    {
      key: '/operations',
      icon: <DashboardOutlined />,
      label: <Link to="/operations">{t('system')}</Link>,
      shown: might(guarded.system),
    },
    {
      key: '/level-three',
      icon: <SafetyCertificateOutlined />,
      label: <Link to="/level-three">{t('levelThree')}</Link>,
      shown: might(guarded.levelThree),
    },
    { key: 'portal', icon: <GlobalOutlined />, label: <a href="/">{t('portal')}</a>, shown: true },
  ]
  const current = entries.map((entry) => entry.key).filter((key) => key !== '/' && pathname.startsWith(key))
  return (
    <nav aria-label={t('menu')}>
      <Menu
        mode="inline"
        selectedKeys={current.length > 0 || pathname === '/account' || pathname === '/notices' ? current : ['/']}
        items={entries.filter((entry) => entry.shown).map(({ key, icon, label }) => ({ key, icon, label }))}
      />
    </nav>
  )
}
