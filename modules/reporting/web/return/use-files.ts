import { api } from '@opensti/ui/workbench'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../contract.ts'
import { returnQuery } from '../use-reporting.ts'

/** Attaching a file to a return, or to one of its figures. */
export function useAttach(view: RequestView) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, indicatorId }: { file: File; indicatorId: string }) => {
      const form = new FormData()
      form.append('file', file)
      const about = indicatorId === '' ? '' : `?indicatorId=${encodeURIComponent(indicatorId)}`
      return api('POST', `/api/returns/${view.id}/attachments${about}`, form)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: returnQuery(view.id).queryKey }),
  })
}

interface Attached {
  id: string
  fileName: string
}

/** Taking a file away and putting it back; `busy` is the id of the one that is on its way. */
export function useFiles(view: RequestView) {
  const { t } = useTranslation('reporting')
  const client = useQueryClient()
  const { message } = App.useApp()
  const change = useMutation({
    mutationFn: ({ id, method }: { id: string; method: 'DELETE' | 'PUT' }) =>
      api<RequestView>(method, `/api/returns/${view.id}/attachments/${id}`),
    onSuccess: (now) => client.setQueryData(returnQuery(view.id).queryKey, now),
  })
  const told = (words: string) => ({ onSuccess: () => void message.success(words) })
  return {
    remove: ({ id, fileName: name }: Attached) =>
      change.mutate({ id, method: 'DELETE' }, told(t('files.gone', { name }))),
    restore: ({ id, fileName: name }: Attached) =>
      change.mutate({ id, method: 'PUT' }, told(t('files.back', { name }))),
    busy: change.isPending ? change.variables.id : null,
    error: change.error,
  }
}
