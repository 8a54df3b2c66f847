import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../contract.ts'
import { FindingRow } from './FindingRow.tsx'

/** So many fit on one screen beside everything else; what is red is shown in any case, those after `whole` in two lines each. */
const fitting = 6
const whole = 5

/** The most pressing first; on paper all of them. What is amber folds away where it does not fit, what is red never. */
export function FindingList({ findings, regionId }: { findings: readonly Finding[]; regionId: string }) {
  const { t } = useTranslation('dashboard')
  const [open, setOpen] = useState(false)
  const red = findings.findLastIndex(({ light }) => light === 'red') + 1
  const atFirst = Math.max(fitting, red)
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
        {findings.map((one, place) => (
          <FindingRow
            key={`${one.kind} ${one.id}`}
            finding={one}
            regionId={regionId}
            shape={place >= atFirst ? 'folded' : place >= whole && red > fitting ? 'tight' : 'whole'}
          />
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
