import { formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '../../contract.ts'
import { Due } from '../parts/Due.tsx'
import { Holder } from '../parts/Holder.tsx'
import { ReturnState } from '../parts/ReturnState.tsx'
import { isLateNow } from './late-first.ts'

interface Props {
  rows: readonly RequestSummary[]
  chosen: readonly string[]
  onChoose: (ids: string[]) => void
  mayChoose: boolean
}

/** Units and where their returns are. Those that the lead bureau has can be chosen. */
export function CollationTable({ rows, chosen, onChoose, mayChoose }: Props) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const open = rows.filter((one) => one.state === 'submitted' || one.state === 'accepted')
  const submitted = rows.filter((one) => one.state === 'submitted').map(({ id }) => id)
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <table className="rep-table rep-collation">
      <caption className="hidden">{t('period.title')}</caption>
      <thead>
        <tr>
          {mayChoose && (
            <th scope="col" className="rep-box">
              <Checkbox
                aria-label={t('period.chooseAll')}
                disabled={submitted.length === 0}
                checked={submitted.length > 0 && submitted.every((id) => chosen.includes(id))}
                onChange={({ target }) => onChoose(target.checked ? submitted : [])}
              />
            </th>
          )}
          <th scope="col">{t('unit')}</th>
          <th scope="col">{t('stateHead')}</th>
          <th scope="col">{t('holder')}</th>
          <th scope="col">{t('sinceHead')}</th>
          <th scope="col" className="r">
            {t('filledHead')}
          </th>
          <th scope="col">{t('due.label')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.id} className={isLateNow(one) ? 'late' : undefined}>
            {mayChoose && (
              <td className="rep-box">
                {open.includes(one) && (
                  <Checkbox
                    aria-label={t('period.chooseOne', { unit: say(one.unit.name) })}
                    checked={chosen.includes(one.id)}
                    onChange={() => toggle(one.id)}
                  />
                )}
              </td>
            )}
            <th scope="row">
              <Link to="/reporting/returns/$return" params={{ return: one.id }}>
                {say(one.unit.name)}
              </Link>
              {one.number > 0 && <small>{t('correctionNumber', { number: one.number })}</small>}
            </th>
            <td>
              <ReturnState one={one} />
              {one.sentBackBecause && <small className="rep-words">{one.sentBackBecause}</small>}
            </td>
            <td data-label={t('holder')}>
              <Holder one={one} />
            </td>
            <td data-label={t('sinceHead')} className="rep-moment">
              {formatMoment(one.since, language, { short: true })}
            </td>
            <td data-label={t('filledHead')} className="r">
              {one.filled} / {one.cells}
            </td>
            <td data-label={t('due.label')}>
              <Due one={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
