import { DeedDialog } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppealView } from '../../contract.ts'
import { useDeed, useDone } from '../use-assessment.ts'

/** Takes the unit’s own appeal back, after asking once more. */
export function WithdrawAppeal({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('assessment')
  const done = useDone()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(() => setAsking(false))
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('sheet.withdraw')}</Button>
      {asking && (
        <DeedDialog
          title={t('sheet.withdraw')}
          lead={t('sheet.withdrawLead')}
          text="none"
          busy={deed.isPending}
          error={deed.error}
          onOk={() =>
            deed.mutate({
              method: 'POST',
              path: `/api/appeals/${appeal.id}/withdrawal`,
              said: done(t('sheet.withdraw')),
            })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
