import { adviceOf, useLanguage } from '@opensti/ui/workbench'
import { App, Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** Tells that something was done, and for ten seconds offers to take it back. */
export function useUndo(): (done: string, undo?: () => Promise<unknown>) => void {
  const { notification } = App.useApp()
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  const told = useRef(0)
  return (done, undo) => {
    told.current += 1
    const key = `done ${told.current}`
    const takeBack = async () => {
      notification.destroy(key)
      try {
        await undo?.()
        notification.info({ title: t('person.undone'), placement: 'bottom', duration: 4 })
      } catch (error) {
        const { title, lines } = adviceOf(error, language)
        notification.error({ title, description: lines.join(' '), placement: 'bottom', duration: 0 })
      }
    }
    notification.success({
      key,
      title: done,
      placement: 'bottom',
      duration: undo ? 10 : 5,
      actions: undo && (
        <Button size="small" onClick={() => void takeBack()}>
          {t('undo')}
        </Button>
      ),
    })
  }
}
