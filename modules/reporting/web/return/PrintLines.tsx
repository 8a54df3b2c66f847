import { formatDay, localDay } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../contract.ts'

/** The lines below a printed table: who filled it in, checked and signed it. On the screen the way above says so. */
export function PrintLines({ view }: { view: RequestView }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const lines = ['prepare', 'check', 'sign'].flatMap((kind) => {
    const steps = view.way.filter((step) => step.kind === kind)
    const behind = steps.filter((step) => kind === 'prepare' || step.state === 'done')
    // Whoever has not acted yet has a line to sign on, not her name.
    const who = behind.flatMap((step) => step.people.map(say)).join(t('list')) || '＿＿＿＿＿＿'
    return steps.length === 0 ? [] : [{ kind, who }]
  })
  return (
    <p className="rep-print-lines">
      {lines.map(({ kind, who }) => (
        <span key={kind}>{t(`print.${kind}`, { who })}</span>
      ))}
      <span>{t('print.day', { day: formatDay(localDay(new Date()), language) })}</span>
    </p>
  )
}
