import { formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../use-session.ts'

/** Ten codes, shown once, to be printed or kept as a file. */
export function RecoveryCodes({ codes, onSaved }: { codes: readonly string[]; onSaved: () => void }) {
  const { t } = useTranslation('accounts')
  const { say, language } = useLanguage()
  const { person } = useSession()
  const [made] = useState(() => new Date().toISOString())
  const head = t('security.codes.printed', {
    name: person ? say(person.name) : '',
    time: formatMoment(made, language),
  })
  const download = () => {
    const text = `OpenSTI ${location.host}\n${head}\n\n${codes.join('\n')}\n`
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `${t('security.codes.fileName')}.txt`
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <div className="recovery-codes">
      <h2>{t('security.codes.title')}</h2>
      <p>{t('security.codes.lead')}</p>
      <p className="print-only">
        OpenSTI {location.host}
        <br />
        {head}
      </p>
      <ol className="recovery-code-list">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Space wrap className="no-print">
        <Button onClick={() => window.print()}>{t('security.codes.print')}</Button>
        <Button onClick={download}>{t('security.codes.download')}</Button>
        <Button type="primary" onClick={onSaved}>
          {t('security.codes.saved')}
        </Button>
      </Space>
    </div>
  )
}
