import { type Database, databaseNow, recordAudit, transaction } from '@opensti/db'
import { conflict, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import { stepOfCode } from '../../domain/one-time-code.ts'
import { type Deed, personOf } from '../deed.ts'
import { endSessions, findPerson } from '../store.ts'
import { tellOfChange } from '../tell-of-change.ts'
import { FactorKey } from './factor-key.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import { onAlready } from './start-second-factor.ts'

/** A secret that was not confirmed in this time is started anew. */
const confirmWithin = '30 minutes'

/**
 * The first code of the authenticator switches the second factor on. Returns ten recovery codes, shown once. Other sessions
 * of the person end: they were opened without it.
 *
 * @throws 409 `second_factor_not_started`, `second_factor_on_already`; 422 `code_wrong`.
 */
export async function confirmSecondFactor(
  db: Database,
  deed: Deed,
  code: string,
  linkSecret: Buffer,
): Promise<{ codes: string[] }> {
  const actor = personOf(deed.actor)
  const key = new FactorKey(linkSecret)
  return transaction(db, 'accounts.confirm-second-factor', async (tx) => {
    const person = await findPerson(tx, actor.personId)
    const factor = await tx
      .selectFrom('accounts.second_factor')
      .select(['secret', 'confirmed_at'])
      .where('person', '=', actor.personId)
      .where((row) =>
        row.or([
          row('confirmed_at', 'is not', null),
          row('made_at', '>', sql<Date>`clock_timestamp() - ${confirmWithin}::interval`),
        ]),
      )
      .executeTakeFirst()
    if (!person || !factor) throw notStarted()
    if (factor.confirmed_at) throw onAlready()
    const step = stepOfCode(key.unseal(person.id, factor.secret), code, await databaseNow(tx), null)
    if (step === null) throw codeWrong()
    await tx
      .updateTable('accounts.second_factor')
      .set({ confirmed_at: sql<Date>`clock_timestamp()`, last_step: BigInt(step) })
      .where('person', '=', person.id)
      .execute()
    const codes = await replaceRecoveryCodes(tx, key, person.id)
    const ended = await endSessions(tx, { personId: person.id, except: actor.sessionId }, 'second-factor-changed')
    await tellOfChange(tx, person, 'second-factor-on')
    await recordAudit(tx, {
      actor,
      action: 'accounts.confirm-second-factor',
      region: person.region,
      object: { kind: 'person', id: person.id },
      detail: { sessionsEnded: ended },
      requestId: deed.requestId,
    })
    return { codes }
  })
}

/** For someone who is inside already; at the door a wrong code is refused by finish-sign-in.ts. */
export function codeWrong() {
  return unprocessable(
    'code_wrong',
    { zh: '动态口令不正确，没有更改。', en: 'The code is not right; nothing was changed.' },
    {
      details: [{ message: { zh: '不正确', en: 'Not right' }, place: { field: 'code' } }],
      remedy: {
        zh: '请等应用显示下一个口令再试，并检查手机的时间是否自动校准。',
        en: 'Wait for the next code and check that the phone sets its clock by itself.',
      },
    },
  )
}

function notStarted() {
  return conflict(
    'second_factor_not_started',
    { zh: '还没有开始登记，或开始后已过半小时。', en: 'Nothing was begun, or more than half an hour ago.' },
    { remedy: { zh: '请重新开始，用手机再扫一次。', en: 'Begin again, and scan the new picture.' } },
  )
}
