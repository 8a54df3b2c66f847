import type { Transaction } from '@opensti/db'
import { type Device, deviceText } from '../domain/device.ts'
import type { SecurityProfile } from '../domain/security-profile.ts'
import { readFingerprints } from './fingerprint.ts'
import { openPending, type PendingSignIn, type Way } from './second-factor/pending-sign-in.ts'
import { hasFactor, type SecondStep } from './second-factor/take-code.ts'
import { insertSession, type OpenedSession } from './store.ts'

/** From where someone asks to come in. */
export interface Origin {
  /** Kept as a fingerprint only. */
  address: string
  device: Device | null
}

/** What somebody gets who has shown a password, an identity from outside, or a link of ours. */
export type Entered = OpenedSession | PendingSignIn

/** A session, or where a second factor is on, a sign-in that waits for its code. */
export async function enter(
  tx: Transaction,
  personId: string,
  way: Way,
  profile: SecurityProfile,
  origin: Origin | undefined,
): Promise<Entered> {
  if (await hasFactor(tx, personId)) return openPending(tx, personId, way)
  return openSession(tx, personId, profile, { way, secondStep: null, origin })
}

export async function openSession(
  tx: Transaction,
  personId: string,
  profile: SecurityProfile,
  shown: { way: Way; secondStep: SecondStep | null; origin: Origin | undefined },
): Promise<OpenedSession> {
  const { way, secondStep, origin } = shown
  return insertSession(tx, personId, profile.session, {
    way,
    second_step: secondStep,
    device: origin?.device ? deviceText(origin.device) : null,
    network: origin ? (await readFingerprints(tx)).address(origin.address) : null,
  })
}

export function isPending(entered: Entered): entered is PendingSignIn {
  return 'pendingId' in entered
}
