import { UploadOutlined } from '@ant-design/icons'
import { ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { Button, Select, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../contract.ts'
import { useAttach } from './use-files.ts'

/** Attaches a file to the whole return, or to one figure beside which it then stands. */
export function AttachButton({ view }: { view: RequestView }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const [indicatorId, setIndicator] = useState('')
  const attach = useAttach(view)
  const indicators = [...new Map(view.entries.map((entry) => [entry.indicatorId, entry.indicator]))]
  return (
    <div className="rep-attach">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        aria-label={t('files.to')}
        value={indicatorId}
        onChange={setIndicator}
        options={[
          { value: '', label: t('files.whole') },
          ...indicators.map(([value, name]) => ({ value, label: say(name) })),
        ]}
      />
      <Upload
        accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          attach.mutate({ file, indicatorId })
          return false
        }}
      >
        <Button icon={<UploadOutlined />} loading={attach.isPending}>
          {t('files.add')}
        </Button>
      </Upload>
      {attach.error && <ProblemNotice error={attach.error} />}
    </div>
  )
}
