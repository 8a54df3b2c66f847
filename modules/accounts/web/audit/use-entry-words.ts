import { formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../contract.ts'
import { useUnits } from '../people/use-people.ts'
import { useActionName } from './use-action-names.ts'

/** Ids and digests tell a reader nothing; the full view has them. */
const bare = /^[0-9a-f-]{16,}$/

/** How an entry reads: who, what, on whom, and what is worth knowing at first sight. Bare numbers are left for its full view. */
export function useEntryWords(people: ReadonlyMap<string, string>, region: string | undefined) {
  const { t } = useTranslation('accounts')
  const { say, language } = useLanguage()
  const units = new Map(useUnits(region).map((unit) => [unit.id, unit.shortName]))
  const actionName = useActionName()

  const wordOf = (key: string, value: unknown): string => {
    const text = String(value)
    if (key === 'role') return t(`roles.${text}`, { defaultValue: text })
    if (key === 'purpose') return t(`invitations.purposes.${text}`, { defaultValue: text })
    if (key === 'lockedUntil') return formatMoment(text, language)
    const unit = key === 'unit' ? units.get(text) : undefined
    return unit ? say(unit) : text
  }
  return {
    actionOf: (row: AuditRow) => actionName(row.action),
    actorOf: (row: AuditRow) => (row.actorId ? t('audit.system') : t('audit.visitor')),
    objectOf: (row: AuditRow) => {
      if (!row.objectKind) return ''
      const kind = t(`audit.objects.${row.objectKind}`, { defaultValue: row.objectKind })
      const name = row.objectId ? people.get(row.objectId) : undefined
      return name ? `${kind} ${name}` : kind
    },
    detailOf: (row: AuditRow) =>
      Object.entries(row.detail)
        .filter(
          ([key, value]) =>
            value !== null && !bare.test(String(value)) && key !== 'address' && typeof value !== 'object',
        )
        .map(([key, value]) => `${t(`audit.details.${key}`, { defaultValue: key })} ${wordOf(key, value)}`)
        .join(' · '),
  }
}
