import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { OutstandingReturn } from '../../contract-reminders.ts'

/** Who would hear what by which ways, folded away until one asks. */
export function WhoHears({ hears, open = false }: { hears: OutstandingReturn['hears']; open?: boolean }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  if (hears.length === 0) return <p className="muted">{t('reminders.hearsNobody')}</p>
  return (
    <details className="rem-hears" open={open}>
      <summary>{t('reminders.hears')}</summary>
      <ul>
        {hears.map(({ name, as, text, mail, webhook }) => (
          <li key={`${name.zh} ${as}`}>
            <b>
              {t('reminders.ways', {
                name: say(name),
                ways: [
                  t('reminders.inside'),
                  ...(mail ? [t('reminders.mail')] : []),
                  ...(webhook ? [t('reminders.webhook')] : []),
                ].join(t('list')),
              })}
            </b>
            <q>{say(text)}</q>
          </li>
        ))}
      </ul>
    </details>
  )
}
