import type { Route } from '@opensti/http'
import type { Policy, PolicyRow, Relation } from '@opensti/kernel'
import { table, written } from './markdown.ts'

export interface RoleFact {
  code: string
  role_group: string
  scope: string
  name_zh: string
  name_en: string
  description_zh: string
  description_en: string
}

const relations: Record<Relation, string> = {
  everywhere: '不限 anywhere',
  'own-region': '本地区 own region',
  'own-unit': '本单位 own unit',
  self: '本人 oneself',
}

/** The policy table as a page: who may do what to which object, in both languages. */
export function renderPermissions(policy: Policy, roles: readonly RoleFact[], routes: readonly Route[]): string {
  const nameOf = new Map(roles.map((role) => [role.code, `${role.name_zh} ${role.name_en}`]))
  const used = Map.groupBy(routes, (route) => route.action)
  const who = ({ who }: PolicyRow) => {
    if (who === 'anyone') return '任何人 anyone'
    if (who === 'signed-in') return '已登录的人 anyone signed in'
    return who.map((code) => nameOf.get(code) ?? code).join('、')
  }
  const modules = [...Map.groupBy(policy.rows, (row) => row.action.split('.')[0]!)]
  return `${written('the policy table of every module')}

# 权限 Permissions

What no line allows is refused. Someone without the role gets 403; someone with the role but without the tie to the object gets 404,
so that nobody learns what exists elsewhere. Visitors who would need a session get 401.

## 角色 Roles

${table(
  ['角色 Role', 'Code', '授予范围 Held for', '做什么 What for'],
  roles.map((role) => [
    `${role.name_zh} ${role.name_en}`,
    `\`${role.code}\``,
    role.scope === 'unit' ? '某一单位 one unit' : '地区 the region',
    `${role.description_zh} · ${role.description_en}`,
  ]),
)}

${modules
  .map(
    ([module, rows]) => `## ${module}

${table(
  ['动作 Action', '谁 Who', '与对象的关系 Tie', '状态 State', '接口 Routes'],
  rows.map((row) => [
    `\`${row.action}\``,
    who(row),
    relations[row.relation],
    row.states?.join('、') ?? '',
    String(used.get(row.action)?.length ?? 0),
  ]),
)}`,
  )
  .join('\n\n')}
`
}
