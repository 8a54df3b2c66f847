import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../contract.ts'
import { type Draft, type Edit, keyOf } from './use-draft.ts'

/** Puts figures into many cells as one step, says so, and for a while offers to take that step back. */
export function useFill(view: RequestView, draft: Draft): (figures: ReadonlyMap<string, string>, done: string) => void {
  const { notification } = App.useApp()
  const { t } = useTranslation('reporting')
  return (figures, done) => {
    const before = new Map<string, Edit>(
      view.entries.filter((entry) => figures.has(keyOf(entry))).map((entry) => [keyOf(entry), draft.edit(entry)]),
    )
    draft.put(
      new Map([...figures].map(([key, typed]) => [key, typed === '' ? { typed } : { typed, absentReason: '' }])),
    )
    const key = `fill ${Date.now()}`
    const undo = () => {
      notification.destroy(key)
      draft.put(
        new Map([...before].map(([cell, edit]) => [cell, { typed: edit.typed, absentReason: edit.absentReason }])),
      )
    }
    notification.success({
      key,
      title: done,
      placement: 'bottom',
      duration: 15,
      actions: (
        <Button size="small" onClick={undo}>
          {t('undo')}
        </Button>
      ),
    })
  }
}
