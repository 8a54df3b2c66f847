import { isBrokenConstraint, type Transaction } from '@opensti/db'
import { unprocessable } from '@opensti/kernel'
import { checkNewRole, type Role, roleAlreadyHeld, roleToOneself, secondAdministratorRole } from '../domain/roles.ts'
import { findRole, insertGrant, type NewGrant, rolesHeld } from './store.ts'

/** Gives a role after all checks; the database repeats those that matter. Returns the id of the grant. */
export async function giveRole(tx: Transaction, grant: Omit<NewGrant, 'role'> & { role: string }): Promise<string> {
  const role = await getRole(tx, grant.role)
  if (grant.grantedBy !== null && grant.grantedBy === grant.personId) throw roleToOneself()
  checkNewRole(await rolesHeld(tx, grant.personId), role, grant.unitId)
  try {
    return await insertGrant(tx, { ...grant, role })
  } catch (error) {
    if (isBrokenConstraint(error, 'role_grant_one_administrator_role')) throw secondAdministratorRole()
    if (isBrokenConstraint(error, 'role_grant_held_once')) throw roleAlreadyHeld()
    if (isBrokenConstraint(error, 'role_grant_unit_in_region')) throw unknownUnit()
    throw error
  }
}

export async function getRole(tx: Transaction, code: string): Promise<Role> {
  const role = await findRole(tx, code)
  if (role) return role
  throw unprocessable(
    'unknown_role',
    { zh: '没有这个角色。', en: 'There is no such role.' },
    {
      details: [{ message: { zh: '未知角色', en: 'Unknown role' }, place: { field: 'role' } }],
      remedy: { zh: '请从角色列表中选择。', en: 'Choose one from the list of roles.' },
    },
  )
}

export function unknownUnit() {
  return unprocessable(
    'unknown_unit',
    { zh: '本地区没有这个单位。', en: 'The region has no such unit.' },
    {
      details: [{ message: { zh: '未知单位', en: 'Unknown unit' }, place: { field: 'unitId' } }],
      remedy: { zh: '请从本地区的单位列表中选择。', en: 'Choose one from the list of the region’s units.' },
    },
  )
}
