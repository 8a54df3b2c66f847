import { useLanguage } from '@opensti/ui/workbench'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeView } from '../../contract-notices.ts'
import { Ago } from '../Moment.tsx'

/** One notice: what, when, and the way to where one can act on it. */
export function NoticeLine({ notice, onSeen }: { notice: NoticeView; onSeen: () => void }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const { history } = useRouter()
  const address = `/workbench${notice.link}`
  const open = (event: MouseEvent) => {
    if (!notice.seenAt) onSeen()
    // A new tab or window is the browser's own business.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    history.push(address)
  }
  return (
    <li className={notice.seenAt ? 'notice-line' : 'notice-line notice-unseen'}>
      <a href={address} onClick={open}>
        {say(notice.text)}
      </a>
      <span className="quiet notice-when">
        {!notice.seenAt && <strong className="notice-mark">{t('notices.isUnseen')}</strong>}
        <Ago at={notice.madeAt} />
      </span>
      {!notice.seenAt && (
        <Button size="small" type="text" className="notice-see" onClick={onSeen}>
          {t('notices.see')}
        </Button>
      )}
    </li>
  )
}
