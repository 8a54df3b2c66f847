import { DeleteOutlined } from '@ant-design/icons'
import { formatAmount, formatShare } from '@opensti/ui'
import { Unseen, useLanguage } from '@opensti/ui/workbench'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DecompositionView } from '../../contract-decomposition.ts'
import { ProgressText } from './ProgressText.tsx'
import { Receipt } from './Receipt.tsx'
import { keyOf, type Row, typedNumber } from './rows.ts'

interface Props {
  view: DecompositionView
  rows: readonly Row[]
  rule: DecompositionView['rule']
  /** Set while the draft may be changed. */
  onChange: ((rows: Row[]) => void) | null
}

/** One line for each receiver: typed while it is a draft, with progress and receipt afterwards. */
export function SharesTable({ view, rows, rule, onChange }: Props) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const put = (at: number, change: Partial<Row>) =>
    onChange?.(rows.map((row, index) => (index === at ? { ...row, ...change } : row)))
  const weighted = rule === 'weighted'
  return (
    <table className="card-table asm-shares" aria-label={t('shares.made')}>
      <thead>
        <tr>
          <th scope="col">{t('shares.receiver')}</th>
          <th scope="col" className="number">
            {t('shares.amount')}
          </th>
          {weighted && (
            <th scope="col" className="number">
              {t('shares.weight')}
            </th>
          )}
          <th scope="col" className="number">
            {t(rule === 'sum' ? 'shares.part' : 'shares.ratio')}
          </th>
          <th scope="col">{t('shares.progress')}</th>
          <th scope="col">{onChange ? <Unseen>{t('draft.remove')}</Unseen> : t('shares.receipt')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const share = view.shares.find((one) => keyOf(one.receiver) === keyOf(row.receiver))
          const name = say(row.receiver.name)
          const value = typedNumber(row.amount)
          return (
            <tr key={keyOf(row.receiver)}>
              <th scope="row">{name}</th>
              <td className="number" data-label={t('shares.amount')}>
                {onChange ? (
                  <Input
                    inputMode="decimal"
                    aria-label={`${name} ${t('shares.amount')}`}
                    status={value === undefined ? 'error' : ''}
                    value={row.amount}
                    onChange={(event) => put(at, { amount: event.target.value })}
                  />
                ) : value ? (
                  formatAmount(Number(value), view.unit, language)
                ) : (
                  '—'
                )}
              </td>
              {weighted && (
                <td className="number" data-label={t('shares.weight')}>
                  {onChange ? (
                    <Input
                      inputMode="decimal"
                      aria-label={`${name} ${t('shares.weight')}`}
                      status={typedNumber(row.weight) === undefined ? 'error' : ''}
                      value={row.weight}
                      onChange={(event) => put(at, { weight: event.target.value })}
                    />
                  ) : (
                    row.weight || '—'
                  )}
                </td>
              )}
              <td className="number" data-label={t(rule === 'sum' ? 'shares.part' : 'shares.ratio')}>
                {value ? formatShare(Number(value) / Number(view.whole)) : '—'}
              </td>
              <td data-label={t('shares.progress')}>
                {share ? <ProgressText share={share} /> : <span className="muted">{t('shares.noProgress')}</span>}
              </td>
              <td data-label={onChange ? '' : t('shares.receipt')}>
                {onChange ? (
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('shares.remove', { name })}
                    onClick={() => onChange(rows.filter((_, index) => index !== at))}
                  />
                ) : view.state === 'issued' && share ? (
                  <Receipt share={share} />
                ) : (
                  '—'
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
