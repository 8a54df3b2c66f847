import { CalculatorOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetView } from '../../contract.ts'
import { workOut } from '../../domain/work-out.ts'
import { inputsOf } from './inputs-of.ts'

/** Works the score out again in the browser, by the published formula and figures, and says whether it is the same. */
export function Recompute({ view }: { view: SheetView }) {
  const { t } = useTranslation('assessment')
  const [total, setTotal] = useState<string | null>(null)
  const shown = view.sheet?.total
  if (shown === undefined) return null
  return (
    <div className="together asm-recompute">
      <Button icon={<CalculatorOutlined />} onClick={() => setTotal(workOut(view.formula, inputsOf(view)).total)}>
        {t('sheet.recompute')}
      </Button>
      <span role="status">
        {total === null ? (
          <span className="muted">{t('sheet.recomputeLead')}</span>
        ) : total === shown ? (
          <span className="status-reached">✓ {t('sheet.same', { total })}</span>
        ) : (
          <span className="status-far-behind">✕ {t('sheet.different', { total, shown })}</span>
        )}
      </span>
    </div>
  )
}
