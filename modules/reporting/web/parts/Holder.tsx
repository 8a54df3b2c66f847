import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { RequestSummary } from '../../contract.ts'

/** In whose hands a return is: the unit, and its people as far as anybody is known. */
export function Holder({ one }: { one: Pick<RequestSummary, 'heldBy' | 'waitsFor' | 'unit'> }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  if (one.heldBy.length === 0) return <span className="muted">{t('nobody')}</span>
  const people = one.waitsFor.map(say).join(t('list'))
  const elsewhere = one.heldBy.filter(({ id }) => id !== one.unit.id)
  return (
    <span>
      {people || t('nobodyYet')}
      {elsewhere.length > 0 && <small>{elsewhere.map(({ name }) => say(name)).join(t('list'))}</small>}
    </span>
  )
}
