import { useLanguage } from '@opensti/ui/workbench'
import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { GateFinding } from '../../contract.ts'

export const keyOf = ({ place, kind }: Pick<GateFinding, 'place' | 'kind'>) => `${place} ${kind}`

interface Props {
  findings: readonly (GateFinding & { reason?: string | null })[]
  clean: string
  /** Reasons so far by finding, and how to give one; left out where they are only shown. */
  reasons?: Readonly<Record<string, string>>
  onReason?: (key: string, reason: string) => void
}

/** What looks like personal data, where it stands, and what to do about it. */
export function Findings({ findings, clean, reasons, onReason }: Props) {
  const { t } = useTranslation('publication')
  const { say } = useLanguage()
  const id = useId()
  if (findings.length === 0) return <p className="pub-clean">{clean}</p>
  return (
    <ul className="pub-findings">
      {findings.map((finding) => {
        const key = keyOf(finding)
        return (
          <li key={key} className={finding.certain ? 'pub-certain' : undefined}>
            <p>
              <span className="pub-finding-kind">{t(finding.certain ? 'gate.certain' : 'gate.doubtful')}</span>
              <b>{say(finding.label)}</b>
              {' · '}
              {say(finding.kindName)} <code>{finding.shown}</code>
            </p>
            <p className="muted">{say(finding.remedy)}</p>
            {finding.reason && <p>{t('gate.said', { reason: finding.reason })}</p>}
            {!finding.certain && onReason && (
              <div className="field">
                <label htmlFor={`${id}-${key}`}>{t('gate.reason')}</label>
                <Input
                  id={`${id}-${key}`}
                  value={reasons?.[key] ?? ''}
                  maxLength={500}
                  placeholder={t('gate.reasonExample')}
                  onChange={(event) => onReason(key, event.target.value)}
                />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
