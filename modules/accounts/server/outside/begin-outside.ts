import { type Database, recordAudit, transaction } from '@opensti/db'
import { AppError, visitor } from '@opensti/kernel'
import { outsideByAddress } from '../../domain/lockout.ts'
import { findOpenInvitation, notOpen } from '../accept-invitation.ts'
import type { Deed } from '../deed.ts'
import { readFingerprints } from '../fingerprint.ts'
import { countTries, forgiveTry } from '../guess-brake.ts'
import { proveOneself } from '../prove-oneself.ts'
import { hashToken } from '../tokens.ts'
import { notSetUp } from './outside-refusals.ts'
import { type Aim, insertTry } from './outside-try.ts'
import type { OutsideProvider } from './provider.ts'

interface Means {
  outside?: OutsideProvider | undefined
  linkSecret: Buffer
}

export interface BegunOutside {
  /** Where the browser goes. */
  url: string
  /** By which it shows on coming back that it is the one that went. */
  browser: string
}

/**
 * Someone goes to the identity provider to sign in, or with an invitation in hand to take it up.
 *
 * @throws 409 `outside_not_set_up`; 422 `invitation_not_open`; 429 `outside_paused`; 503 `outside_unreachable`.
 */
export async function beginOutside(
  db: Database,
  request: { invitation?: string | undefined; address: string; requestId?: string },
  means: Means,
): Promise<BegunOutside> {
  const { outside, linkSecret } = means
  if (!outside) throw notSetUp()
  const { errand, browser } = await transaction(db, 'accounts.begin-outside', async (tx) => {
    const key = (await readFingerprints(tx)).address(request.address)
    await countTries(tx, [{ kind: 'outside-address', key, rule: outsideByAddress }], paused)
    let aim: Aim = { purpose: 'sign-in' }
    if (request.invitation) {
      const invitation = await findOpenInvitation(tx, hashToken(request.invitation))
      if (invitation?.purpose !== 'join') throw notOpen()
      aim = { purpose: 'join', invitationId: invitation.id }
    }
    await recordAudit(tx, {
      actor: visitor,
      action: 'accounts.begin-outside',
      detail: { purpose: aim.purpose },
      requestId: request.requestId,
    })
    return insertTry(tx, aim, linkSecret)
  })
  return { url: await outside.begin(errand), browser }
}

/**
 * Someone who is signed in goes there to link her identity, after she has shown her password: on a borrowed screen nobody
 * shall leave a way in for himself.
 *
 * @throws 409 `outside_not_set_up`; 422 `current_password_wrong`; 429 `sign_in_paused`; 503 `outside_unreachable`.
 */
export async function beginLinking(
  db: Database,
  deed: Deed,
  shown: { currentPassword: string; address: string },
  means: Means,
): Promise<BegunOutside> {
  const { outside, linkSecret } = means
  if (!outside) throw notSetUp()
  const { actor, person, keys } = await proveOneself(db, deed, shown, 'accounts.refuse-security-change')
  const { errand, browser } = await transaction(db, 'accounts.begin-linking', async (tx) => {
    await forgiveTry(tx, keys)
    await recordAudit(tx, {
      actor,
      action: 'accounts.begin-linking',
      region: person.region,
      object: { kind: 'person', id: person.id },
      requestId: deed.requestId,
    })
    return insertTry(tx, { purpose: 'link', personId: person.id }, linkSecret)
  })
  return { url: await outside.begin(errand), browser }
}

function paused(until: Date, now: Date): AppError {
  return new AppError(
    'too-many',
    'outside_paused',
    { zh: '这个网络短时间内的登录太多。', en: 'There were too many sign-ins from this network.' },
    {
      retryAfterSeconds: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000)),
      remedy: { zh: '请稍后再试，或用登录名和密码登录。', en: 'Try again later, or use sign-in name and password.' },
    },
  )
}
