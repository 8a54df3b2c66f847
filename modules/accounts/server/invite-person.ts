import { type Database, enqueue, isBrokenConstraint, recordAudit, type Transaction, transaction } from '@opensti/db'
import { conflict, newId } from '@opensti/kernel'
import { sql } from 'kysely'
import { checkNewRole } from '../domain/roles.ts'
import { type Deed, personIdOf } from './deed.ts'
import { normalSignInName } from './fingerprint.ts'
import { getRole, unknownUnit } from './grants.ts'
import { findPersonBySignInName } from './store.ts'
import { invitationToken } from './tokens.ts'

export interface InvitePersonRequest {
  regionId: string
  name: string
  signInName: string
  email: string | null
  role: string | null
  unitId: string | null
}

/** An invitation just made. The token is known to whoever gets the link and to nobody else. */
export interface MadeInvitation {
  invitationId: string
  token: string
  expiresAt: Date
}

export const invitationDays = 7

/**
 * Invites someone to open an account, with the role she will have. An open invitation for the same sign-in name in the
 * region is replaced. The e-mail, if there is an address, leaves with the commit.
 *
 * @param secret makes the token of the link (tokens.ts).
 * @throws 409 `sign_in_name_taken`; 422 `unknown_role`, `unknown_unit`, `role_needs_unit`.
 */
export async function invitePerson(
  db: Database,
  deed: Deed,
  request: InvitePersonRequest,
  secret: Buffer,
): Promise<MadeInvitation> {
  const signInName = normalSignInName(request.signInName)
  return againIfOvertaken(taken, () =>
    transaction(db, 'accounts.invite-person', async (tx) => {
      if (await findPersonBySignInName(tx, signInName)) throw taken()
      if (request.role) checkNewRole([], await getRole(tx, request.role), request.unitId)
      return makeInvitation(tx, deed, { ...request, signInName, purpose: 'join', personId: null }, secret)
    }),
  )
}

/** Another invitation for the same name was made at the same moment and was not seen. */
class Overtaken extends Error {}

/**
 * Makes the invitation once more when another one came in between: seen now, it is replaced, as if this one had come
 * later. What still stands in the way then is told by `refusal`.
 */
export async function againIfOvertaken<Made>(refusal: () => Error, make: () => Promise<Made>): Promise<Made> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return await make()
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
    }
  }
  throw refusal()
}

/** Writes the invitation, its audit row and its message. Also for a new password (renew-password.ts). */
export async function makeInvitation(
  tx: Transaction,
  deed: Deed,
  wanted: InvitePersonRequest & { purpose: 'join' | 'new-password'; personId: string | null },
  secret: Buffer,
): Promise<MadeInvitation> {
  const id = newId()
  const { token, hash } = invitationToken(secret, id)
  await tx
    .updateTable('accounts.invitation')
    .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('sign_in_name', '=', wanted.signInName)
    .where('region', '=', wanted.regionId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  const row = await insertInvitation(tx, {
    id,
    region: wanted.regionId,
    token_hash: hash,
    purpose: wanted.purpose,
    name: wanted.name,
    sign_in_name: wanted.signInName,
    email: wanted.email,
    role: wanted.role,
    unit: wanted.unitId,
    person: wanted.personId,
    invited_by: personIdOf(deed.actor),
  })
  await recordAudit(tx, {
    actor: deed.actor,
    action: wanted.purpose === 'join' ? 'accounts.invite-person' : 'accounts.renew-password',
    region: wanted.regionId,
    object: { kind: 'invitation', id: row.id },
    detail: { role: wanted.role, unit: wanted.unitId, person: wanted.personId },
    requestId: deed.requestId,
  })
  if (wanted.email) {
    await enqueue(tx, {
      topic: 'mail.invitation',
      payload: { invitationId: row.id },
      dedupeKey: row.id,
    })
  }
  return { invitationId: row.id, token, expiresAt: row.expires_at }
}

async function insertInvitation(tx: Transaction, values: InvitationValues) {
  try {
    return await tx
      .insertInto('accounts.invitation')
      .values({ ...values, expires_at: sql<Date>`clock_timestamp() + make_interval(days => ${invitationDays}::int)` })
      .returning(['id', 'expires_at'])
      .executeTakeFirstOrThrow()
  } catch (error) {
    if (isBrokenConstraint(error, 'invitation_open_once')) throw new Overtaken()
    if (isBrokenConstraint(error, 'invitation_unit_in_region')) throw unknownUnit()
    throw error
  }
}

interface InvitationValues {
  id: string
  region: string
  token_hash: Buffer
  purpose: 'join' | 'new-password'
  name: string
  sign_in_name: string
  email: string | null
  role: string | null
  unit: string | null
  person: string | null
  invited_by: string | null
}

export function taken() {
  return conflict(
    'sign_in_name_taken',
    { zh: '这个登录名已被使用。', en: 'This sign-in name is in use already.' },
    { remedy: { zh: '请换一个登录名。', en: 'Choose another sign-in name.' } },
  )
}
