import { ExportOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useVoice } from '../use-voice.ts'

/** The same thing as everyone sees it. */
export function PublicLink({ address }: { address: string }) {
  const { t } = useTranslation('plans')
  const { to } = useVoice()
  return (
    <a className="public-link" href={to(address)} target="_blank" rel="noreferrer">
      {t('screen.publicPage')} <ExportOutlined aria-hidden />
    </a>
  )
}
