import { useLanguage } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReleaseView } from '../../contract.ts'
import { formatPublicMoment } from '../parts/format-public-moment.ts'

/** How long until everybody can see it, by the server's clock; when the time has come the release is asked for anew. */
export function Countdown({ view }: { view: ReleaseView }) {
  const { t } = useTranslation('publication')
  const { language } = useLanguage()
  const client = useQueryClient()
  // How far this computer's clock is from the server's when the view came.
  const [ahead] = useState(() => Date.now() - Date.parse(view.serverTime))
  const [now, setNow] = useState(() => Date.now())
  const until = Date.parse(view.publicFrom ?? view.serverTime)
  const left = Math.max(0, until - (now - ahead))
  const isOver = left === 0
  useEffect(() => {
    if (isOver) {
      void client.invalidateQueries({ queryKey: ['publication', 'release', view.id] })
      return
    }
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [isOver, client, view.id])
  const seconds = Math.ceil(left / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const days = Math.floor(seconds / 86_400)
  return (
    <div className="pub-countdown">
      <span>{t('release.waiting')}</span>
      <b role="timer" aria-live="off">
        {days > 0 && `${t('release.days', { count: days })} `}
        {two(Math.floor((seconds % 86_400) / 3600))}:{two(Math.floor((seconds % 3600) / 60))}:{two(seconds % 60)}
      </b>
      <small className="muted">
        {t('release.at', { moment: formatPublicMoment(view.publicFrom ?? view.serverTime, language) })}
      </small>
    </div>
  )
}
