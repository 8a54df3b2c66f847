import type { NoticeParams } from '@opensti/accounts'
import { notify, settleNotices } from '@opensti/accounts'
import type { Transaction } from '@opensti/db'
import { reportingNotices } from '../../domain/notice-kinds.ts'
import type { Standing } from '../../domain/reminders.ts'
import type { Outstanding, Someone } from './outstanding.ts'

/** Why people are reminded: by the plan, or because someone of the lead bureau wants it now. */
export interface Occasion {
  /** Says the occasion: the same return is told once of it. */
  key: string
  by: Someone | null
  note: string | null
}

/** What is said to whom about a return, before it is said. */
export interface Telling {
  kind: (typeof reportingNotices)[keyof typeof reportingNotices]
  params: NoticeParams
  to: readonly Someone[]
  as: 'holder' | 'leader'
}

/** Who would hear what about a return as it stands. */
export function tellingsOf(one: Outstanding, standing: Standing, by: Occasion['by'], note: string | null): Telling[] {
  const params = {
    unit: one.unit.name,
    cycle: one.cycle.names,
    period: { period: one.period },
    due: { day: (one.facts.returnedOn && one.facts.completeBy) || one.facts.dueDay },
    days: standing.days,
    step: one.stateName,
    people: peopleText(one.holders),
    ...(by && { by: by.name, note: note ?? '' }),
  }
  const urged = by ? reportingNotices.urged : null
  const leader = standing.leader || by !== null ? one.leaders : []
  return [
    { kind: urged ?? reportingNotices[standing.kind], params, to: one.holders, as: 'holder' as const },
    // A return that is only coming up is the holders' business, also when someone reminds at once.
    ...(standing.kind === 'soon' || standing.kind === 'today'
      ? []
      : [{ kind: urged ?? reportingNotices.leader, params, to: leader, as: 'leader' as const }]),
  ].filter((telling) => telling.to.length > 0)
}

const peopleText = (people: readonly Someone[]) => ({
  zh: people.map(({ name }) => name.zh).join('、') || '还没有人',
  en: people.map(({ name }) => name.en).join(', ') || 'nobody yet',
})

/** Reminds and keeps on record who was told. Returns how many people heard; null when this was told before. */
export async function tellOfReturn(
  tx: Transaction,
  one: Outstanding,
  standing: Standing,
  occasion: Occasion,
): Promise<number | null> {
  const reminder = await tx
    .insertInto('reporting.reminder')
    .values({
      region_id: one.regionId,
      request_id: one.id,
      key: occasion.key,
      kind: standing.kind,
      days: standing.days,
      by_person: occasion.by?.personId ?? null,
      note: occasion.note,
    })
    .onConflict((clash) => clash.constraint('reminder_sent_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!reminder) return null
  const told: { reminder_id: string; person_id: string; told_as: 'holder' | 'leader' }[] = []
  for (const { kind, params, to, as } of tellingsOf(one, standing, occasion.by, occasion.note)) {
    const link = `/reporting/returns/${one.id}`
    const heard = await notify(tx, {
      to: to.map(({ personId }) => personId),
      kind: kind.kind,
      params,
      link,
      key: noticeKey(one.id, occasion.key),
    })
    told.push(...heard.map((person_id) => ({ reminder_id: reminder.id, person_id, told_as: as })))
  }
  if (told.length > 0) await tx.insertInto('reporting.reminder_told').values(told).execute()
  return told.length
}

/** A return has moved on: what people were told of it lies behind. */
export async function settleReminders(tx: Transaction, requestId: string): Promise<void> {
  const told = await tx.selectFrom('reporting.reminder').select('key').where('request_id', '=', requestId).execute()
  await settleNotices(
    tx,
    told.map(({ key }) => noticeKey(requestId, key)),
  )
}

const noticeKey = (requestId: string, key: string) => `reporting.reminder/${requestId}/${key}`
