import { formatAmount } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { DecompositionView } from '../../contract-decomposition.ts'
import { keyOf, type Row, typedNumber } from './rows.ts'

interface Props {
  view: DecompositionView
  rows: readonly Row[]
  rule: DecompositionView['rule']
}

/** Shares against the whole: laid end to end where they add up, side by side where each stands for itself. */
export function SharesPicture({ view, rows, rule }: Props) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const bars = rows.flatMap(({ receiver, amount }) => {
    const value = typedNumber(amount)
    return value ? [{ key: keyOf(receiver), name: say(receiver.name), value: Number(value) }] : []
  })
  if (bars.length === 0) return null
  const whole = Number(view.whole)
  const amount = (value: number) => formatAmount(value, view.unit, language)
  const sum = bars.reduce((total, bar) => total + bar.value, 0)
  const most = rule === 'sum' ? Math.max(whole, sum) : Math.max(whole, ...bars.map((bar) => bar.value))
  const part = (value: number) => `${(100 * value) / most}%`
  return (
    <figure className={`asm-picture asm-picture-${rule}`} aria-label={t('shares.bar')}>
      {rule === 'sum' ? (
        <div className="asm-stack">
          {bars.map((bar) => (
            <span key={bar.key} style={{ width: part(bar.value) }} title={`${bar.name} ${amount(bar.value)}`}>
              <i>{bar.name}</i>
              <b>{amount(bar.value)}</b>
            </span>
          ))}
          {sum < whole && (
            <span
              className="asm-gap"
              style={{ width: part(whole - sum) }}
              title={t('shares.gapLeft', { amount: amount(whole - sum) })}
            >
              <i>{t('shares.gapLeft', { amount: amount(whole - sum) })}</i>
            </span>
          )}
          <em style={{ insetInlineStart: part(whole) }} />
        </div>
      ) : (
        <ul className="asm-bars">
          {bars.map((bar) => (
            <li key={bar.key}>
              <span>{bar.name}</span>
              <div>
                <i style={{ width: part(bar.value) }} />
                <em style={{ insetInlineStart: part(whole) }} />
              </div>
              <b>{amount(bar.value)}</b>
            </li>
          ))}
        </ul>
      )}
      <figcaption>
        <em /> {t('shares.whole')} {amount(whole)}
      </figcaption>
    </figure>
  )
}
