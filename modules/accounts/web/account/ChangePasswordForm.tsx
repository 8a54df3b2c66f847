import { api, ProblemNotice, useSingleMutation } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ChangePasswordRequest, CurrentSession, Profile } from '../../contract.ts'
import { NewPasswordItem } from '../door/NewPasswordItem.tsx'
import { sessionKey } from '../use-session.ts'

/** Changing one's own password; other sessions end by it. */
export function ChangePasswordForm({ person }: { person: Profile }) {
  const { t } = useTranslation('accounts')
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<ChangePasswordRequest>()
  const change = useSingleMutation({
    mutationFn: (request: ChangePasswordRequest) => api<CurrentSession>('POST', '/api/accounts/own/password', request),
    onSuccess: async (session) => {
      client.setQueryData(sessionKey, session)
      form.resetFields()
      void message.success(t('account.changed'))
      await client.invalidateQueries({ queryKey: ['own-sessions'] })
    },
  })
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(request) => change.mutate(request)}>
      <input type="text" autoComplete="username" value={person.signInName} readOnly hidden />
      <Form.Item
        name="currentPassword"
        label={t('account.current')}
        rules={[{ required: true, message: t('account.currentMissing') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={1000} />
      </Form.Item>
      <NewPasswordItem owner={{ name: person.name.zh, signInName: person.signInName }} />
      {change.error && <ProblemNotice error={change.error} />}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('account.submit')}
      </Button>
    </Form>
  )
}
