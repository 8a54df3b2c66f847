import { Loading, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { App, Card, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { OfficePhone } from './OfficePhone.tsx'
import { useChoose, useNoticeChoices } from './use-notices.ts'

/** Which kinds one wants as e-mail as well, and the number of one’s office. */
export function HowOneIsReached() {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const { message } = App.useApp()
  const { data, error } = useNoticeChoices()
  const choose = useChoose()
  if (error) return <ProblemNotice error={error} />
  if (!data) return <Loading />
  return (
    <Card className="notice-mail" title={<h2 className="notice-mail-title">{t('notices.mail.title')}</h2>}>
      <p className="quiet">
        {t('notices.mail.lead')}
        {data.mailAddress && t('notices.mail.to', { address: data.mailAddress })}
      </p>
      {!data.mailAddress && <p>{t('notices.mail.noAddress')}</p>}
      {data.mailAddress && !data.lettersReachPeople && <p>{t('notices.mail.notSent')}</p>}
      {choose.error && <ProblemNotice error={choose.error} />}
      {data.kinds.length === 0 && <p className="quiet">{t('notices.mail.none')}</p>}
      <ul className="notice-choices">
        {data.kinds.map(({ kind, name, byMail }) => (
          <li key={kind}>
            <span id={`by-mail-${kind}`}>{say(name)}</span>
            <Switch
              aria-labelledby={`by-mail-${kind}`}
              checked={byMail}
              loading={choose.isPending && choose.variables?.kind === kind}
              onChange={(wanted) =>
                choose.mutate(
                  { kind, byMail: wanted },
                  { onSuccess: () => void message.success(t('notices.mail.saved')) },
                )
              }
            />
          </li>
        ))}
      </ul>
      <OfficePhone phone={data.officePhone} />
    </Card>
  )
}
