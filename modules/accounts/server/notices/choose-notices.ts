import { type Database, type Reader, recordAudit, transaction } from '@opensti/db'
import { unprocessable } from '@opensti/kernel'
import type { NoticeChoices } from '../../contract-notices.ts'
import type { NoticeKind } from '../../domain/notice-kind.ts'
import { type Deed, personOf } from '../deed.ts'

/** What someone wants as e-mail too: her own choice, else each kind's usual way. */
export async function getNoticeChoices(
  db: Reader,
  kinds: readonly NoticeKind[],
  personId: string,
): Promise<Omit<NoticeChoices, 'lettersReachPeople'>> {
  const person = await db
    .selectFrom('accounts.person')
    .select(['email', 'office_phone'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const chosen = await db
    .selectFrom('accounts.notice_choice')
    .select(['kind', 'by_mail'])
    .where('person', '=', personId)
    .execute()
  return {
    officePhone: person.office_phone,
    mailAddress: person.email,
    kinds: kinds.map(({ kind, name, byMail }) => ({
      kind,
      name,
      byMail: chosen.find((one) => one.kind === kind)?.by_mail ?? byMail,
    })),
  }
}

/** Keeps what someone chose. Throws `notice_kind_unknown` (422). */
export async function chooseNotices(
  db: Database,
  kinds: readonly NoticeKind[],
  deed: Deed,
  wanted: readonly { kind: string; byMail: boolean }[],
): Promise<void> {
  const unknown = wanted.find((one) => !kinds.some(({ kind }) => kind === one.kind))
  if (unknown) {
    throw unprocessable(
      'notice_kind_unknown',
      { zh: `没有“${unknown.kind}”这一类通知。`, en: `There are no notices of the kind “${unknown.kind}”.` },
      { remedy: { zh: '请刷新页面后再选。', en: 'Reload the page and choose again.' } },
    )
  }
  const { personId } = personOf(deed.actor)
  const choices = new Map(wanted.map(({ kind, byMail }) => [kind, { person: personId, kind, by_mail: byMail }]))
  await transaction(db, 'accounts.choose-notices', async (tx) => {
    await tx
      .insertInto('accounts.notice_choice')
      .values([...choices.values()])
      .onConflict((clash) =>
        clash.columns(['person', 'kind']).doUpdateSet((row) => ({ by_mail: row.ref('excluded.by_mail') })),
      )
      .execute()
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.choose-notices',
      object: { kind: 'person', id: personId },
      requestId: deed.requestId,
      detail: { kinds: choices.size },
    })
  })
}
