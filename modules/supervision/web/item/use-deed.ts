import { ApiError, api, useSingleMutation } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../contract.ts'
import { keepItem } from '../use-supervision.ts'

interface Deed {
  /** What is done, as the button says it. */
  act: string
  path: 'oversight' | 'work' | 'extensions' | 'extensions/answer'
  body: object
}

/** Does something to an item and keeps its new view. What somebody else did first is shown instead. */
export function useDeed(view: ItemView, onDone: () => void) {
  const { t } = useTranslation('supervision')
  const { message } = App.useApp()
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: ({ path, body }: Deed) => api<ItemView>('POST', `/api/items/${view.id}/${path}`, body),
    onSuccess: async (next, { act }) => {
      onDone()
      await keepItem(client, next)
      void message.success(t('item.done', { act }))
    },
    onError: (error) => {
      if (error instanceof ApiError && error.refusal.status === 409)
        void client.invalidateQueries({ queryKey: ['supervision', 'item', view.id] })
    },
  })
}
