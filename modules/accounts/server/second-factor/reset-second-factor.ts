import { type Database, recordAudit, transaction } from '@opensti/db'
import { conflict, notFound } from '@opensti/kernel'
import { type Deed, personIdOf } from '../deed.ts'
import { endSessions, findPerson } from '../store.ts'
import { tellOfChange } from '../tell-of-change.ts'
import { removeFactor } from './recovery-codes.ts'

/**
 * For someone whose phone and recovery codes are both gone, and whom the administrator knows by face: her second factor
 * is taken away, all her sessions end, and a letter tells her. Where there was none, the sessions end all the same.
 *
 * @throws 409 `second_factor_of_oneself`: a stolen session of an administrator must not shed her own.
 */
export async function resetSecondFactor(db: Database, deed: Deed, personId: string): Promise<void> {
  if (personIdOf(deed.actor) === personId) throw ofOneself()
  await transaction(db, 'accounts.reset-second-factor', async (tx) => {
    const person = await findPerson(tx, personId)
    if (!person) throw notFound()
    const wasOn = await removeFactor(tx, personId)
    const ended = await endSessions(tx, { personId }, 'second-factor-changed')
    await tellOfChange(tx, person, 'second-factor-reset')
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.reset-second-factor',
      region: person.region,
      object: { kind: 'person', id: personId },
      detail: { wasOn, sessionsEnded: ended },
      requestId: deed.requestId,
    })
  })
}

function ofOneself() {
  return conflict(
    'second_factor_of_oneself',
    { zh: '不能重置自己的动态口令。', en: 'Nobody may reset her own second factor.' },
    {
      remedy: {
        zh: '请在“我的账户”中凭密码和口令停用，或请另一位安全管理员办理。',
        en: 'Switch it off under “My account” with password and code, or ask another security administrator.',
      },
    },
  )
}
