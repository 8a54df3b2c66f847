import { api, ProblemNotice } from '@opensti/ui/workbench'
import { Button, Form, Input, Modal, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { InvitePersonRequest, MadeInvitation } from '../../contract.ts'
import { LinkToHandOver } from './LinkToHandOver.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { UnitSelect } from './UnitSelect.tsx'
import { useDeed, useRoles } from './use-people.ts'

interface Wanted {
  name: string
  signInName: string
  email?: string
  unitId?: string
  role?: string
}

/** Inviting someone. At the end stands the link to hand over. */
export function InviteDialog({ region, open, onClose }: { region: string; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('accounts')
  const [form] = Form.useForm<Wanted>()
  const invite = useDeed((wanted: Wanted) =>
    api<MadeInvitation>('POST', '/api/accounts/invitations', {
      regionId: region,
      name: wanted.name.trim(),
      signInName: wanted.signInName.trim(),
      email: wanted.email?.trim() || null,
      role: wanted.role ?? null,
      unitId: wanted.unitId ?? null,
    } satisfies InvitePersonRequest),
  )
  const fresh = () => {
    invite.reset()
    form.resetFields()
  }
  const close = () => {
    onClose()
    fresh()
  }
  return (
    <Modal
      open={open}
      onCancel={close}
      title={t(invite.data ? 'invite.done' : 'invite.title')}
      footer={null}
      mask={{ closable: false }}
    >
      {invite.data ? (
        <>
          <LinkToHandOver made={invite.data} name={invite.variables?.name ?? ''} />
          <Space className="dialog-actions">
            <Button onClick={fresh}>{t('invite.another')}</Button>
            <Button type="primary" onClick={close}>
              {t('invite.close')}
            </Button>
          </Space>
        </>
      ) : (
        <Form form={form} layout="vertical" onFinish={(wanted) => invite.mutate(wanted)}>
          <InviteFields region={region} />
          {invite.error && <ProblemNotice error={invite.error} />}
          <Space className="dialog-actions">
            <Button onClick={close}>{t('invite.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={invite.isPending}>
              {t('invite.submit')}
            </Button>
          </Space>
        </Form>
      )}
    </Modal>
  )
}

function InviteFields({ region }: { region: string }) {
  const { t } = useTranslation('accounts')
  const chosen = Form.useWatch<string | undefined>('role')
  const needsUnit = useRoles().some((role) => role.code === chosen && role.scope === 'unit')
  return (
    <>
      <Form.Item
        name="name"
        label={t('invite.name')}
        rules={[{ required: true, whitespace: true, message: t('invite.nameMissing') }]}
      >
        <Input autoFocus maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="signInName"
        label={t('invite.signInName')}
        extra={t('invite.signInNameHint')}
        validateTrigger="onBlur"
        rules={[
          { required: true, pattern: /^\s*[A-Za-z0-9][A-Za-z0-9._@-]+\s*$/, message: t('invite.signInNameWrong') },
        ]}
      >
        <Input maxLength={64} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="role" label={t('invite.role')} extra={t('invite.roleHint')}>
        <RoleSelect placeholder={t('invite.noRole')} />
      </Form.Item>
      <Form.Item
        name="unitId"
        label={t('invite.unit')}
        extra={t('invite.unitHint')}
        dependencies={['role']}
        rules={[{ required: needsUnit, message: t('grant.unitMissing') }]}
      >
        <UnitSelect region={region} placeholder={t('grant.unit')} />
      </Form.Item>
      <Form.Item
        name="email"
        label={t('invite.email')}
        validateTrigger="onBlur"
        rules={[{ type: 'email', message: t('invite.emailWrong') }]}
      >
        <Input type="email" maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  )
}
