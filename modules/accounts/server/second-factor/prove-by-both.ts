import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import { conflict } from '@opensti/kernel'
import { type Deed, type PersonActor, personOf } from '../deed.ts'
import { forgiveTry } from '../guess-brake.ts'
import { proveOneself } from '../prove-oneself.ts'
import { codeWrong } from './confirm-second-factor.ts'
import { FactorKey } from './factor-key.ts'
import { hasFactor, takeCode } from './take-code.ts'

/** Both proofs, as a person gives them for a change of her second factor. */
export interface BothProofs {
  currentPassword: string
  code: string
  address: string
}

type Person = Awaited<ReturnType<typeof proveOneself>>['person']

/**
 * Asks for password and code, then does the deed in the transaction in which the code was used up.
 *
 * @throws 409 `second_factor_not_on`; 422 `current_password_wrong`, `code_wrong`; 429 `sign_in_paused`.
 */
export async function proveByBoth<Done>(
  db: Database,
  deed: Deed,
  shown: BothProofs,
  linkSecret: Buffer,
  name: 'accounts.renew-recovery-codes' | 'accounts.remove-second-factor',
  perform: (tx: Transaction, person: Person, key: FactorKey, actor: PersonActor) => Promise<Done>,
): Promise<Done> {
  if (!(await hasFactor(db, personOf(deed.actor).personId))) throw notOn()
  const { actor, person, keys } = await proveOneself(db, deed, shown, 'accounts.refuse-security-change')
  const key = new FactorKey(linkSecret)
  const done = await transaction(db, name, async (tx) => {
    if (!(await hasFactor(tx, person.id))) throw notOn()
    if (!(await takeCode(tx, key, person.id, shown.code))) return null
    await forgiveTry(tx, keys)
    const result = await perform(tx, person, key, actor)
    await recordAudit(tx, {
      actor,
      action: name,
      region: person.region,
      object: { kind: 'person', id: person.id },
      requestId: deed.requestId,
    })
    return { result }
  })
  if (done) return done.result
  await transaction(db, 'accounts.refuse-proof', (tx) =>
    recordAudit(tx, {
      actor,
      action: 'accounts.refuse-security-change',
      region: person.region,
      object: { kind: 'person', id: person.id },
      requestId: deed.requestId,
    }),
  )
  throw codeWrong()
}

function notOn() {
  return conflict(
    'second_factor_not_on',
    { zh: '动态口令没有启用。', en: 'The second factor is not on.' },
    { remedy: { zh: '请刷新页面查看现在的情况。', en: 'Reload the page to see how things stand.' } },
  )
}
