import { type Database, recordAudit, transaction } from '@opensti/db'
import { type Deed, personIdOf } from './deed.ts'
import { giveRole } from './grants.ts'

export interface GrantRoleRequest {
  regionId: string
  personId: string
  role: string
  unitId: string | null
}

/**
 * Gives someone a role; it counts from her next request.
 *
 * @throws 409 `second_administrator_role`, `role_already_held`, `role_to_oneself`; 422 `unknown_role`, `unknown_unit`,
 *   `role_needs_unit`.
 */
export async function grantRole(db: Database, deed: Deed, request: GrantRoleRequest): Promise<{ grantId: string }> {
  return transaction(db, 'accounts.grant-role', async (tx) => {
    const grantId = await giveRole(tx, { ...request, grantedBy: personIdOf(deed.actor) })
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.grant-role',
      region: request.regionId,
      object: { kind: 'person', id: request.personId },
      detail: { grant: grantId, role: request.role, unit: request.unitId },
      requestId: deed.requestId,
    })
    return { grantId }
  })
}
