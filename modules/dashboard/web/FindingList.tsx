import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../contract.ts'
import { FindingRow } from './FindingRow.tsx'

/** So many fit on one screen beside everything else. */
const atFirst = 6

/** The most pressing first; on paper all of them. */
export function FindingList({ findings, regionId }: { findings: readonly Finding[]; regionId: string }) {
  const { t } = useTranslation('dashboard')
  const [open, setOpen] = useState(false)
  const rest = findings.length - atFirst
  return (
    <>
      <div className="dash-heads" aria-hidden="true">
        <span>{t('columns.what')}</span>
        <span>{t('columns.why')}</span>
        <span>{t('columns.who')}</span>
        <span>{t('columns.needs')}</span>
      </div>
      <ol className={open ? 'dash-list' : 'dash-list dash-short'}>
        {findings.map((one) => (
          <FindingRow key={`${one.kind} ${one.id}`} finding={one} regionId={regionId} />
        ))}
      </ol>
      {rest > 0 && (
        <Button type="link" className="dash-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('less') : t('more', { count: rest })}
        </Button>
      )}
    </>
  )
}
