import type { UnitEntry } from '@opensti/accounts/contract'
import { formatDate } from '@opensti/ui'
import { Section } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import { UnitLinks } from '../parts/links.tsx'
import { useLedger } from '../use-ledger.ts'
import { useVoice } from '../use-voice.ts'

/** The region's units in the order of its content: departments, governments below it, and those that are gone. */
export function RegionUnits({ region }: { region: string }) {
  const { t } = useTranslation('plans')
  const { text, language } = useVoice()
  const units = useLedger<{ units: UnitEntry[] }>(`/api/accounts/units?region=${region}`).data?.units ?? []
  if (units.length === 0) return null
  const groups = [
    ['departments', units.filter((unit) => unit.until === null && !isGovernment(unit))],
    ['governments', units.filter((unit) => unit.until === null && isGovernment(unit))],
    ['ended', units.filter((unit) => unit.until !== null)],
  ] as const
  return (
    <Section id="units" title={text.units} count={units.length}>
      {groups.map(
        ([key, members]) =>
          members.length > 0 && (
            <div key={key} className="unit-group">
              <h3>{t(`overview.${key}`)}</h3>
              <ul className="name-list">
                {members.map((unit) => (
                  <li key={unit.id}>
                    <UnitLinks units={[unit]} full />
                    {unit.until && <small> {t('overview.endedOn', { date: formatDate(unit.until, language) })}</small>}
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </Section>
  )
}

function isGovernment({ kind }: UnitEntry): boolean {
  return kind === 'government' || kind === 'group'
}
