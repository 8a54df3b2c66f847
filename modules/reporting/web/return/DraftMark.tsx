import { formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Draft } from './use-draft.ts'

/** Whether what was typed is kept, in words, where one looks while typing. */
export function DraftMark({ draft }: { draft: Draft }) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  const words =
    draft.state === 'kept' && draft.keptAt
      ? t('draft.keptAt', {
          time: formatMoment(draft.keptAt.toISOString(), language, { short: true }).split(/[ ,]+/).at(-1),
        })
      : t(`draft.${draft.state}`)
  return (
    <p className={`rep-draft rep-draft-${draft.state}`} role="status">
      <span aria-hidden="true">{{ kept: '✓', waiting: '…', saving: '…' }[draft.state as string] ?? '!'}</span>
      {words}
      {(draft.state === 'failed' || draft.state === 'refused') && (
        <Button size="small" onClick={() => void draft.save()}>
          {t('draft.now')}
        </Button>
      )}
    </p>
  )
}
