import { formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CurrentSession } from '../../contract.ts'
import { useDeviceWords } from '../security/device-words.ts'
import { sessionKey } from '../use-session.ts'

/**
 * Takes someone who has just signed in to where she wanted to go. What an earlier person saw is forgotten. Where the
 * installation tells it, she hears when and by what she was here before.
 */
export function useEnter(): (session: CurrentSession, path: string) => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { notification } = App.useApp()
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  const { deviceOf } = useDeviceWords()
  return (session, path) => {
    client.clear()
    client.setQueryData(sessionKey, session)
    const before = session.person?.lastSignIn
    if (before) {
      const time = formatMoment(before.at, language)
      const title = t('security.account.lastSignIn', { time, device: deviceOf(before.device) })
      notification.info({ title, placement: 'bottom', duration: 15 })
    }
    void navigate({ href: path, replace: true })
  }
}
