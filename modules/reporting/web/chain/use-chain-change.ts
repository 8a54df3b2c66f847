import { api } from '@opensti/ui/workbench'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { forgetReporting } from '../use-reporting.ts'

/** One change of a unit's chain, told when it is done. */
export function useChainChange<Wanted>(method: 'PUT' | 'POST', path: string, done: string, after?: () => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (wanted: Wanted) => api(method, path, wanted),
    onSuccess: async () => {
      after?.()
      await forgetReporting(client)
      void message.success(done)
    },
  })
}
