import { randomBytes } from 'node:crypto'
import { type Database, recordAudit, transaction } from '@opensti/db'
import { conflict } from '@opensti/kernel'
import { sql } from 'kysely'
import { enrolmentAddress, groupedSecret } from '../../domain/one-time-code.ts'
import { type Deed, personOf } from '../deed.ts'
import { forgiveTry } from '../guess-brake.ts'
import { proveOneself } from '../prove-oneself.ts'
import { FactorKey } from './factor-key.ts'
import { hasFactor } from './take-code.ts'

/** 160 bits, as RFC 4226 wants. */
const secretBytes = 20

export interface StartedSecondFactor {
  /** In groups, to type. */
  secret: string
  /** otpauth://… for the picture. */
  address: string
}

/**
 * Gives someone a secret for her authenticator. It counts only when a code has confirmed it; asked again before that, an
 * earlier one is worth nothing.
 *
 * @throws 409 `second_factor_on_already`; 422 `current_password_wrong`; 429 `sign_in_paused`.
 */
export async function startSecondFactor(
  db: Database,
  deed: Deed,
  shown: { currentPassword: string; address: string },
  linkSecret: Buffer,
): Promise<StartedSecondFactor> {
  if (await hasFactor(db, personOf(deed.actor).personId)) throw onAlready()
  const { actor, person, keys } = await proveOneself(db, deed, shown, 'accounts.refuse-security-change')
  const secret = randomBytes(secretBytes)
  const sealed = new FactorKey(linkSecret).seal(person.id, secret)
  await transaction(db, 'accounts.start-second-factor', async (tx) => {
    await forgiveTry(tx, keys)
    if (await hasFactor(tx, person.id)) throw onAlready()
    await tx
      .insertInto('accounts.second_factor')
      .values({ person: person.id, secret: sealed })
      .onConflict((row) => row.column('person').doUpdateSet({ secret: sealed, made_at: sql<Date>`clock_timestamp()` }))
      .execute()
    await recordAudit(tx, {
      actor,
      action: 'accounts.start-second-factor',
      region: person.region,
      object: { kind: 'person', id: person.id },
      requestId: deed.requestId,
    })
  })
  return { secret: groupedSecret(secret), address: enrolmentAddress(secret, 'OpenSTI', person.sign_in_name) }
}

export function onAlready() {
  return conflict(
    'second_factor_on_already',
    { zh: '动态口令已经启用。', en: 'The second factor is on already.' },
    { remedy: { zh: '换手机请先停用，再重新启用。', en: 'For a new phone switch it off, then on again.' } },
  )
}
