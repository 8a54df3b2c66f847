import { createHmac } from 'node:crypto'
import type { Reader } from '@opensti/db'
import { addressGroup } from '../domain/address-group.ts'

/** Turns names and addresses into keys that count tries and stand in logs without saying whose they are. */
export interface Fingerprints {
  account(signInName: string): Buffer
  address(address: string): Buffer
}

export async function readFingerprints(db: Reader): Promise<Fingerprints> {
  const { key } = await db.selectFrom('accounts.fingerprint_key').select('key').executeTakeFirstOrThrow()
  const of = (kind: string, text: string) => createHmac('sha256', key).update(`${kind}\n${text}`).digest()
  return {
    account: (signInName) => of('account', normalSignInName(signInName)),
    address: (address) => of('address', addressGroup(address)),
  }
}

/** Sign-in names are told apart without regard to case or to full-width letters. */
export function normalSignInName(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
