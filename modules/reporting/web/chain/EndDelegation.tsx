import { api, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ChainView } from '../../contract.ts'
import { forgetReporting } from '../use-reporting.ts'

/** Whoever was away is back: her steps are hers again from now on. */
export function EndDelegation({ path, one }: { path: string; one: ChainView['delegations'][number] }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const client = useQueryClient()
  const { message } = App.useApp()
  const end = useMutation({
    mutationFn: () => api('DELETE', `${path}/delegations/${one.id}`),
    onSuccess: async () => {
      await forgetReporting(client)
      void message.success(t('delegation.endedNow'))
    },
  })
  const names = { from: say(one.from), to: say(one.to) }
  return (
    <>
      <Popconfirm
        title={t('delegation.endSure', names)}
        okText={t('delegation.end')}
        cancelText={t('cancel')}
        onConfirm={() => end.mutate()}
      >
        <Button loading={end.isPending} aria-label={t('delegation.endOne', names)}>
          {t('delegation.end')}
        </Button>
      </Popconfirm>
      {end.error && <ProblemNotice error={end.error} />}
    </>
  )
}
