import { randomBytes } from 'node:crypto'
import { type Database, isBrokenConstraint, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, visitor } from '@opensti/kernel'
import { sql } from 'kysely'
import { type SecurityProfile, standardProfile } from '../../domain/security-profile.ts'
import { join, lockOpenInvitation, notOpen } from '../accept-invitation.ts'
import { type Entered, enter, isPending, type Origin, openSession } from '../enter.ts'
import { hashPassword } from '../password-hash.ts'
import { endSessions, findPerson } from '../store.ts'
import { tellOfChange } from '../tell-of-change.ts'
import { hashToken } from '../tokens.ts'
import { errandOver, linkedElsewhere, notLinked, notSetUp } from './outside-refusals.ts'
import { type Aim, findLinked, takeTry } from './outside-try.ts'
import type { BroughtBack, OutsidePerson, OutsideProvider } from './provider.ts'

export interface FinishOutsideRequest {
  brought: BroughtBack
  browser: string
  /** Who is signed in, if anyone. */
  actor: Actor
  origin: Origin
  formerToken?: string | undefined
  requestId?: string
}

/** What became of it: someone came in, or a link was made and she stays in the session she has. */
export type FinishedOutside = { purpose: 'sign-in' | 'join'; entered: Entered } | { purpose: 'link'; entered: null }

/**
 * Somebody is back from the identity provider. The errand is used up before anything else, so that neither it nor an
 * answer is good twice. An identity opens the account to which its owner linked it, and never one whose e-mail address
 * is the same.
 *
 * @throws 401 `outside_over`, `outside_refused`; 422 `outside_cancelled`, `identity_not_linked`, `invitation_not_open`;
 *   409 `identity_linked_elsewhere`; 503 `outside_unreachable`.
 */
export async function finishOutside(
  db: Database,
  request: FinishOutsideRequest,
  means: { outside?: OutsideProvider | undefined; linkSecret: Buffer },
  profile: SecurityProfile = standardProfile,
): Promise<FinishedOutside> {
  const { outside, linkSecret } = means
  if (!outside) throw notSetUp()
  const { brought, browser, actor } = request
  const taken = await transaction(db, 'accounts.take-errand', (tx) => takeTry(tx, brought.state, browser, linkSecret))
  if (!taken) throw errandOver()
  const { aim, errand } = taken
  // A link is for the session that asked for it.
  if (aim.purpose === 'link' && (actor.kind !== 'person' || actor.personId !== aim.personId)) throw errandOver()
  const identity = await outside.finish(brought, errand)
  if (aim.purpose === 'sign-in') return { purpose: 'sign-in', entered: await comeIn(db, request, identity, profile) }
  if (aim.purpose === 'link') {
    await link(db, request, identity, aim.personId)
    return { purpose: 'link', entered: null }
  }
  return { purpose: 'join', entered: await takeUp(db, request, identity, aim, profile) }
}

function comeIn(db: Database, request: FinishOutsideRequest, identity: OutsidePerson, profile: SecurityProfile) {
  return transaction(db, 'accounts.sign-in-outside', async (tx) => {
    const person = await findLinked(tx, identity)
    if (!person) throw notLinked()
    const entered = await enter(tx, person.id, 'outside', profile, request.origin)
    const { requestId } = request
    if (isPending(entered)) {
      const object = { kind: 'person', id: person.id }
      await recordAudit(tx, { actor: visitor, action: 'accounts.await-code', region: person.region, object, requestId })
      return entered
    }
    if (request.formerToken) await endSessions(tx, { tokenHash: hashToken(request.formerToken) }, 'signed-in-again')
    const { sessionId } = entered
    await recordAudit(tx, {
      actor: { kind: 'person', personId: person.id, sessionId, name: person.name, grants: [] },
      action: 'accounts.sign-in',
      region: person.region,
      object: { kind: 'session', id: sessionId },
      detail: { way: 'outside' },
      requestId,
    })
    return entered
  })
}

function link(db: Database, request: FinishOutsideRequest, identity: OutsidePerson, personId: string) {
  return transaction(db, 'accounts.link-identity', async (tx) => {
    const person = await findPerson(tx, personId)
    if (person?.status !== 'active') throw errandOver()
    await insertIdentity(tx, personId, identity)
    await tellOfChange(tx, person, 'identity-linked')
    await recordAudit(tx, {
      actor: request.actor,
      action: 'accounts.link-identity',
      region: person.region,
      object: { kind: 'person', id: personId },
      requestId: request.requestId,
    })
  })
}

/** The account of an invitation, opened by an identity in place of a password; one can be set later by a letter. */
async function takeUp(
  db: Database,
  request: FinishOutsideRequest,
  identity: OutsidePerson,
  aim: Extract<Aim, { purpose: 'join' }>,
  profile: SecurityProfile,
) {
  const nobodyKnows = await hashPassword(randomBytes(32).toString('base64url'))
  return transaction(db, 'accounts.accept-invitation', async (tx) => {
    const invitation = await lockOpenInvitation(tx, aim.invitationId)
    if (invitation?.purpose !== 'join') throw notOpen()
    const personId = await join(tx, invitation, nobodyKnows)
    await insertIdentity(tx, personId, identity)
    await tx
      .updateTable('accounts.invitation')
      .set({ used_at: sql<Date>`clock_timestamp()`, person: personId })
      .where('id', '=', invitation.id)
      .execute()
    const { origin } = request
    const session = await openSession(tx, personId, profile, { way: 'outside', secondStep: null, origin })
    await recordAudit(tx, {
      actor: visitor,
      action: 'accounts.accept-invitation',
      region: invitation.region,
      object: { kind: 'person', id: personId },
      detail: { invitation: invitation.id, purpose: 'join', way: 'outside', session: session.sessionId },
      requestId: request.requestId,
    })
    return session
  })
}

async function insertIdentity(tx: Transaction, personId: string, { issuer, subject }: OutsidePerson): Promise<void> {
  try {
    await tx.insertInto('accounts.outside_identity').values({ person: personId, issuer, subject }).execute()
  } catch (error) {
    if (isBrokenConstraint(error, 'outside_identity_of_one_person')) throw linkedElsewhere()
    if (isBrokenConstraint(error, 'outside_identity_one_of_an_issuer')) throw linkedElsewhere()
    throw error
  }
}
