import { useMight } from '@opensti/accounts/session'
import { api, Nothing, Section } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ReadingSummary } from '../../contract-reading.ts'
import { useVoice } from '../use-voice.ts'

/** Documents of the region that somebody has begun to read, with what is still to be decided. */
export function OpenReadings({ region }: { region: string }) {
  const { t } = useTranslation('plans')
  const { say } = useVoice()
  const mayRead = useMight('plans.reading.list', region)
  const { data } = useQuery({
    queryKey: ['readings'],
    queryFn: () => api<{ readings: ReadingSummary[] }>('GET', '/api/readings'),
    enabled: mayRead,
  })
  if (!mayRead) return null
  const own = (data?.readings ?? []).filter((one) => one.region.id === region)
  return (
    <Section
      id="readings"
      title={t('overview.readings')}
      count={own.length}
      action={<Link to="/readings">{t('overview.allReadings')}</Link>}
    >
      {own.length === 0 ? (
        <Nothing>{t('overview.noReadings')}</Nothing>
      ) : (
        <ul className="rows">
          {own.slice(0, 5).map((one) => (
            <li key={one.id}>
              <Link to="/readings/$reading" params={{ reading: one.id }}>
                {say(one.documentTitle)}
              </Link>
              <span className="muted nowrap">
                {t('overview.toDecide', { count: one.figures.open + one.tasks.open })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
