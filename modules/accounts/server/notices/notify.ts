import { enqueue, json, type Transaction } from '@opensti/db'
import { sql } from 'kysely'
import type { NoticeParams } from '../../domain/notice-kind.ts'

export interface NewNotice {
  /** Ids of people. Those whose accounts are suspended are passed over. */
  to: readonly string[]
  /** A kind that the module lists for the house: `module.what`. */
  kind: string
  params: NoticeParams
  /** Address inside the workbench, from its root, such as `/reporting/returns/…`. */
  link: string
  /** Says what is told: with the same key nobody is told twice. */
  key: string
}

/**
 * Tells people something, inside the caller's write: in the application at once, by e-mail and by the region's webhook where
 * those are wished for. Returns the ids of those who had not been told yet.
 */
export async function notify(tx: Transaction, { to, kind, params, link, key }: NewNotice): Promise<string[]> {
  if (to.length === 0) return []
  const { rows } = await sql<{ id: bigint; person: string; mail: boolean; hook: boolean }>`
    with made as (
      insert into accounts.notice (person, kind, params, link, key)
      select p.id, ${kind}, ${json(params)}, ${link}, ${key}
      from accounts.person p
      where p.id = any (${[...new Set(to)]}::uuid[]) and p.status = 'active'
      order by p.id
      on conflict on constraint notice_made_once do nothing
      returning id, person
    )
    select m.id, m.person, p.email is not null and c.by_mail is distinct from false as mail,
      w.region is not null as hook
    from made m
    join accounts.person p on p.id = m.person
    left join accounts.notice_choice c on c.person = m.person and c.kind = ${kind}
    left join accounts.webhook w on w.region = p.region and w.enabled and ${kind} = any (w.kinds)
    order by m.id`.execute(tx)
  for (const { id, mail, hook } of rows) {
    const message = { payload: { noticeId: String(id) }, dedupeKey: String(id) }
    if (mail) await enqueue(tx, { topic: 'mail.notice', ...message })
    if (hook) await enqueue(tx, { topic: 'webhook.notice', ...message })
  }
  return rows.map(({ person }) => person)
}

/** What these keys told of is settled: nobody needs to look at it any more. */
export async function settleNotices(tx: Transaction, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await tx
    .updateTable('accounts.notice')
    .set({ seen_at: sql<Date>`clock_timestamp()` })
    .where('key', 'in', [...new Set(keys)])
    .where('seen_at', 'is', null)
    .execute()
}
