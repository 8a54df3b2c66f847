import type { Reader } from '@opensti/db'
import { sql } from 'kysely'
import type { NoticeKind } from '../../domain/notice-kind.ts'

/** By which ways a notice would reach someone, besides the application itself. */
export interface NoticeWays {
  mail: boolean
  webhook: boolean
}

/** How each of these people would hear of a notice of this kind now; people who are suspended are left out. */
export async function noticeWays(
  db: Reader,
  kind: Pick<NoticeKind, 'kind' | 'byMail'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, NoticeWays>> {
  const wanted = [...new Set(personIds)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; mail: boolean; webhook: boolean }>`
    select p.id, p.email is not null and coalesce(c.by_mail, ${kind.byMail}::boolean) as mail, w.region is not null as webhook
    from accounts.person p
    left join accounts.notice_choice c on c.person = p.id and c.kind = ${kind.kind}
    left join accounts.webhook w on w.region = p.region and w.enabled and ${kind.kind} = any (w.kinds)
    where p.id = any (${wanted}::uuid[]) and p.status = 'active'`.execute(db)
  return new Map(rows.map(({ id, mail, webhook }) => [id, { mail, webhook }]))
}
