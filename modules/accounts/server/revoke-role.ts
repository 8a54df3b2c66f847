import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import { conflict } from '@opensti/kernel'
import { sql } from 'kysely'
import { type Deed, personIdOf } from './deed.ts'
import { countOtherSecurityAdministrators } from './store.ts'

/**
 * Takes a role away; the person's next request goes without it.
 *
 * @throws 409 `role_not_held`; 409 `last_security_administrator`.
 */
export async function revokeRole(db: Database, deed: Deed, grantId: string): Promise<void> {
  await transaction(db, 'accounts.revoke-role', async (tx) => {
    const grant = await tx
      .updateTable('accounts.role_grant')
      .set({ revoked_at: sql<Date>`clock_timestamp()`, revoked_by: personIdOf(deed.actor) })
      .where('id', '=', grantId)
      .where('revoked_at', 'is', null)
      .returning(['region', 'person', 'role', 'unit'])
      .executeTakeFirst()
    if (!grant) throw notHeld()
    if (grant.role === 'security-administrator') await keepOneSecurityAdministrator(tx, grant.region, grant.person)
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.revoke-role',
      region: grant.region,
      object: { kind: 'person', id: grant.person },
      detail: { grant: grantId, role: grant.role, unit: grant.unit },
      requestId: deed.requestId,
    })
  })
}

/** A region without a security administrator could never let anyone in again. */
export async function keepOneSecurityAdministrator(tx: Transaction, regionId: string, leaving: string): Promise<void> {
  if ((await countOtherSecurityAdministrators(tx, regionId, leaving)) > 0) return
  throw conflict(
    'last_security_administrator',
    { zh: '这是本地区最后一位安全管理员。', en: 'This is the last security administrator of the region.' },
    { remedy: { zh: '请先把这个角色授予另一个人。', en: 'Give the role to someone else first.' } },
  )
}

function notHeld() {
  return conflict('role_not_held', { zh: '这个角色已经收回。', en: 'This role has been revoked already.' })
}
