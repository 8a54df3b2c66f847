import { useLanguage } from '@opensti/ui/workbench'
import { Select, type SelectProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRoles } from './use-people.ts'

/** Choosing a role, each with what it is for. */
export function RoleSelect(props: SelectProps<string>) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const roles = useRoles()
  const group = (wanted: 'business' | 'administration') => ({
    label: t(`grant.${wanted}`),
    title: wanted,
    options: roles
      .filter((role) => role.group === wanted)
      .map((role) => ({ value: role.code, label: say(role.name), description: say(role.description) })),
  })
  return (
    <Select<string>
      {...props}
      allowClear
      virtual={false}
      listHeight={420}
      options={[group('business'), group('administration')]}
      optionRender={({ label, data }) => (
        <span className="role-option">
          {label}
          <small>{'description' in data ? String(data.description) : null}</small>
        </span>
      )}
    />
  )
}
