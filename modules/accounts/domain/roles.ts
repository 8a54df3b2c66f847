import { conflict, unprocessable } from '@opensti/kernel'

/** A kind of role as the database describes it. */
export interface Role {
  code: string
  group: 'business' | 'administration'
  scope: 'region' | 'unit'
}

/**
 * Whether a person who holds `held` may be given `wanted`. System, security and audit administration watch over
 * each other, so nobody may have two of them; the database refuses the same.
 */
export function checkNewRole(held: readonly Role[], wanted: Role, unitId: string | null): void {
  if (wanted.scope === 'unit' && unitId === null) {
    throw unprocessable(
      'role_needs_unit',
      { zh: '这个角色属于某一单位，没有写明单位。', en: 'This role is held for one unit, and no unit is given.' },
      {
        remedy: { zh: '请选择单位。', en: 'Choose the unit.' },
        details: [{ message: unitMissing, place: { field: 'unitId' } }],
      },
    )
  }
  const other = held.find((role) => role.group === 'administration' && role.code !== wanted.code)
  if (wanted.group === 'administration' && other) throw secondAdministratorRole()
}

const unitMissing = { zh: '缺少单位', en: 'The unit is missing' }

export function secondAdministratorRole() {
  return conflict(
    'second_administrator_role',
    {
      zh: '系统管理员、安全管理员、审计管理员不能由一人兼任。',
      en: 'System, security and audit administration may not be in one hand.',
    },
    {
      remedy: {
        zh: '请把这个角色授予另一个人，或先收回此人已有的管理员角色。',
        en: 'Give the role to someone else, or first revoke the administrator role this person has.',
      },
    },
  )
}

export function roleAlreadyHeld() {
  return conflict('role_already_held', {
    zh: '此人已经有这个角色。',
    en: 'This person has that role already.',
  })
}

export function roleToOneself() {
  return conflict(
    'role_to_oneself',
    { zh: '不能给自己授予角色。', en: 'Nobody may give a role to herself.' },
    { remedy: { zh: '请由另一位安全管理员办理。', en: 'Ask another security administrator to do it.' } },
  )
}
