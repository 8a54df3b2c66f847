import { api, useLanguage } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'
import { Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DemonstrationSignIn } from '../../contract.ts'

/** Whom one may try in the demonstration; choosing one fills in the name. */
export function DemonstrationHint({ onChoose }: { onChoose: (signInName: string) => void }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const { data } = useQuery({
    queryKey: ['demonstration'],
    queryFn: () => api<{ signIns: DemonstrationSignIn[] }>('GET', '/api/demonstration/sign-ins'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data || data.signIns.length === 0) return null
  return (
    <section className="door-demonstration" aria-labelledby="demonstration-title">
      <Typography.Title level={2} id="demonstration-title">
        {t('demonstration.title')}
      </Typography.Title>
      <Typography.Paragraph type="secondary">{t('demonstration.lead')}</Typography.Paragraph>
      <ul>
        {data.signIns.map(({ signInName, role, name }) => (
          <li key={signInName}>
            <button type="button" onClick={() => onChoose(signInName)}>
              <span className="door-person">
                <strong>{say(name)}</strong>
                <span>{t(`roles.${role}`)}</span>
                <code>{signInName}</code>
              </span>
              <small>{t(`demonstration.can.${role}`)}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
