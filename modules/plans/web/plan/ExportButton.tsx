import { DownloadOutlined } from '@ant-design/icons'
import { saveFile } from '@opensti/ui/workbench'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanView } from '../../contract.ts'
import type { IndicatorGroup } from '../../portal/parts/indicator-groups.ts'
import { useVoice } from '../use-voice.ts'

/** The table as it stands on the screen, as an Excel file. What makes it is only fetched when it is asked for. */
export function ExportButton({ view, groups }: { view: PlanView; groups: readonly IndicatorGroup[] }) {
  const { t } = useTranslation('plans')
  const { message } = App.useApp()
  const voice = useVoice()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      const { planWorkbook } = await import('./plan-workbook.ts')
      const bytes = await planWorkbook(view, groups, voice, t('plan.responsible'))
      saveFile(`${voice.say(view.plan.name)}.xlsx`, bytes)
    } catch {
      void message.error(t('plan.exportFailed'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button icon={<DownloadOutlined />} loading={busy} onClick={() => void save()}>
      {t('plan.export')}
    </Button>
  )
}
