import { formatMoment } from '@opensti/ui'
import { ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ShareView } from '../../contract-decomposition.ts'
import { useDeed, useDone } from '../use-assessment.ts'

/** Whether a receiver has confirmed its share; a button for whoever may. */
export function Receipt({ share }: { share: Pick<ShareView, 'id' | 'confirmedAt' | 'confirmedBy' | 'mayConfirm'> }) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const done = useDone()
  const deed = useDeed(() => undefined)
  if (share.confirmedAt)
    return (
      <>
        {share.confirmedBy && say(share.confirmedBy)}
        <small>{formatMoment(share.confirmedAt, language)}</small>
      </>
    )
  if (!share.mayConfirm) return <span className="asm-muted">{t('shares.notYet')}</span>
  const path = `/api/shares/${share.id}/receipt`
  return (
    <>
      <Button
        type="primary"
        loading={deed.isPending}
        onClick={() => deed.mutate({ method: 'POST', path, said: done(t('shares.confirm')) })}
      >
        {t('shares.confirm')}
      </Button>
      {deed.error && <ProblemNotice error={deed.error} />}
    </>
  )
}
