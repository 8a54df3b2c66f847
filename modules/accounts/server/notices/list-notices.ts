import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { formatDate, formatPeriod } from '@opensti/ui'
import type { NoticePage } from '../../contract-notices.ts'
import { type NoticeKind, type NoticeParam, type NoticeParams, noticeText } from '../../domain/notice-kind.ts'

interface Wanted {
  before?: string | undefined
  unseen?: 'true' | 'false' | undefined
  limit: number
}

/** What someone has been told, the newest first. */
export async function listNotices(
  db: Reader,
  kinds: readonly NoticeKind[],
  personId: string,
  { before, unseen, limit }: Wanted,
): Promise<NoticePage> {
  let query = db
    .selectFrom('accounts.notice')
    .selectAll()
    .where('person', '=', personId)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (before) query = query.where('id', '<', BigInt(before))
  if (unseen === 'true') query = query.where('seen_at', 'is', null)
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  return {
    notices: shown.map((row) => ({
      id: String(row.id),
      kind: row.kind,
      text: noticeText(kinds, row.kind, row.params as NoticeParams, paramWords),
      link: row.link,
      madeAt: row.made_at.toISOString(),
      seenAt: row.seen_at?.toISOString() ?? null,
    })),
    unseen: await countUnseen(db, personId),
    next: rows.length > limit ? String(shown.at(-1)?.id) : null,
  }
}

export async function countUnseen(db: Reader, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('accounts.notice')
    .select((row) => row.fn.countAll<bigint>().as('count'))
    .where('person', '=', personId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A gap as it is read. What nobody filled in stays visibly open. */
export function paramWords(param: NoticeParam | undefined, language: 'zh' | 'en'): string {
  if (param === undefined) return '…'
  if (typeof param !== 'object') return String(param)
  if ('day' in param) return formatDate(param.day, language)
  if ('period' in param) return formatPeriod(param.period, language)
  return param[language]
}

/** A notice as it would read, before it is made. */
export function noticeAsRead(kind: NoticeKind, params: NoticeParams): Bilingual {
  return noticeText([kind], kind.kind, params, paramWords)
}
