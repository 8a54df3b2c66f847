import { ApiError, api, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { Alert, Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GrantRoleRequest, PersonView } from '../../contract.ts'
import { useUndo } from '../use-undo.tsx'
import { RoleSelect } from './RoleSelect.tsx'
import { UnitSelect } from './UnitSelect.tsx'
import { useDeed, useRoles } from './use-people.ts'

interface Wanted {
  role: string
  unitId?: string
}

/** Giving someone a role, with its unit where the role is held for one. */
export function GrantForm({ region, person }: { region: string; person: PersonView }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const roles = useRoles()
  const told = useUndo()
  const [form] = Form.useForm<Wanted>()
  const wantedRole = Form.useWatch('role', form)
  const chosen = roles.find((role) => role.code === wantedRole)
  const revoke = useDeed((grantId: string) => api('DELETE', `/api/accounts/grants/${grantId}`))
  const grant = useDeed(({ role, unitId = undefined }: Wanted) =>
    api<{ grantId: string }>('POST', '/api/accounts/grants', {
      regionId: region,
      personId: person.id,
      role,
      unitId: unitId ?? null,
    } satisfies GrantRoleRequest),
  )
  const submit = (wanted: Wanted) => {
    grant.mutate(wanted, {
      onSuccess: ({ grantId }) => {
        form.resetFields()
        const role = roles.find(({ code }) => code === wanted.role)
        told(t('grant.granted', { role: role ? say(role.name) : wanted.role }), () => revoke.mutateAsync(grantId))
      },
    })
  }
  const held = person.grants.find((one) =>
    roles.some(({ code, group }) => code === one.role && group === 'administration'),
  )
  const clash = chosen?.group === 'administration' && held !== undefined && held.role !== chosen.code
  const refused = grant.error instanceof ApiError && grant.error.refusal.code === 'second_administrator_role'
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="grant-form"
      initialValues={{ unitId: person.unit?.id }}
      onFinish={submit}
      onValuesChange={() => grant.reset()}
    >
      <Form.Item name="role" label={t('grant.title')} rules={[{ required: true, message: t('grant.roleMissing') }]}>
        <RoleSelect placeholder={t('grant.role')} />
      </Form.Item>
      {chosen && chosen.group === 'business' && (
        <Form.Item
          name="unitId"
          label={t('people.unit')}
          rules={[{ required: chosen.scope === 'unit', message: t('grant.unitMissing') }]}
        >
          <UnitSelect region={region} placeholder={t('grant.unit')} />
        </Form.Item>
      )}
      {clash && !refused && <Alert type="warning" showIcon title={t('grant.holdsOne', { role: say(held.roleName) })} />}
      {grant.error && <ProblemNotice error={grant.error} />}
      {(clash || refused) && (
        <details className="grant-rule" open={refused}>
          <summary>{t('grant.rule')}</summary>
          <p>{t('grant.ruleLead')}</p>
        </details>
      )}
      <Button type="primary" htmlType="submit" loading={grant.isPending}>
        {t('grant.submit')}
      </Button>
    </Form>
  )
}
