import { localDay } from '@opensti/ui'
import { Field } from '@opensti/ui/workbench'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** Until when a return is to be completed; left empty it is a few working days. */
export function CompleteBy({ day, onChange }: { day: string; onChange: (day: string) => void }) {
  const { t } = useTranslation('reporting')
  return (
    <Field label={t('completeBy')}>
      {(id) => (
        <Input
          id={id}
          type="date"
          min={localDay(new Date())}
          value={day}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
