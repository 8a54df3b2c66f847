import { Nothing, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { ReadingView } from '../../contract-reading.ts'

interface Props {
  reading: Pick<ReadingView, 'checks' | 'damage' | 'found'>
  onPlace: (place: { start: number; end: number }) => void
}

/** What a clerk would note in the margin: sums that do not agree first, then those that hold, each leading to its places. */
export function CheckList({ reading, onPlace }: Props) {
  const { t } = useTranslation('plans')
  const { say } = useLanguage()
  const { checks, found } = reading
  if (checks.length === 0) return <Nothing>{t('reading.noChecks')}</Nothing>
  return (
    <ul className="finding-list">
      <Shown first={checks.length} of={found.checks} />
      {checks.map((check) => (
        <li
          key={`${check.kind} ${check.formula} ${check.places[0]?.start}`}
          className={`finding finding-${check.result}`}
        >
          <strong>{t(`checkResults.${check.result}`)}</strong> <span className="number">{check.formula}</span>
          <p>{say(check.message)}</p>
          {check.places.map((place, index) => (
            <button key={place.start} type="button" className="place-link" onClick={() => onPlace(place)}>
              {t('reading.place', { number: index + 1 })}
            </button>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** Signs that this copy is not what the office published. */
export function DamageList({ reading, onPlace }: Props) {
  const { t } = useTranslation('plans')
  const { say } = useLanguage()
  if (reading.damage.length === 0) return <Nothing>{t('reading.noDamage')}</Nothing>
  return (
    <ul className="finding-list">
      <Shown first={reading.damage.length} of={reading.found.damage} />
      {reading.damage.map((damage) => (
        <li key={`${damage.sign} ${damage.start}`} className="finding finding-damage">
          <strong>{damage.quote}</strong>
          {damage.expected && <> → {damage.expected}</>}
          <p>{say(damage.message)}</p>
          <button type="button" className="place-link" onClick={() => onPlace(damage)}>
            {t('reading.show')}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Says when a list is not whole. */
function Shown({ first, of }: { first: number; of: number }) {
  const { t } = useTranslation('plans')
  return first < of && <li className="key-hint">{t('reading.firstOf', { first, of })}</li>
}
