import { type Database, isBrokenConstraint, type Reader, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Bilingual, unprocessable, visitor } from '@opensti/kernel'
import { sql } from 'kysely'
import type { OfferedInvitation } from '../contract.ts'
import { checkPassword } from '../domain/password-rules.ts'
import { type SecurityProfile, standardProfile } from '../domain/security-profile.ts'
import { type Entered, enter, isPending, type Origin } from './enter.ts'
import { normalSignInName, readFingerprints } from './fingerprint.ts'
import { giveRole } from './grants.ts'
import { clearAccount } from './guess-brake.ts'
import { taken } from './invite-person.ts'
import { hashPassword } from './password-hash.ts'
import { endSessions } from './store.ts'
import { tellOfChange } from './tell-of-change.ts'
import { hashToken } from './tokens.ts'

export interface AcceptInvitationRequest {
  token: string
  password: string
  origin?: Origin
  requestId?: string
}

/**
 * Opens the account an invitation offers, or sets the new password it allows, and signs the person in; where she has a
 * second factor its code is asked for first. Works once: of two at the same moment one wins.
 *
 * @throws 422 `invitation_not_open` (used, withdrawn, too old or unknown, told apart for nobody), `password_too_weak`;
 *   409 `sign_in_name_taken`.
 */
export async function acceptInvitation(
  db: Database,
  request: AcceptInvitationRequest,
  profile: SecurityProfile = standardProfile,
): Promise<Entered> {
  const tokenHash = hashToken(request.token)
  const offered = await findOpenInvitation(db, tokenHash)
  if (!offered) throw notOpen()
  checkPassword(request.password, { name: offered.name, signInName: offered.sign_in_name }, profile.password)
  const passwordHash = await hashPassword(request.password)

  return transaction(db, 'accounts.accept-invitation', async (tx) => {
    const invitation = await openInvitation(tx).where('token_hash', '=', tokenHash).forUpdate().executeTakeFirst()
    if (!invitation) throw notOpen()
    const personId = invitation.person
      ? await setPassword(tx, invitation.person, passwordHash, notOpen)
      : await join(tx, invitation, passwordHash)
    await tx
      .updateTable('accounts.invitation')
      .set({ used_at: sql<Date>`clock_timestamp()`, person: personId })
      .where('id', '=', invitation.id)
      .execute()
    const entered = await enter(tx, personId, 'link', profile, request.origin)
    await recordAudit(tx, {
      actor: visitor,
      action: 'accounts.accept-invitation',
      region: invitation.region,
      object: { kind: 'person', id: personId },
      detail: {
        invitation: invitation.id,
        purpose: invitation.purpose,
        session: isPending(entered) ? null : entered.sessionId,
      },
      requestId: request.requestId,
    })
    return entered
  })
}

/** What a link offers, before its holder decides. Throws 422 `invitation_not_open`. */
export async function lookAtInvitation(db: Reader, token: string): Promise<OfferedInvitation> {
  const invitation = await findOpenInvitation(db, hashToken(token))
  if (!invitation) throw notOpen()
  return {
    purpose: invitation.purpose,
    name: invitation.name,
    signInName: invitation.sign_in_name,
    expiresAt: invitation.expires_at.toISOString(),
  }
}

/** The invitation behind a token while it can be used, by the database's clock. */
export function findOpenInvitation(db: Reader, tokenHash: Buffer) {
  return openInvitation(db).where('token_hash', '=', tokenHash).executeTakeFirst()
}

/** The same for whoever writes the letter. */
export function findOpenInvitationById(db: Reader, id: string) {
  return openInvitation(db).where('id', '=', id).executeTakeFirst()
}

/** The same to be used up in this transaction. */
export function lockOpenInvitation(tx: Transaction, id: string) {
  return openInvitation(tx).where('id', '=', id).forUpdate().executeTakeFirst()
}

function openInvitation(db: Reader) {
  return db
    .selectFrom('accounts.invitation')
    .selectAll()
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
}

export type OpenInvitation = NonNullable<Awaited<ReturnType<typeof findOpenInvitation>>>

/** Makes the account that an invitation offers, with its role. */
export async function join(tx: Transaction, invitation: OpenInvitation, passwordHash: string): Promise<string> {
  const personId = await insertPerson(tx, invitation, passwordHash)
  if (invitation.role) {
    await giveRole(tx, {
      regionId: invitation.region,
      personId,
      role: invitation.role,
      unitId: invitation.unit,
      grantedBy: invitation.invited_by,
    })
  }
  return personId
}

async function insertPerson(tx: Transaction, invitation: OpenInvitation, passwordHash: string): Promise<string> {
  try {
    const row = await tx
      .insertInto('accounts.person')
      .values({
        region: invitation.region,
        name: invitation.name,
        sign_in_name: normalSignInName(invitation.sign_in_name),
        email: invitation.email,
        unit: invitation.unit,
        password_hash: passwordHash,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  } catch (error) {
    if (isBrokenConstraint(error, 'person_sign_in_name_taken')) throw taken()
    throw error
  }
}

/** Sets the password of whoever holds a link for it; all her sessions end, and the pause at her name. */
export async function setPassword(
  tx: Transaction,
  personId: string,
  passwordHash: string,
  refusal: () => Error,
): Promise<string> {
  const person = await tx
    .updateTable('accounts.person')
    .set({
      password_hash: passwordHash,
      password_changed_at: sql<Date>`clock_timestamp()`,
      must_change_password: false,
    })
    .where('id', '=', personId)
    .where('status', '=', 'active')
    .returning(['id', 'sign_in_name', 'email'])
    .executeTakeFirst()
  if (!person) throw refusal()
  await endSessions(tx, { personId }, 'password-changed')
  await clearAccount(tx, (await readFingerprints(tx)).account(person.sign_in_name))
  await tellOfChange(tx, person, 'password-changed')
  return personId
}

export function notOpen() {
  const text: Bilingual = {
    zh: '这个邀请链接不能用：可能已用过、已过期或已收回。',
    en: 'This invitation cannot be used: it may have been used, be too old, or have been withdrawn.',
  }
  return unprocessable('invitation_not_open', text, {
    remedy: { zh: '请安全管理员重新邀请。', en: 'Ask the security administrator to invite you again.' },
  })
}
