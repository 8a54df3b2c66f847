import { formatAmount } from '@opensti/ui'
import { DeedDialog, useLanguage } from '@opensti/ui/workbench'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecompositionList, DecompositionView } from '../../contract-decomposition.ts'
import { useDeed, useDone } from '../use-assessment.ts'

interface Props {
  region: string
  targets: DecompositionList['targets']
  onClose: () => void
}

/** Chooses the target of a plan that is to be shared out. */
export function StartDialog({ region, targets, onClose }: Props) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const navigate = useNavigate()
  const done = useDone()
  const [target, setTarget] = useState<string | null>(null)
  const id = useId()
  const deed = useDeed<DecompositionView>(({ id: made }) =>
    navigate({ to: '/decomposition/$decomposition', params: { decomposition: made } }),
  )
  return (
    <DeedDialog
      title={t('shares.start')}
      lead={t('shares.startLead')}
      text="none"
      ready={target !== null}
      busy={deed.isPending}
      error={deed.error}
      onOk={() =>
        deed.mutate({
          method: 'POST',
          path: `/api/regions/${region}/decompositions`,
          body: { targetId: target },
          said: done(t('shares.start')),
        })
      }
      onClose={onClose}
    >
      <div className="field">
        <label htmlFor={id}>{t('shares.target')}</label>
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={target}
          onChange={setTarget}
          options={targets.map((one) => ({
            value: one.id,
            label: `${say(one.indicatorName)} ${one.year} · ${formatAmount(Number(one.value), one.unit, language)}`,
          }))}
        />
      </div>
    </DeedDialog>
  )
}
